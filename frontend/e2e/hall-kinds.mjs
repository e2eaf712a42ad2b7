// The parts of the story of a hall that the other story plays between two laptops: here the wall and a phone look on as well.
import { words } from "./laptop.mjs";

const seconds = (n) => ({ timeout: n * 1000 });
const heading = (page, name) => page.getByRole("heading", { name });

export async function more({ page }, item) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

/** One activity further; every page that is open shows its question. */
export async function next(story, title) {
  const { amina, jonas, rosa } = story;
  await amina.page.getByRole("button", { name: words(`Next: ${title}`) }).click();
  for (const { page } of [amina, jonas])
    await page.locator("header").getByText(title, { exact: true }).first().waitFor(seconds(30));
  await rosa.page.locator("header").getByText(title, { exact: true }).waitFor(seconds(30));
  const { prompt } = story.plan.find((activity) => activity.title === title);
  await heading(story.wall.page, prompt).waitFor(seconds(30));
}

/** The wall is a page of its own with a token that can only read; nothing that one person wrote alone stands on it. */
export async function wall(story) {
  const { amina, insist, look } = story;
  const opened = amina.context.waitForEvent("page");
  await amina.page.getByRole("button", { name: "Wall", exact: true }).click();
  const page = await opened;
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => amina.troubles.push(`the wall: ${error}`));
  page.on("console", (said) => said.type() === "error" && amina.troubles.push(`the wall: ${said.text()}`));
  story.wall = { page, name: "Wall" };
  await heading(page, "Why are we here?").waitFor();
  await page.getByRole("img", { name: "QR code of the link" }).waitFor();
  insist((await page.locator("button, input, textarea, select, a").count()) === 0, "the wall has something to press");
  await look("wall-brief", story.wall);
}

/** The words of everybody's screen, and none of what is not for everybody. */
export async function onWall(story, seen, unseen = []) {
  const { page } = story.wall;
  for (const text of seen) await page.getByText(text).first().waitFor(seconds(30));
  const html = await page.content();
  for (const text of unseen) story.insist(!html.includes(text), `the wall shows “${text}”`);
}

export async function round(story) {
  const { amina, jonas, rosa, look } = story;
  await next(story, "One word");
  for (const { page, name } of [jonas, rosa]) {
    await page.getByLabel("Your answer").fill(`${name} is awake`);
    await page.keyboard.press("Enter");
  }
  for (const { page } of [amina, jonas])
    for (const name of ["Jonas", "Rosa"]) await page.getByText(`${name} is awake`).waitFor();
  await onWall(story, [words("2 answers")]);
  await look("wall-round", story.wall);
}

export async function cluster(story) {
  const { amina, jonas, rosa, look } = story;
  await next(story, "Sorting");
  await amina.page.getByLabel("Name of a new cluster").fill("On the walls");
  await amina.page.getByRole("button", { name: "Add cluster" }).click();
  const note = jonas.page.getByRole("group", { name: words("Paper 3. In") });
  await note.focus();
  await jonas.page.keyboard.press("m");
  await jonas.page.getByRole("dialog").getByRole("button", { name: "On the walls" }).click();
  await amina.page.getByRole("group", { name: words("Paper 3. In On the walls") }).waitFor();
  await onWall(story, [words("On the walls"), words("1 note")]);
  await rosa.page.getByText("Look at the wall and take part aloud.").waitFor();
  await look("wall-cluster", story.wall);
}

export async function talk(story) {
  const { amina, jonas, rosa, look } = story;
  await next(story, "What now");
  await jonas.page.getByLabel("What was said that should stay?").fill("Strips cost less than we thought");
  await jonas.page.keyboard.press("Enter");
  await amina.page.getByText("Strips cost less than we thought").waitFor();
  await onWall(story, ["Strips cost less than we thought"]);
  await rosa.page.getByRole("button", { name: "Raise hand" }).click();
  await amina.page.getByRole("region", { name: "Who speaks" }).getByText("Rosa").first().waitFor();
  await look("wall-discuss", story.wall, amina);
}

export async function commit(story) {
  const { amina, jonas, rosa, look } = story;
  await next(story, "Who does it");
  await amina.page.getByLabel("What will be done?").fill("Paint the sign");
  await amina.page.getByRole("combobox", { name: "Who", exact: true }).selectOption({ label: "Jonas" });
  await amina.page.getByRole("button", { name: "Add action" }).click();
  await jonas.page.getByText("Paint the sign").waitFor();
  await onWall(story, ["Paint the sign", "Jonas"]);
  await rosa.page.getByText("Look at the wall and take part aloud.").waitFor();
  await look("wall-commit", story.wall);
}
