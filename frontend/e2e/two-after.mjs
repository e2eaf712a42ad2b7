// The story of two laptops from the vote to the record, with a power cut at the facilitator's.
import { read, words } from "./laptop.mjs";
import { pages, printed } from "./paper.mjs";
import { next } from "./two-before.mjs";

const options = ["Testing the same way", "Telling people what we found"];
const seconds = (n) => ({ timeout: n * 1000 });
const people = (page) => page.getByRole("complementary", { name: "People" });

async function ballot({ page }, dots) {
  for (const [option, n] of dots)
    for (let i = 0; i < n; i++) await page.getByRole("button", { name: words(`One dot more for ${option}`) }).click();
  await page.getByRole("button", { name: "Hand in ballot" }).click();
  await page.getByText("Handed in", { exact: true }).waitFor();
}

async function vote(story) {
  const { amina, jonas, both, insist, look } = story;
  await next(story, "Where to begin");
  for (const { page } of both) {
    // Two voters: a total cannot hide who chose what, so the ballots are sealed, not secret, and the page says so.
    await page.getByText(words("Only # people can vote here: too few for totals to hide who chose what.")).waitFor();
    await page.getByText(words("Sealed until the vote closes, also for Amina.")).waitFor();
  }
  await look("vote-empty", amina, jonas);
  const left = await jonas.page.getByText(words("# of # dots left")).textContent();
  const each = Number(/of (\d+) dots/u.exec(read(left))[1]);
  insist(each >= 2, `there are ${each} dots each`);
  await ballot(jonas, [
    [options[0], 1],
    [options[1], 1],
  ]);
  await amina.page.getByText(words("1 of 2 ballots are in.")).waitFor();
  await look("vote-one-in", amina, jonas);
  insist((await amina.page.getByRole("region", { name: "Result" }).count()) === 0, "a result is shown before the end");
  await ballot(amina, [[options[0], 2]]);
  await jonas.page.getByText(words("2 of 2 ballots are in.")).waitFor();
  await amina.page.getByRole("button", { name: "Close and count the vote" }).click();
  for (const { page } of both) {
    const result = page.getByRole("region", { name: "Result" });
    await result.getByText(words("2 of 2 voted, 4 dots.")).waitFor(seconds(30));
    const first = await result.getByRole("listitem").first().textContent();
    insist(first.includes(options[0]) && first.includes("3"), `the first row is “${first}”`);
  }
  await look("result", amina, jonas);
}

async function talk(story) {
  const { amina, jonas, look } = story;
  await next(story, "Top three");
  const about = amina.page.getByRole("button", { name: words(`Talk about this: ${options[1]}`) });
  await about.click();
  await about.waitFor({ state: "detached" });
  await jonas.page
    .getByRole("list", { name: "What we talk about" })
    .getByRole("listitem")
    .filter({ hasText: options[1] })
    .getByText("Now", { exact: true })
    .waitFor();
  await keep(jonas, "Question", "Who reads the strip on holidays?");
  await amina.page.getByText("Who reads the strip on holidays?").waitFor();
  await keep(amina, "Insight", "Monday is market day in all three places");
  await jonas.page.getByText("Monday is market day in all three places").waitFor();
  await look("discuss", amina, jonas);
}

async function keep({ page }, type, text) {
  await page.getByRole("radiogroup", { name: "It is" }).getByText(type, { exact: true }).click();
  const box = page.getByLabel("What was said that should stay?");
  await box.fill(text);
  await box.press("Enter");
  await page.getByText(text).first().waitFor();
}

async function powerCut({ amina, jonas, insist, look }) {
  const hash = new URL(amina.page.url()).hash;
  await amina.kill();
  await amina.page.getByText("This window has lost touch with the app on this computer.").waitFor();
  await look("line-lost", amina);
  await jonas.page.getByText("You are working on your own.").waitFor(seconds(60));
  await keep(jonas, "Insight", "The school is open on holidays");
  await jonas.page.getByText(words("Alone, # to share")).waitFor();
  await look("alone", jonas);
  const html = await jonas.page.content();
  for (const text of ["Who reads the strip on holidays?", "Monday is market day in all three places"])
    insist(html.includes(text), `Jonas no longer sees “${text}”`);

  await amina.start(hash);
  for (const text of [
    "Who reads the strip on holidays?",
    "Monday is market day in all three places",
    "The school is open on holidays",
  ])
    await amina.page.getByText(text).waitFor(seconds(60));
  await jonas.page.getByText("You are working on your own.").waitFor({ state: "detached", timeout: 60_000 });
  await people(amina.page).getByText(words("People, 2")).waitFor();
  await look("after-power-cut", amina, jonas);
}

