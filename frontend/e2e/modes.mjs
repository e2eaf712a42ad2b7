// Every screen in the ways a person may see it: dark, in the system's forced colours, and with text of twice the size; axe-core in
// each, and a picture: node e2e/modes.mjs OUTDIR [name part]. It takes minutes, so `make test` has only the screens as they are.
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { loadFake, openPage, serveBuilt } from "./page.mjs";
import { screens } from "./screens.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const [out = "test-results/modes", part = ""] = process.argv.slice(2);
await mkdir(out, { recursive: true });

const modes = {
  dark: (page) => page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" }),
  forced: (page) => page.emulateMedia({ colorScheme: "light", forcedColors: "active", reducedMotion: "reduce" }),
  // The last, because the text stays as large.
  text200: async (page) => {
    await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
    await page.evaluate(() => (document.documentElement.style.fontSize = "200%"));
  },
};

const browser = await launch();
const built = await serveBuilt();
const fake = await loadFake();
let looked = 0;
let bad = 0;
const waiting = screens.filter(
  ({ name, width, dark, forced, language }) => name.includes(part) && !width && !dark && !forced && !language,
);
const work = async () => {
  for (let screen = waiting.shift(); screen; screen = waiting.shift()) {
    const { page, context } = await openPage(browser, built.url, fake, screen);
    try {
      if (screen.act) await screen.act(page);
      await page.evaluate(axe);
      for (const [mode, wear] of Object.entries(modes)) {
        await wear(page);
        await page.clock.runFor(300);
        await page.screenshot({ path: join(out, `${screen.name}-${mode}.png`) });
        const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
        const said = found.violations
          .filter(({ impact }) => ["serious", "critical"].includes(impact))
          .map(
            (one) =>
              `${one.id} (${one.impact}): ${one.nodes
                .map((node) => node.target.join(" "))
                .slice(0, 3)
                .join(" | ")}`,
          );
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (over > 0) said.push(`${over} px wider than its screen`);
        looked++;
        if (said.length > 0) bad++;
        for (const line of said) console.error(`${screen.name}-${mode}: ${line}`);
      }
    } finally {
      await context.close();
    }
  }
};
try {
  await Promise.all([work(), work()]);
} finally {
  await browser.close();
  await built.stop();
  await fake.stop();
}
console.log(`${looked} screens were looked at, ${bad} have something`);
process.exitCode = bad === 0 ? 0 : 1;
