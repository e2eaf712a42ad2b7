// The story of the craft: what settings of activities ask of people stands on their screens, and is answered there: ideas of one's own, stars,
// boxes with a clock, a sorting that merges, one in steps, an offer that meets an ask, an objection with its reason, a review.
import { Laptop, words } from "./laptop.mjs";

const seconds = (n) => ({ timeout: n * 1000 });
const heading = (page, name) => page.getByRole("heading", { name });

const plan = [
  ["brief", "Welcome", "Why are we here?", { ack: true, prefill: "charter" }],
  ["round", "One word", "How do you arrive?", { answer: "word", secondsPerTurn: 25 }],
  [
    "brainstorm",
    "Eight boxes",
    "What helps?",
    { visibility: "public", minPerPerson: 2, starOwn: 1, slots: 8, secondsPerSlot: 60 },
  ],
  ["cluster", "Tidy", "What says the same?", { mode: "merge" }],
  [
    "cluster",
    "Sort",
    "What belongs together?",
    { release: "in-batches", startWithPairs: true, maxClusters: 2, nameWords: [2, 4] },
  ],
  [
    "canvas",
    "Give and need",
    "What can you give?",
    { zones: [{ title: "I can give" }, { title: "I need" }], connectors: true, matches: true },
  ],
  ["vote", "Consent", "Do we try this?", { method: "consent", purpose: "decide", options: "proposal" }],
  [
    "commit",
    "Who does it",
    "Who does what?",
    { require: ["what", "owner", "due", "firstStep"], extra: ["sign"], roles: ["is asked"], maxActions: 3 },
  ],
  ["commit", "Look back", "Where does each stand?", { mode: "review", states: ["done", "on the way", "stuck"] }],
].map(([kind, title, prompt, settings]) => ({ kind, title, prompt, settings }));

async function prepare(story) {
  const { amina, jonas } = story;
  await amina.start();
  await jonas.start();
  const made = await amina.ask("sessions.create", { title: "The craft", purpose: "Water for all", outcomes: [] });
  story.id = made.session;
  let after = "";
  for (const activity of plan) {
    const given = { session: story.id, ...activity, minutes: 6, ...(after ? { after } : {}) };
    after = (await amina.ask("activity.add", given)).id;
  }
  await amina.page.evaluate((id) => (location.hash = `#/plan/${id}`), story.id);
  await amina.page.getByRole("button", { name: "Let people in" }).click();
  const link = await amina.page.getByLabel("Link", { exact: true }).inputValue();
  const joined = await jonas.ask("sessions.join", { link, name: "Jonas" });
  await jonas.page.evaluate((id) => (location.hash = `#/room/${id}`), joined.session);
  await amina.page.getByRole("button", { name: "Go to the session" }).click();
  await amina.page.getByRole("button", { name: words("Start: Welcome") }).click();
  for (const { page } of [amina, jonas]) await heading(page, "Why are we here?").waitFor(seconds(60));
}

async function next({ amina, jonas }, title) {
  await amina.page.getByRole("button", { name: words(`Next: ${title}`) }).click();
  const { prompt } = plan.find((activity) => activity.title === title);
  for (const { page } of [amina, jonas]) await heading(page, prompt).waitFor(seconds(30));
}

async function brief(story) {
  const { amina, jonas, look } = story;
  await jonas.page.getByText(words("Press Ready when you have read it: # of # have.")).waitFor();
  await jonas.page.getByRole("button", { name: "Ready", exact: true }).click();
  await amina.page.getByText(words("Press Ready when you have read it: 1 of # have.")).waitFor();
  await amina.page.getByLabel("Word the proposal").fill("We fence the upper spring before the rains.");
  await amina.page.getByLabel("Word the proposal").blur();
  await jonas.page.getByText("We fence the upper spring before the rains.").waitFor();
  await look("craft-brief", amina, jonas);
  await next(story, "One word");
  await jonas.page.getByText("One word.", { exact: true }).waitFor();
  await jonas.page.getByText(words("About 25 seconds each; nobody is cut off.")).waitFor();
  await look("craft-round", jonas);
}