async function commit(story) {
  const { amina, jonas, look } = story;
  await next(story, "Who does what");
  await look("commit-empty", amina, jonas);
  await amina.page.getByLabel("What will be done?").fill("Buy one test kit for each site");
  await amina.page.getByRole("combobox", { name: "Who", exact: true }).selectOption({ label: "Jonas" });
  await amina.page.getByLabel("By when", { exact: true }).fill("2027-01-15");
  await amina.page.getByRole("button", { name: "Add action" }).click();
  await amina.page.getByText("Has not said yes").waitFor();
  await look("commit-asked", amina, jonas);
  await jonas.page.getByRole("button", { name: "Yes, I will" }).click();
  for (const { page } of [amina, jonas]) await page.getByText("Said yes", { exact: true }).waitFor();
  await look("commit", amina, jonas);
  await next(story, "Check-out");
}

/** From Enter on one page to the words on the other, in milliseconds of this computer's clock. */
async function timed(from, to, text) {
  const seen = to.page.evaluate(
    (wanted) =>
      new Promise((found) => {
        const search = () => document.body.textContent.includes(wanted) && found(Date.now());
        new MutationObserver(search).observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
    text,
  );
  const box = from.page.getByLabel("Add one idea");
  await box.fill(text);
  const pressed = from.page.evaluate(
    () => new Promise((done) => addEventListener("keydown", () => done(Date.now()), { once: true, capture: true })),
  );
  await from.page.evaluate(() => undefined); // the listener is in place before the key
  await box.press("Enter");
  return (await seen) - (await pressed);
}

async function live(story) {
  const { amina, jonas, insist, look } = story;
  await next(story, "Last thoughts");
  const took = [];
  for (let i = 1; i <= 5; i++) {
    took.push(await timed(amina, jonas, `Amina thinks ${i}`));
    took.push(await timed(jonas, amina, `Jonas thinks ${i}`));
  }
  await look("live-notes", amina, jonas);
  took.sort((a, b) => a - b);
  console.log(`a note appears on the other page after ${took[5]} ms (median of 10; slowest ${took.at(-1)} ms)`);
  insist(took.at(-1) < 5_000, `a note took ${took.at(-1)} ms to the other page`);
}

/** Sheets have as many pages as they should: while people can join, with the code to scan, and afterwards without. */
async function sheets(page, insist, when) {
  for (const [kind, want] of [
    ["poster", 1],
    ["agenda", 1],
    ["stickies", 2],
  ]) {
    const got = pages(await printed(page, kind));
    insist(got === want, `${when} the sheet ${kind} has ${got} pages, not ${want}`);
  }
}

async function finish({ amina, jonas, insist, look }) {
  const room = await amina.page.evaluate(() => location.hash);
  await amina.page.evaluate((hash) => (location.hash = hash), room.replace("/room/", "/record/"));
  await amina.page.getByRole("heading", { name: "On paper" }).waitFor();
  await sheets(amina.page, insist, "before the end");
  await look("record-open", amina);
  await amina.page.evaluate((hash) => (location.hash = hash), room);
  await amina.page.getByRole("button", { name: "Close the last activity" }).click();
  await amina.page.getByRole("button", { name: "Finish the session" }).click();
  for (const { page } of [amina, jonas]) {
    await page.getByText(words("Closed #:#")).waitFor();
    await page.locator(".paper").getByText("Buy one test kit for each site").first().waitFor();
  }
  const prints = [];
  for (const { page } of [amina, jonas]) prints.push(await page.locator(".fingerprint .words").textContent());
  insist(prints[0] === prints[1], `the six words differ: ${prints.join(" / ")}`);
  await sheets(amina.page, insist, "after the end");
  await look("record", amina, jonas);
}

export const after = [
  ["two votes are sealed, and the result is on both", vote],
  ["what is kept in the discussion is on both", talk],
  ["the facilitator's laptop loses power; the other goes on, and everything is there again", powerCut],
  ["an action is accepted by its owner", commit],
  ["a note in the open is on the other page at once", live],
  ["the session is finished and both read the record", finish],
];
