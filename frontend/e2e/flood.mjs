// A member who floods, over the real app on two laptops and a rogue that writes 800 changes a second: everybody sees who it is,
// the facilitator removes them with two clicks, and the others go on.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Laptop } from "./laptop.mjs";

/** A rogue that came in by the link; it ends with its input. */
async function rogue(link) {
  const root = new URL("../..", import.meta.url).pathname;
  const child = spawn("go", ["run", "./build/rogue/flood", link], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  for await (const part of child.stdout) if (String(part).startsWith("in")) break;
  return async () => {
    child.stdin.end();
    await ended;
  };
}

const shown = "Sends too much; read slowly";
const listed = ({ page }) => page.locator(".people li").filter({ hasText: shown });
const people = async ({ page }) => {
  const tab = page.getByRole("tab", { name: "People" });
  if ((await tab.count()) > 0) await tab.click();
};

async function begin(story) {
  const { amina, jonas } = story;
  await amina.start();
  await jonas.start();
  const { session } = await amina.ask("sessions.create", { title: "Under attack", purpose: "", outcomes: [] });
  const { id } = await amina.ask("activity.add", {
    session,
    kind: "brainstorm",
    title: "Ideas",
    minutes: 10,
    prompt: "What helps?",
    settings: { visibility: "public" },
  });
  const { link } = await amina.ask("sessions.invite", { session });
  await jonas.ask("sessions.join", { link, name: "Jonas" });
  await amina.ask("run.open", { session, activity: id });
  for (const { page } of [amina, jonas]) await page.evaluate((to) => (location.hash = to), `#/room/${session}`);
  for (const laptop of [amina, jonas]) await laptop.page.getByText("What helps?").first().waitFor();
  Object.assign(story, { session, link });
}

async function seen(story) {
  const { amina, jonas, look } = story;
  story.stop = await rogue(story.link);
  await people(amina);
  await listed(amina).waitFor({ timeout: 60_000 });
  await look("flood", amina, jonas);
}

async function removed({ amina, jonas, session, look, insist }) {
  await listed(amina).getByRole("button", { name: "Remove" }).click(); // the first click
  const dialog = amina.page.getByRole("dialog");
  await dialog.waitFor();
  await look("flood-remove", amina);
  await dialog.getByRole("button", { name: "Remove", exact: true }).click(); // the second
  await dialog.waitFor({ state: "detached" });
  await listed(amina).waitFor({ state: "detached" });
  const made = await jonas.ask("note.add", { session, text: "We go on" });
  insist(made.id !== "", "Jonas cannot write");
  await amina.page.getByText("We go on").first().waitFor();
  const { records } = await amina.ask("view.snapshot", { session });
  const roles = records.filter((record) => record.kind === "person").map((record) => record.role);
  insist(roles.toSorted().join(", ") === "first, participant, removed", `who is in: ${roles.join(", ")}`);
}

/** Plays it, a check for each step. */
export async function flood(browser, binary, check, insist, look = () => Promise.resolve()) {
  const amina = new Laptop(browser, binary, "Amina");
  const jonas = new Laptop(browser, binary, "Jonas");
  const story = { amina, jonas, look, insist };
  try {
    await check("flood: two people work on one board", () => begin(story));
    await check("flood: everybody sees whose laptop floods", () => seen(story));
    await check("flood: two clicks remove them, and the others go on", () => removed(story));
    await check("flood: the pages report no errors", () => {
      const said = [...amina.troubles, ...jonas.troubles];
      return Promise.resolve(insist(said.length === 0, said.join("\n")));
    });
  } finally {
    await story.stop?.();
    await amina.end();
    await jonas.end();
  }
}
