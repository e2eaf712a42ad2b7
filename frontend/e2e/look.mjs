// Takes pictures of every screen of the real app, facilitator and participant, light, dark and 360 px wide, while the story of
// two laptops and that of a hall are played, and prints every sheet of the record as a PDF: CONVENE=path node e2e/look.mjs OUTDIR [two|hall|craft|ways|found|flood]
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { craft } from "./craft.mjs";
import { found } from "./found.mjs";
import { flood } from "./flood.mjs";
import { hall } from "./hall.mjs";
import { kinds, printed } from "./paper.mjs";
import { two } from "./two.mjs";
import { ways } from "./ways.mjs";

const [out = "test-results/look", part = ""] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const sizes = [
  ["", { width: 1440, height: 900 }, "light"],
  ["-dark", { width: 1440, height: 900 }, "dark"],
  ["-360", { width: 360, height: 740 }, "light"],
];
// A phone is narrow, and a wall is wide.
const screensOf = (name) => (name === "Rosa" ? [sizes[2]] : name === "Wall" ? [sizes[0]] : sizes.toReversed());
async function look(name, ...laptops) {
  for (const laptop of laptops) {
    // A way of using the app has a screen of its own.
    if (laptop.way?.language) {
      await laptop.page.screenshot({ path: join(out, `${name}-${laptop.name.toLowerCase()}.png`) });
      continue;
    }
    for (const [suffix, viewport, colorScheme] of screensOf(laptop.name)) {
      await laptop.page.setViewportSize(viewport);
      await laptop.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await laptop.page.screenshot({ path: join(out, `${name}-${laptop.name.toLowerCase()}${suffix}.png`) });
    }
  }
  if (name !== "record" && name !== "record-open") return;
  await laptops[0].page.setViewportSize({ width: 1440, height: 900 });
  for (const kind of await kinds(laptops[0].page))
    await writeFile(join(out, `print-${name}-${kind}.pdf`), await printed(laptops[0].page, kind));
}
const browser = await launch();
let failed = 0;
try {
  const stories = { two, hall, craft, ways, found, flood };
  for (const story of part === "" ? Object.values(stories) : [stories[part]])
    await story(
      browser,
      process.env.CONVENE,
      async (name, act) => {
        try {
          await act();
          console.log(`ok ${name}`);
        } catch (error) {
          failed++;
          console.error(`FAIL ${name}: ${error instanceof Error ? error.message : error}`);
        }
      },
      (condition, words) => {
        if (!condition) throw new Error(words);
      },
      look,
    );
} finally {
  await browser.close();
}
process.exitCode = failed === 0 ? 0 : 1;
