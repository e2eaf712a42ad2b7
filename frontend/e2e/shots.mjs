// Takes a picture of every screen with the fake behind it: node e2e/shots.mjs OUTDIR [name part]
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "./browser.mjs";
import { loadFake, openPage, serveBuilt } from "./page.mjs";
import { screens } from "./screens.mjs";

const [out = "test-results/shots", part = ""] = process.argv.slice(2);
await mkdir(out, { recursive: true });
const browser = await launch();
const built = await serveBuilt();
const fake = await loadFake();
let bad = 0;
try {
  for (const screen of screens.filter((known) => known.name.includes(part))) {
    const { page, context, troubles } = await openPage(browser, built.url, fake, screen);
    if (screen.act) await screen.act(page);
    await page.screenshot({ path: join(out, `${screen.name}.png`) });
    for (const trouble of troubles) {
      bad++;
      console.error(`${screen.name}: ${trouble}`);
    }
    await context.close();
  }
} finally {
  await browser.close();
  await built.stop();
  await fake.stop();
}
process.exitCode = bad === 0 ? 0 : 1;
