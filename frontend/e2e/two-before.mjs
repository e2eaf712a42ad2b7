// The story of two laptops up to the vote: plan, join, write alone, group.
import { words } from "./laptop.mjs";

export const ideas = {
  Amina: ["Same test kit at all three sites", "Paint the result on the pump", "Ask the school to keep the book"],
  Jonas: ["One phone number for repairs", "Show children the red strip", "Test every Monday morning"],
};
const all = [...ideas.Amina, ...ideas.Jonas];
const seconds = (n) => ({ timeout: n * 1000 });

const heading = (page, name) => page.getByRole("heading", { name });
const note = (page, text) => page.getByRole("group", { name: words(`${text}. In`) });
/** A note where it lies: its label names the cluster. */
const grouped = (page, into, text) => page.getByRole("group", { name: words(`${text}. In ${into}`) });
export const cluster = (page, name) => page.getByRole("region", { name: words(`${name}, `) });

/** Presses Next and waits until both pages show the activity. */
export async function next({ amina, both }, title) {
  await amina.page.getByRole("button", { name: words(`Next: ${title}`) }).click();
  for (const { page } of both)
    await page.locator("header").getByText(title, { exact: true }).first().waitFor(seconds(30));
}

async function create({ amina, look }) {
  await amina.start();
  await look("home-empty", amina);
  const { page } = amina;
  await page.getByRole("button", { name: "New session" }).click();
  await look("new-session", amina);
  await page.getByRole("textbox", { name: "Title" }).fill("Clean water pilot");
  await page.getByRole("textbox", { name: "Purpose" }).fill("Agree what the three sites do together until March.");
  await page.getByRole("textbox", { name: "Better outcome" }).fill("Every site tests its water once a week.");
  await page.getByRole("textbox", { name: "Focus question" }).fill("How do the three sites test their water?");
  await page.getByRole("button", { name: "Make the plan" }).click();
  await heading(page, "Clean water pilot").waitFor();
  await page.getByRole("button", { name: "Ideas alone" }).waitFor();
  await look("plan", amina);
}

// An activity of its own at the end, where notes are seen at once.
async function addPublic({ amina, insist, look }) {
  const { page } = amina;
  await page.getByRole("button", { name: "Check-out" }).click();
  await page.getByRole("button", { name: "Add activity" }).click();
  await page.getByRole("menuitem", { name: "Brainstorm" }).click();
  await page.waitForFunction(() => document.querySelector(".form-head input")?.value === "Brainstorm");
  const title = page.getByRole("textbox", { name: "Title of the activity" });
  await title.fill("Last thoughts");
  await title.press("Enter");
  await page.locator(".alist").getByText("Last thoughts").waitFor();
  await page.getByRole("radiogroup", { name: "While people write" }).getByText("Everyone").click();
  await page.getByRole("radio", { name: "Everyone" }).and(page.locator(":checked")).waitFor({ state: "attached" });
  const agenda = await page.locator(".alist .name").allTextContents();
  insist(
    agenda.length === 9 && agenda[7] === "Check-out" && agenda[8] === "Last thoughts",
    `agenda: ${agenda.join(", ")}`,
  );
  await look("plan-brainstorm", amina);
}

async function join({ amina, jonas, insist, look }) {
  await amina.page.getByRole("button", { name: "Let people in" }).click();
  const link = await amina.page.getByLabel("Link", { exact: true }).inputValue();
  insist(link.startsWith("convene://join/"), `the link is ${link}`);
  await look("invite", amina);
  await jonas.start();
  await jonas.page.getByRole("button", { name: "Join", exact: true }).click();
  await look("join", jonas);
  await jonas.page.getByLabel("Link from the facilitator").fill(link);
  await jonas.page.getByLabel("Your name in this room").fill("Jonas");
  await jonas.page.getByRole("button", { name: "Join", exact: true }).click();
  await heading(jonas.page, words("2 of 2 are here")).waitFor(seconds(60));
  await amina.page.getByRole("dialog").getByText("Jonas").waitFor();
  await look("invite-here", amina);
  await amina.page.getByRole("button", { name: "Go to the session" }).click();
  await heading(amina.page, words("2 of 2 are here")).waitFor();
  await look("waiting", amina, jonas);
}

