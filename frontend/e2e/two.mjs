// Two laptops, one page each, over the real app: from a template to the same report on both, through a power cut in the middle.
// Pages are used as people use them, by roles and labels; nothing is waited for but what can be seen.
// look(name, laptop, ...) is called wherever a screen has something to show; pictures of the real app are taken there.
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Laptop, read } from "./laptop.mjs";
import { after } from "./two-after.mjs";
import { before } from "./two-before.mjs";

export { Laptop };

/** Plays the story, a check for each step. After one that failed the rest is not tried, and fails. */
export async function two(browser, binary, check, insist, look = () => Promise.resolve()) {
  const amina = new Laptop(browser, binary, "Amina");
  const jonas = new Laptop(browser, binary, "Jonas");
  const story = { amina, jonas, insist, look, both: [amina, jonas] };
  let broken = "";
  const step = (name, act) =>
    check(`two: ${name}`, async () => {
      insist(broken === "", `not tried, because this failed before it: ${broken}`);
      try {
        await act(story);
      } catch (error) {
        broken = name;
        await look(`failed-${name.replaceAll(" ", "-").slice(0, 30)}`, ...story.both.filter((laptop) => laptop.page));
        throw error;
      }
    });
  try {
    for (const [name, act] of [...before, ...after]) await step(name, act);
    await step("both records are the same bytes", sameRecords);
    await step("both find the session under Past", past);
    await step("the pages report no errors", () => {
      const said = [...amina.troubles, ...jonas.troubles];
      insist(said.length === 0, said.join("\n"));
    });
  } finally {
    await amina.end();
    await jonas.end();
  }
}

async function past({ both, insist, look }) {
  for (const laptop of both) {
    const { page } = laptop;
    await page.getByRole("button", { name: "Sessions" }).click();
    await page.getByRole("heading", { name: /^Past/u }).waitFor();
    const row = page.getByRole("listitem").filter({ hasText: "Clean water pilot" });
    insist((await row.getByText("Closed", { exact: true }).count()) === 1, `${laptop.name} does not see it closed`);
    await look("home", laptop);
  }
  const { page } = both[0];
  await page.getByRole("link", { name: "Templates", exact: true }).click();
  await page.getByRole("heading", { name: "Templates" }).waitFor();
  await look("templates", both[0]);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("heading", { name: "Settings" }).waitFor();
  await look("settings", both[0]);
}

async function sameRecords({ both, insist, look }) {
  const reports = [];
  for (const laptop of both) {
    await laptop.page.getByRole("button", { name: "Save record" }).click();
    const said = await laptop.page.getByText(/^Saved in /u).textContent();
    const path = read(said).replace("Saved in ", "");
    reports.push(await readFile(path, "utf8"));
    const assets = await readdir(join(dirname(path), "assets"));
    const drawn = assets.filter((name) => name.endsWith(".png"));
    insist(drawn.length > 2, `pictures as pixels: ${drawn.join(", ")}`);
    for (const name of drawn) {
      const head = (await readFile(join(dirname(path), "assets", name))).subarray(0, 4).toString("latin1");
      insist(head === "\x89PNG", `${name} is no PNG`);
      insist(assets.includes(name.replace(".png", ".svg")), `${name} has no drawing`);
    }
    await look("record-saved", laptop);
  }
  for (const word of ["Clean water pilot", "Same test kit at all three sites", "Buy one test kit", "Jonas"])
    insist(reports[0].includes(word), `the report does not hold “${word}”`);
  insist(reports[0] === reports[1], "the two reports differ");
}