async function ideas(story) {
  const { jonas, amina, look } = story;
  await next(story, "Eight boxes");
  const { page } = jonas;
  await page.getByText(words("Box 1 of 8")).waitFor();
  await page.getByText("Work quietly: nobody talks.").waitFor();
  await page.getByText(words("Ideas from each, at least: 2. You have 0.")).waitFor();
  for (const text of ["A fence", "Fence it", "Test weekly"]) {
    await page.getByLabel("Add one idea").fill(text);
    await page.keyboard.press("Enter");
    await page.getByText(text, { exact: true }).waitFor();
  }
  await page.getByText(words("You have 3.")).waitFor();
  await page
    .getByRole("button", { name: words("Test weekly") })
    .and(page.locator("[aria-pressed]"))
    .click();
  await page.getByText(words("Your favourites to star: 1. Starred: 1.")).waitFor();
  await look("craft-ideas", amina, jonas);
}

/** By keyboard alone: chosen, merged, and one note with the credit of its writer. */
async function merge(story) {
  const { amina, jonas, insist, look } = story;
  await next(story, "Tidy");
  const { page } = jonas;
  await page
    .getByText("Choose notes that say the same, and make one of them. Their writers keep the credit.")
    .waitFor();
  await page.getByRole("group", { name: words("A fence. In") }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("toolbar").getByRole("button", { name: "Make one of these" }).waitFor();
  await look("craft-merge-chosen", jonas);
  await page.keyboard.press("j");
  const dialog = page.getByRole("dialog", { name: "Make one of these" });
  await dialog.getByLabel("In these words").fill("A fence around the spring");
  await look("craft-merge", jonas);
  await dialog.getByRole("button", { name: "Make one note" }).press("Enter");
  await amina.page.getByRole("group", { name: words("A fence around the spring. In") }).waitFor();
  insist((await amina.page.locator("[data-note]").count()) === 2, "the notes that went in are still there");
}

async function steps(story) {
  const { amina, jonas, look } = story;
  await next(story, "Sort");
  await jonas.page.getByText(words("Step 1 of 3, until #:#.")).waitFor();
  await jonas.page.getByText("Look for pairs first: two notes that belong together, no more.").waitFor();
  await jonas.page.getByText(words("Clusters at most: 2. There are 0.")).waitFor();
  await amina.page.getByLabel("Name of a new cluster").fill("Wells");
  await amina.page.getByRole("button", { name: "Add cluster" }).click();
  await jonas.page.getByText(words("Not yet 2 to 4 words: Wells")).waitFor();
  await look("craft-steps", amina, jonas);
  await amina.page.getByRole("button", { name: "Next step" }).click();
  await jonas.page.getByText(words("Step 2 of 3, until #:#.")).waitFor();
}

async function matches(story) {
  const { amina, jonas, look } = story;
  await next(story, "Give and need");
  for (const [laptop, zone, text] of [
    [amina, "I can give", "A van on Fridays"],
    [jonas, "I need", "Twenty chairs fetched"],
  ]) {
    const box = laptop.page.getByRole("textbox", { name: words(`Add to ${zone}`) });
    await box.fill(text);
    await box.press("Enter");
  }
  const { page } = jonas;
  await page.getByLabel(words("I can give: which?")).selectOption({ label: "A van on Fridays" });
  await page.getByLabel(words("I need: which?")).selectOption({ label: "Twenty chairs fetched" });
  await page.getByRole("button", { name: "These go together" }).click();
  await page.getByText(words("Still asked: Amina.")).waitFor();
  await look("craft-matches", amina, jonas);
  await amina.page.getByRole("button", { name: words("Yes, I will: A van on Fridays, Twenty chairs fetched") }).click();
  for (const laptop of [amina, jonas]) await laptop.page.getByText(words("Became action 1.")).waitFor(seconds(30));
}

async function consent(story) {
  const { amina, jonas, look } = story;
  await next(story, "Consent");
  const { page } = jonas;
  await page.getByText("This vote decides.").waitFor();
  await page.getByText("We fence the upper spring before the rains.").waitFor();
  await page.getByText("I object", { exact: true }).click();
  await page.getByLabel("What harm do you see for our purpose?").fill("The lower well runs dry");
  await look("craft-consent", jonas);
  await page.getByRole("button", { name: "Hand in ballot" }).click();
  await page.getByText("Handed in").waitFor();
  await amina.page.getByText("I consent", { exact: true }).click();
  await amina.page.getByRole("button", { name: "Hand in ballot" }).click();
  await amina.page.getByRole("button", { name: "Close and count the vote" }).click();
  for (const laptop of [amina, jonas]) {
    await laptop.page
      .getByText("There are objections: talk about them, change the proposal, and vote again.")
      .waitFor(seconds(30));
    await laptop.page.getByText("The lower well runs dry").waitFor();
  }
  const changed = amina.page.getByLabel(words("What was changed for: The lower well runs dry"));
  await changed.fill("Half the water stays in the lower well");
  await changed.blur();
  await jonas.page.getByText("Half the water stays in the lower well").waitFor();
  await look("craft-objection", amina, jonas);
}

async function actions(story) {
  const { amina, jonas, look } = story;
  await next(story, "Who does it");
  const { page } = jonas;
  await page.getByText(words("Each action says: What, Who, By when, First step.")).waitFor();
  await page.getByLabel("What will be done?").fill("Measure the wire");
  await page.keyboard.press("Enter");
  await page.getByText(words("Still missing: First step")).first().waitFor();
  await page.getByRole("button", { name: words("Details: Measure the wire") }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("First step").fill("Borrow a tape");
  await dialog.getByLabel("A sign that it is done").fill("A number on the wall");
  await dialog.getByLabel("is asked").selectOption({ label: "Amina" });
  await look("craft-details", jonas);
  await dialog.getByRole("button", { name: "Done" }).click();
  for (const laptop of [amina, jonas]) {
    await laptop.page.getByText(words("First step: Borrow a tape")).waitFor(seconds(30));
    await laptop.page.getByText(words("A sign that it is done: A number on the wall")).waitFor(seconds(30));
    await laptop.page.getByText(words("is asked: Amina")).waitFor(seconds(30));
  }
  await look("craft-actions", amina, jonas);
  await next(story, "Look back");
  await page.getByLabel(words("Where it stands: Measure the wire")).selectOption("on the way");
  await amina.page.getByLabel(words("Where it stands: Measure the wire")).and(amina.page.locator("select")).waitFor();
  await look("craft-review", amina, jonas);
}

const parts = [
  ["two laptops, and a plan full of settings", prepare],
  ["a brief counts who is ready, and a round says what it asks", brief],
  ["a brainstorm says how many, how quietly, in which box, and stars are given", ideas],
  ["who sorts makes one note of two, by keyboard alone", merge],
  ["a sorting says its steps, its pairs and its advice", steps],
  ["an offer meets an ask, and both say yes", matches],
  ["an objection is handed in with its reason", consent],
  ["actions take all that is asked of them, and a review asks where they stand", actions],
];

/** Plays the story, a check for each part. After one that failed the rest is not tried, and fails. */
export async function craft(browser, binary, check, insist, look = () => Promise.resolve()) {
  const story = {
    amina: new Laptop(browser, binary, "Amina"),
    jonas: new Laptop(browser, binary, "Jonas"),
    insist,
    look,
  };
  let broken = "";
  try {
    for (const [name, act] of parts)
      await check(`craft: ${name}`, async () => {
        insist(broken === "", `not tried, because this failed before it: ${broken}`);
        try {
          await act(story);
        } catch (error) {
          broken = name;
          const open = [story.amina, story.jonas].filter((one) => one.page);
          await look(`failed-craft-${name.replaceAll(" ", "-").slice(0, 24)}`, ...open);
          throw error;
        }
      });
    await check("craft: the pages report no errors", () => {
      const said = [...story.amina.troubles, ...story.jonas.troubles];
      insist(said.length === 0, said.join("\n"));
      return Promise.resolve();
    });
  } finally {
    await story.amina.end();
    await story.jonas.end();
  }
}