async function begin(story) {
  const { amina, jonas, look } = story;
  await amina.page.getByRole("button", { name: words("Start: Welcome") }).click();
  for (const { page } of [amina, jonas]) await heading(page, /^Why we are here/u).waitFor();
  await look("brief", amina, jonas);
  await jonas.page.getByRole("button", { name: "Ready", exact: true }).click();
  await amina.page.getByRole("complementary", { name: "People" }).getByText("1 ready").waitFor();
  await next(story, "Check-in");
  await look("round-open", amina, jonas);
  for (const laptop of [amina, jonas]) {
    const answer = laptop.page.getByLabel("Your answer");
    await answer.fill(`${laptop.name} hopes for one plan`);
    await answer.press("Enter");
  }
  for (const { page } of [amina, jonas])
    for (const name of ["Amina", "Jonas"]) await page.getByText(`${name} hopes for one plan`).waitFor();
  await look("round", amina, jonas);
}

async function write(story) {
  const { amina, jonas, both, insist, look } = story;
  await next(story, "Ideas alone");
  await look("write-empty", amina, jonas);
  for (const { page, name } of both) {
    const box = page.getByLabel("Add one idea");
    for (const text of ideas[name]) {
      await box.fill(text);
      await box.press("Enter");
      await page.getByText(text).waitFor();
    }
  }
  await heading(amina.page, words("6 notes, face down")).waitFor();
  await jonas.page.getByText(words("6 in the room")).waitFor();
  insist((await amina.page.locator(".facedown li").count()) === 6, "not six notes lie face down");
  await look("write", amina, jonas);
  for (const [laptop, other] of [
    [amina, jonas],
    [jonas, amina],
  ]) {
    const html = await laptop.page.content();
    for (const text of ideas[other.name]) insist(!html.includes(text), `${laptop.name}'s page holds “${text}”`);
  }
}

async function reveal(story) {
  await next(story, "Sort and name");
  for (const { page } of story.both) for (const text of all) await note(page, text).waitFor();
  await story.look("cluster-loose", ...story.both);
}

/** Drags a note with the pointer, as a hand does, into the middle of a cluster. */
async function drag(page, text, into) {
  await note(page, text).scrollIntoViewIfNeeded();
  const from = await note(page, text).boundingBox();
  const to = await cluster(page, into).boundingBox();
  await page.mouse.move(from.x + 30, from.y + 20);
  await page.mouse.down();
  await page.mouse.move(from.x + 50, from.y + 40, { steps: 3 });
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
}

async function moveByMenu(page, text, into) {
  await note(page, text).focus();
  await page.keyboard.press("m");
  await page.getByRole("dialog").getByRole("button", { name: into }).click();
}

async function group({ amina, jonas, look }) {
  await amina.page.getByLabel("Name of a new cluster").fill("Testing the same way");
  await amina.page.getByRole("button", { name: "Add cluster" }).click();
  await cluster(jonas.page, "Testing the same way").waitFor();
  await drag(amina.page, all[0], "Testing the same way");
  await grouped(jonas.page, "Testing the same way", all[0]).waitFor();
  await moveByMenu(jonas.page, all[5], "Testing the same way");
  await grouped(amina.page, "Testing the same way", all[5]).waitFor();
  await note(jonas.page, all[5]).and(jonas.page.locator(":focus")).waitFor(); // the focus goes with the note
  await note(jonas.page, all[1]).focus();
  await jonas.page.keyboard.press("m");
  await look("move", jonas);
  await jonas.page.getByLabel("Name of a new cluster").last().fill("Telling");
  await jonas.page.getByRole("button", { name: "Make and move" }).click();
  await grouped(amina.page, "Telling", all[1]).waitFor();
  await moveByMenu(amina.page, all[4], "Telling");
  const name = cluster(jonas.page, "Telling").getByRole("textbox", { name: "Name of the cluster" });
  await name.fill("Telling people what we found");
  await name.press("Enter");
  await grouped(amina.page, "Telling people what we found", all[4]).waitFor();
  await grouped(jonas.page, "Telling people what we found", all[4]).waitFor();
  await look("cluster", amina, jonas);
}

export const before = [
  ["a session is made from the template", create],
  ["an activity where notes are seen at once is added", addPublic],
  ["the link lets the second laptop in", join],
  ["both see the welcome and both answers of the check-in", begin],
  ["three notes each stay face down for the other", write],
  ["all six are turned over on both", reveal],
  ["a note moved on one page has moved on the other, and clusters are named", group],
];
