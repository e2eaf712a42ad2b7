// End-to-end in a real browser: the built page under the app's CSP with the fake behind its WebSocket, and every screen through
// axe-core. Where CONVENE names a built binary, the same page over the real app as well (real.mjs, together.mjs, found.mjs, flood.mjs, two.mjs).
// Last line: "N passed, N failed".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { boardFlows } from "./board.mjs";
import { canvasFlows } from "./canvas.mjs";
import { handFlows } from "./hands.mjs";
import { writingFlows } from "./writing.mjs";
import { inkFlows } from "./ink.mjs";
import { pastFlows } from "./past.mjs";
import { craft } from "./craft.mjs";
import { canary, walk, watch } from "./canary.mjs";
import { flood } from "./flood.mjs";
import { flows } from "./flows.mjs";
import { found } from "./found.mjs";
import { hall } from "./hall.mjs";
import { loadFake, openPage, serveBuilt } from "./page.mjs";
import { locked, real } from "./real.mjs";
import { screens } from "./screens.mjs";
import { together } from "./together.mjs";
import { two } from "./two.mjs";
import { manners, ways } from "./ways.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const part = process.argv[2] ?? "";
let passed = 0;
let failed = 0;

const told = (error) => String(error instanceof Error ? error.message : error).replaceAll("\n", "\n  ");

/** Does one check and says what failed of it, if anything. */
async function tried(act) {
  try {
    await act();
    return "";
  } catch (error) {
    return told(error);
  }
}

function count(name, wrong) {
  if (wrong === "") passed++;
  else failed++;
  if (wrong !== "") console.error(`FAIL ${name}\n  ${wrong}`);
}

/** A check that stands alone: what fails is tried once more, and one that then passes is told as UNSTEADY. */
async function check(name, act) {
  if (!name.includes(part)) return;
  const first = await tried(act);
  const wrong = first === "" ? "" : await tried(act);
  count(name, wrong);
  if (first !== "" && wrong === "") console.error(`UNSTEADY ${name}: failed, then passed\n  ${first}`);
}

/** A story whose checks stand on one another. Where one fails it is played once more from the start, and that time counts. */
async function story(play) {
  for (let time = 1; time <= 2; time++) {
    const done = [];
    const note = async (name, act) => {
      if (name.includes(part)) done.push([name, await tried(act)]);
    };
    const outside = await tried(() => play(browser, process.env.CONVENE, note, insist));
    if (outside !== "") done.push(["a story, outside its checks", outside]);
    const bad = done.filter(([, wrong]) => wrong !== "");
    if (bad.length > 0 && time === 1)
      console.error(`UNSTEADY ${bad[0][0]}: the story is played once more\n  ${bad[0][1]}`);
    else {
      for (const [name, wrong] of done) count(name, wrong);
      return;
    }
  }
}

function insist(condition, words) {
  if (!condition) throw new Error(words);
}

async function clean(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  const words = found.violations.map(
    (v) =>
      `${v.id} (${v.impact}): ${v.nodes
        .map((n) => n.target.join(" "))
        .slice(0, 4)
        .join(" | ")}`,
  );
  insist(words.length === 0, words.join("\n"));
}

/** Runs many at once on what cores there are: every screen has a context of its own, every story its own laptops. */
async function atOnce(list, act, most = 4) {
  const waiting = [...list];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: most }, work));
}

/** The text fields that hostile words were typed into. */
const typed = new Set();
const browser = await launch();
const built = await serveBuilt();
const fake = await loadFake();
try {
  await check("size: the first script is at most 120 kB", async () => {
    const page = readFileSync(new URL("../dist/index.html", import.meta.url), "utf8");
    const first = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/gu)].map((found) => found[1]);
    const size = first.reduce(
      (sum, name) => sum + gzipSync(readFileSync(new URL(`../dist/${name}`, import.meta.url))).length,
      0,
    );
    console.log(`the first script is ${(size / 1024).toFixed(1)} kB with gzip, in ${first.length} files`);
    insist(first.length > 0 && size <= 120 * 1024, `${(size / 1024).toFixed(1)} kB`);
    // What opens the line runs before the rest is read.
    insist(/\/early-/u.test(first[0]), `${first[0]} comes first`);
  });
  await atOnce(screens, async (screen) => {
    await check(`axe ${screen.name}`, async () => {
      const opened = await openPage(browser, built.url, fake, screen);
      try {
        if (screen.act) await screen.act(opened.page);
        await clean(opened.page);
        insist(opened.troubles.length === 0, opened.troubles.join("\n"));
        if (screen.width !== 360 && !screen.language) {
          const fired = await watch(opened.page);
          for (const name of await walk(opened.page, undefined, typed)) typed.add(name);
          const said = await fired();
          insist(said.length === 0, `hostile words: ${said.join("; ")}`);
        }
        if (screen.width === 360) {
          const wide = await opened.page.evaluate(() => document.documentElement.scrollWidth);
          insist(wide <= 360, `the page is ${wide} px wide on a 360 px screen`);
        }
      } finally {
        await opened.context.close();
      }
    });
  });
  await check("axe and canary: every screen was walked", () => {
    console.log(`hostile words went into ${typed.size} fields of the screens`);
    insist(part !== "" || typed.size >= 25, `only ${typed.size} fields: ${[...typed].join(", ")}`);
    return Promise.resolve();
  });
  await atOnce(
    [...flows, ...boardFlows, ...handFlows, ...canvasFlows, ...writingFlows, ...inkFlows, ...pastFlows],
    async (flow) => {
      await check(`flow ${flow.name}`, async () => {
        const opened = await openPage(browser, built.url, fake, flow);
        try {
          await flow.act({ page: opened.page, server: opened.server(), insist });
          insist(opened.troubles.length === 0, opened.troubles.join("\n"));
        } finally {
          await opened.context.close();
        }
      });
    },
  );
  if (process.env.CONVENE) {
    const each = manners.map((way) => (b, binary, note, must) => ways(b, binary, note, must, undefined, [way]));
    await atOnce([hall, ...each, craft, two, canary, together, found, flood, real, locked], story, 2);
  } else console.log("CONVENE is not set: the real app was not tried");
} finally {
  await browser.close();
  await built.stop();
  await fake.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
