// End-to-end in a real browser: the built page under the app's CSP with the fake behind its WebSocket, and every screen through
// axe-core. Where CONVENE names a built binary, the same page over the real app as well (real.mjs, together.mjs, two.mjs).
// Last line: "N passed, N failed".
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { gzipSync } from "node:zlib";
import { launch } from "./browser.mjs";
import { boardFlows } from "./board.mjs";
import { inkFlows } from "./ink.mjs";
import { craft } from "./craft.mjs";
import { canary, walk, watch } from "./canary.mjs";
import { flows } from "./flows.mjs";
import { hall } from "./hall.mjs";
import { loadFake, openPage, serveBuilt } from "./page.mjs";
import { locked, real } from "./real.mjs";
import { screens } from "./screens.mjs";
import { together } from "./together.mjs";
import { two } from "./two.mjs";
import { ways } from "./ways.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const part = process.argv[2] ?? "";
let passed = 0;
let failed = 0;

const told = (error) => String(error instanceof Error ? error.message : error).replaceAll("\n", "\n  ");

async function check(name, act) {
  if (!name.includes(part)) return;
  try {
    await act();
    passed++;
  } catch (error) {
    failed++;
    console.error(`FAIL ${name}\n  ${told(error)}`);
  }
}

/** A check of its own that begins anew: what fails is tried once more, and one that then passes is told as UNSTEADY. */
async function steady(name, act) {
  await check(name, async () => {
    try {
      await act();
    } catch (first) {
      await act();
      console.error(`UNSTEADY ${name}: failed, then passed\n  ${told(first)}`);
    }
  });
}

/** A story whose checks stand on one another. Where one failed it is played once more from the start, and the second time counts. */
async function story(play) {
  const before = { passed, failed };
  await play(browser, process.env.CONVENE, check, insist);
  if (failed === before.failed) return;
  console.error(
    `UNSTEADY ${play.name}: what is told above as FAIL is tried once more, and counts only where it is told again`,
  );
  ({ passed, failed } = before);
  await play(browser, process.env.CONVENE, check, insist);
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

/** Runs many at once on what cores there are: every screen has a context of its own. */
async function atOnce(list, act) {
  const waiting = [...list];
  const work = async () => {
    for (let one = waiting.shift(); one; one = waiting.shift()) await act(one);
  };
  await Promise.all(Array.from({ length: 4 }, work));
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
  });
  await atOnce(screens, async (screen) => {
    await steady(`axe ${screen.name}`, async () => {
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
  await atOnce([...flows, ...boardFlows, ...inkFlows], async (flow) => {
    await steady(`flow ${flow.name}`, async () => {
      const opened = await openPage(browser, built.url, fake, flow);
      try {
        await flow.act({ page: opened.page, server: opened.server(), insist });
        insist(opened.troubles.length === 0, opened.troubles.join("\n"));
      } finally {
        await opened.context.close();
      }
    });
  });
  if (process.env.CONVENE) {
    for (const play of [locked, real, together, two, hall, craft, canary, ways]) await story(play);
  } else console.log("CONVENE is not set: the real app was not tried");
} finally {
  await browser.close();
  await built.stop();
  await fake.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
