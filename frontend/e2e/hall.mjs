// The story of a hall: a facilitator's laptop, a second laptop that comes in by a code and waits at the door, the wall, a phone on
// the guest page, a seat at the laptop, paper, hands, groups and a canvas: every kind of activity once, to the end of the session.
import { cluster, commit, more, next, onWall, round, talk, wall } from "./hall-kinds.mjs";
import { Laptop, words } from "./laptop.mjs";

const seconds = (n) => ({ timeout: n * 1000 });
const heading = (page, name) => page.getByRole("heading", { name });

/** What the hall does: every kind of activity, and those that need a hall in both their forms. */
const plan = [
  ["brief", "Hello", "Why are we here?", {}],
  ["round", "One word", "How do you arrive?", {}],
  ["brainstorm", "Ideas alone", "What helps?", { visibility: "private-until-reveal" }],
  ["brainstorm", "From paper", "What is on the wall?", { visibility: "public" }],
  ["cluster", "Sorting", "What belongs together?", {}],
  ["vote", "Which first", "Which first?", { options: "notes", method: "dots", secret: false }],
  ["vote", "Hands up", "How far can you go along?", { method: "scale", scale: "fist0-5", purpose: "gauge" }],
  ["breakout", "Small groups", "What do you say?", { form: "self-select", inner: "brainstorm" }],
  ["canvas", "Now and later", "What when?", { layout: "columns", zones: [{ title: "Now" }, { title: "Later" }] }],
  ["discuss", "What now", "What did we learn?", {}],
  ["commit", "Who does it", "Who does what?", {}],
].map(([kind, title, prompt, settings]) => ({ kind, title, prompt, settings }));

async function prepare(story) {
  const { amina, look } = story;
  await amina.start();
  const made = await amina.ask("sessions.create", { title: "A hall", purpose: "Use every screen once", outcomes: [] });
  story.id = made.session;
  let after = "";
  for (const activity of plan) {
    const given = { session: story.id, ...activity, minutes: 5, ...(after ? { after } : {}) };
    after = (await amina.ask("activity.add", given)).id;
  }
  await amina.page.evaluate((id) => (location.hash = `#/plan/${id}`), story.id);
  await heading(amina.page, "A hall").waitFor();
  await amina.page.locator(".alist").getByText("Who does it").waitFor();
  await look("hall-plan", amina);
}

/** In by the code, where the facilitator asks first: the same two words stand on both screens. */
async function door({ amina, jonas, insist, look }) {
  await amina.page.getByRole("button", { name: "Let people in" }).click();
  await amina.page.getByText("Ask me before anyone comes in").click();
  await amina.page.getByRole("button", { name: "Open a code" }).click();
  const code = await amina.page.locator("output.code").textContent();
  insist(/^\d+-[a-z]+-[a-z]+$/u.test(code), `the code is ${code}`);
  const address = await amina.page.locator(".invite-link bdi").textContent();
  await jonas.start();
  await jonas.page.getByRole("button", { name: "Join", exact: true }).click();
  // As people type what they hear; the address stands in for a network that carries no multicast.
  await jonas.page.getByLabel("Code or link from the facilitator").fill(code.replaceAll("-", " ").toUpperCase());
  await jonas.page.getByLabel("Your name in this room").fill("Jonas");
  await jonas.page.getByText("Another way in").click();
  await jonas.page.getByLabel("Address, if the code is not found").fill(address);
  await jonas.page.getByRole("button", { name: "Join", exact: true }).click();
  const theirs = await jonas.page.locator(".join-words b").textContent(seconds(60));
  await amina.page.getByText(words(`Their screen says: ${theirs}`)).waitFor();
  await look("door", amina, jonas);
  await amina.page.getByRole("button", { name: words("Let in: Jonas") }).click();
  await heading(jonas.page, words("2 of 2 are here")).waitFor(seconds(60));
  await amina.page.getByText("Invites still open").click();
  await amina.page.getByRole("button", { name: words("Take back the invite: By code, asks first") }).click();
  await amina.page.getByText("No code is open.").waitFor();
  await amina.page.getByRole("button", { name: "Go to the session" }).click();
}

/** The first activity is open on both laptops and on the wall. */
async function begin(story) {
  const { amina, jonas } = story;
  await amina.page.getByRole("button", { name: words("Start: Hello") }).click();
  for (const { page } of [amina, jonas]) await heading(page, "Why are we here?").waitFor();
  await wall(story);
}

/** What comes next is left out, and taken in again: by the agenda, on the laptop of who has the floor. */
async function leaveOut({ amina, insist }) {
  const { page } = amina;
  const onward = page.locator(".ltop .btn.primary");
  await page.getByRole("button", { name: "If it gets stuck" }).click();
  await page.getByRole("menuitem", { name: words("Leave out: One word") }).click();
  await page.locator(".alist").getByText("Left out").waitFor();
  await onward.filter({ hasText: "Ideas alone" }).waitFor();
  await page.getByRole("button", { name: words("Take in again: One word") }).click();
  await onward.filter({ hasText: "One word" }).waitFor();
  insist((await page.locator(".alist").getByText("Left out").count()) === 0, "it is still shown as left out");
}

/** The floor goes to Jonas in two clicks and comes back; his buttons are those of who leads. */
async function handOver({ amina, jonas, look }) {
  const { page } = amina;
  const act = async (name) => {
    await page.getByRole("button", { name: /^More about .*Jonas/u }).click();
    await look("people-menu", amina);
    await page.getByRole("menuitem", { name: words(name) }).click();
  };
  await act("Make: Co-facilitator");
  await jonas.page.locator(".ltop").waitFor();
  await act("Give them the floor");
  const row = (laptop, name) => laptop.page.locator(".people li").filter({ hasText: name }).first();
  await row(amina, "Jonas").getByText("Has the floor").waitFor();
  await row(jonas, "You").getByText("Has the floor").waitFor();
  await more(amina, "Take the floor");
  await row(amina, "You").getByText("Has the floor").waitFor();
  await act("Make: Participant");
  await jonas.page.locator(".part").waitFor();
}

/** A phone scans the page's code and sits down. */
async function phone(story) {
  const { amina, look } = story;
  await more(amina, "People without a laptop");
  await amina.page.getByLabel("On which network").selectOption("127.0.0.1");
  await amina.page.getByRole("button", { name: "Open the page" }).click();
  const link = await amina.page.getByLabel("Address for phones").inputValue();
  const context = await story.browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("pageerror", (error) => amina.troubles.push(`Rosa: ${error}`));
  story.rosa = { page, name: "Rosa", context };
  await page.goto(link);
  await page.getByText("somebody with technical skill").waitFor();
  await look("guest-door", story.rosa);
  await page.getByLabel("Your name in this room").fill("Rosa");
  await page.getByRole("button", { name: "Sit down" }).click();
  await heading(page, "Why are we here?").waitFor();
  await page.getByText("Look at the wall and take part aloud.").waitFor();
  await amina.page.getByRole("button", { name: "Done" }).click();
}

/** What a phone and a laptop write alone is a number on every other screen. */
async function alone(story) {
  const { amina, jonas, rosa, insist, look } = story;
  const { page } = rosa;
  await next(story, "Ideas alone");
  await page.getByText("Kept on the laptop that signs for you").waitFor();
  await page.getByLabel("Add one idea").fill("Rosa thinks alone");
  await page.keyboard.press("Enter");
  await page.getByText("Rosa thinks alone").waitFor();
  await look("guest-write", rosa);
  await page.getByRole("button", { name: "Raise hand" }).click();
  await page.getByRole("button", { name: "Lower hand" }).click();
  await heading(amina.page, words("1 note, face down")).waitFor();
  const told = JSON.stringify((await amina.ask("view.snapshot", { session: story.id })).records);
  insist(!told.includes("Rosa thinks alone"), "the hosting laptop's window is told what the phone wrote alone");
  insist(told.includes('"guest":true'), "the seat is not marked as a guest's");
  await jonas.page.getByLabel("Add one idea").fill("Jonas thinks alone");
  await jonas.page.keyboard.press("Enter");
  await heading(amina.page, words("2 notes, face down")).waitFor();
  await onWall(story, [words("2 notes, face down")], ["Rosa thinks alone", "Jonas thinks alone"]);
  await look("wall-alone", story.wall);
}

async function paper(story) {
  const { amina, jonas, look, insist } = story;
  await next(story, "From paper");
  const { page } = amina;
  // By keyboard alone, twenty notes: the menu, the box, type, Enter, the next one.
  await page.getByRole("button", { name: "More", exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("menuitem", { name: "Type in paper notes" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Words on the paper").and(page.locator(":focus")).waitFor();
  for (let i = 1; i <= 20; i++) {
    await page.keyboard.type(`Paper ${i}`);
    await page.keyboard.press("Enter");
  }
  await page.getByText(words("20 typed in.")).waitFor();
  await look("paper", amina);
  await page.keyboard.press("Escape");
  await jonas.page.getByText("Paper 20", { exact: true }).waitFor();
  insist((await jonas.page.getByText(/^Paper \d+$/u).count()) === 20, "not twenty notes came over");
  await jonas.page.getByText(words("Rosa thinks alone")).waitFor({ state: "detached" });
  await onWall(story, [words("20 notes")]);
  await look("wall-paper", story.wall);
}

/** Somebody at the laptop, who writes after the number key. */
async function seat(story) {
  const { amina, jonas, look } = story;
  await more(amina, "People without a laptop");
  await amina.page.getByLabel("Name of the person").fill("Kofi");
  await amina.page.getByRole("button", { name: "Add seat" }).click();
  await amina.page.locator(".seat-list").getByText("Kofi").waitFor();
  await amina.page.getByRole("button", { name: "Done" }).click();
  const bar = amina.page.getByRole("radiogroup", { name: "Who is writing" });
  await bar.waitFor();
  await amina.page
    .getByRole("main")
    .first()
    .click({ position: { x: 5, y: 5 } });
  await amina.page.keyboard.press("2");
  await bar.getByRole("radio", { name: /Kofi/u, checked: true }).waitFor();
  await amina.page.getByLabel("Add one idea").fill("Kofi says boil it");
  await amina.page.keyboard.press("Enter");
  await jonas.page.getByText("Kofi says boil it").waitFor();
  await look("seat", amina, jonas);
}

async function ballots(story) {
  const { amina, jonas, rosa, insist, look } = story;
  await next(story, "Which first");
  const option = rosa.page.getByRole("button", { name: words("One dot more for Paper 1") }).first();
  await option.click();
  await look("guest-vote", rosa);
  await rosa.page.getByRole("button", { name: "Hand in ballot" }).click();
  await rosa.page.getByText("Handed in").waitFor();
  await amina.page.getByText(words("1 of # ballots are in.")).waitFor();
  await onWall(story, [words("1 of #"), "ballots are in. They stay sealed until the end."]);
  await look("wall-vote", story.wall);
  const told = (await amina.ask("view.snapshot", { session: story.id })).records;
  const cast = told.filter((record) => record.kind === "ballot" && (record.mine ?? []).length > 0);
  insist(cast.length === 0, `the window is told a guest's ballot: ${JSON.stringify(cast)}`);
  await amina.page.getByRole("button", { name: "Close and count the vote" }).click();
  for (const { page } of [amina, jonas, rosa]) await page.getByRole("region", { name: "Result" }).waitFor(seconds(30));
  await onWall(story, [words("1 of # voted.")]);
  await look("wall-result", story.wall);
}

async function hands(story) {
  const { amina, jonas, look } = story;
  await next(story, "Hands up");
  await amina.page.getByRole("button", { name: "Count hands instead" }).click();
  await amina.page.getByLabel("People in the room").fill("5");
  for (const [step, count] of [
    [3, 1],
    [4, 2],
    [5, 2],
  ])
    await amina.page.getByLabel(new RegExp(`: [\\u2068\\u2069]*${step}[\\u2068\\u2069]*$`, "u")).fill(String(count));
  await look("hands", amina);
  await amina.page.getByRole("button", { name: "Keep the count" }).click();
  await amina.page.getByRole("dialog").waitFor({ state: "detached" });
  await amina.page.getByRole("button", { name: "Close and count the vote" }).click();
  await jonas.page.getByRole("region", { name: "Result" }).waitFor(seconds(30));
  await onWall(story, [words("5 of # voted.")]);
}

async function groups(story) {
  const { amina, jonas, look } = story;
  await next(story, "Small groups");
  await jonas.page.getByLabel("A topic you would host").fill("The well");
  await jonas.page.getByRole("button", { name: "Begin a group" }).click();
  await jonas.page.getByRole("region", { name: "My group" }).waitFor();
  await amina.page
    .locator("section, article, li")
    .filter({ hasText: "The well", has: amina.page.getByRole("button", { name: words("Join group #") }) })
    .last()
    .getByRole("button", { name: words("Join group #") })
    .click();
  await amina.page.getByRole("region", { name: "My group" }).waitFor();
  await jonas.page.getByLabel("What does your group say?").fill("Cover it at night");
  await jonas.page.keyboard.press("Enter");
  await amina.page.getByRole("region", { name: "My group" }).getByText("Cover it at night").waitFor();
  await jonas.page.getByText("Bring back to all").click();
  await jonas.page.getByText(words("1 of # marked to bring back.")).waitFor();
  await onWall(story, [words("The well")]);
  await story.rosa.page.getByText("Look at the wall and take part aloud.").waitFor();
  await look("groups", amina, jonas, story.wall);
}

async function canvas(story) {
  const { amina, jonas, rosa, look } = story;
  await next(story, "Now and later");
  const box = jonas.page.getByRole("textbox", { name: words("Add to Now") });
  await box.fill("Count the strips");
  await box.press("Enter");
  await amina.page.getByRole("region", { name: "Now", exact: true }).getByText("Count the strips").waitFor();
  await rosa.page.getByLabel("Where it belongs").selectOption("Later");
  await rosa.page.getByLabel("Add one idea").fill("Rosa paints a sign");
  await rosa.page.keyboard.press("Enter");
  await amina.page.getByRole("region", { name: "Later", exact: true }).getByText("Rosa paints a sign").waitFor();
  await jonas.page.getByLabel(words("Move “Count the strips”")).selectOption("Later");
  await amina.page.getByRole("region", { name: "Later", exact: true }).getByText("Count the strips").waitFor();
  await story.wall.page.keyboard.press("ArrowRight");
  await onWall(story, ["Count the strips"]);
  await look("canvas", amina, jonas, rosa, story.wall);
}

/** Help when it gets stuck, a process point and something parked; then the end, through what is open. */
async function end(story) {
  const { amina, jonas, look } = story;
  await amina.page.getByRole("button", { name: "If it gets stuck" }).click();
  await look("rescue", amina);
  await amina.page.getByRole("menuitem", { name: "Two quiet minutes" }).click();
  await jonas.page.getByText(words("Quiet until ")).waitFor();
  await more(jonas, "Raise a process point");
  await jonas.page.getByLabel("What about how we work together?").fill("We talk over each other");
  await jonas.page.getByRole("button", { name: "Raise it" }).click();
  await amina.page.getByRole("complementary", { name: "People" }).getByText("We talk over each other").waitFor();
  await amina.page.getByLabel("Park something for later").fill("Old pipes");
  await amina.page.keyboard.press("Enter");
  const notes = amina.page.getByLabel("Notes to yourself");
  await notes.fill("Ask Jonas about the river");
  await notes.blur();
  await amina.page.getByText("Kept", { exact: true }).waitFor();
  await more(amina, "Finish the session");
  await amina.page.getByLabel(words("Answer to “We talk over each other”")).fill("One at a time");
  await look("matters", amina);
  await amina.page.keyboard.press("Enter");
  await amina.page.getByRole("button", { name: words("Take “Old pipes” to the follow-up") }).click();
  await amina.page.getByText("Everything is dealt with.").waitFor();
  await amina.page.getByRole("button", { name: "Finish the session now" }).click();
  for (const { page } of [amina, jonas]) {
    await page.locator(".paper").getByText("Rosa thinks alone").first().waitFor(seconds(60));
    await page.getByText(words("Closed #:#")).waitFor();
  }
  const sixWords = (await amina.page.locator(".fingerprint .words").innerText()).trim().replaceAll(/\s+/gu, " ");
  await onWall(story, ["Thank you. This is what we take with us.", "Paint the sign", sixWords]);
  await look("wall-end", story.wall);
  await amina.page.getByRole("button", { name: "Check from the first change on" }).click();
  await amina.page.getByText(words("All # changes are signed and allowed.")).waitFor();
}

/** The session as a file to the third laptop, which was never in the room. */
async function carry(story) {
  const { amina, jonas, insist, look } = story;
  await amina.page.evaluate(() => (location.hash = "#/"));
  await amina.page.getByRole("button", { name: /^More about .*A hall/u }).click();
  await amina.page.getByRole("menuitem", { name: "Save as a file to carry" }).click();
  await amina.page.getByRole("dialog").getByRole("button", { name: "Save the file" }).click();
  const said = await amina.page.getByText(/^Saved in/u).innerText();
  const saved = {
    path: said
      .replaceAll(/[\u2066-\u2069]/gu, "")
      .replace("Saved in ", "")
      .trim(),
  };
  await jonas.page.evaluate(() => (location.hash = "#/join"));
  await jonas.page.getByText("Another way in").click();
  await jonas.page.getByLabel("Path of a .convene file").fill(saved.path);
  await jonas.page.getByRole("button", { name: "Take it in" }).click();
  await jonas.page.getByText(words("A hall was here already.")).waitFor();
  await look("carry", jonas);
  await jonas.page.evaluate(() => (location.hash = "#/"));
  await jonas.page.getByRole("searchbox").fill("strips");
  await jonas.page.locator(".hits").getByText("Count the strips").first().waitFor();
  insist((await jonas.page.locator(".hits li").count()) >= 1, "the search finds nothing");
  await look("search", jonas);
}

const steps = [
  ["a hall is prepared with every kind that was left", prepare],
  ["a code lets the second laptop to the door, and the facilitator in", door],
  ["the first activity opens on both laptops and on the wall", begin],
  ["an activity is left out, and taken in again", leaveOut],
  ["the floor is given and taken back", handOver],
  ["a phone scans the code and sits down", phone],
  ["a round hears the laptop and the phone", round],
  ["what is written alone is on no other screen", alone],
  ["twenty notes from paper, by keyboard alone", paper],
  ["a seat writes after its number key", seat],
  ["notes are named and grouped, for the wall too", cluster],
  ["a phone votes, and its ballot is not in the hosting window", ballots],
  ["hands are counted in the place of ballots", hands],
  ["people choose a group, write there and bring back", groups],
  ["a canvas takes notes from laptops and phones, and moves them without a drag", canvas],
  ["what was said is kept, and a phone asks for the word", talk],
  ["an action with its owner is on the wall", commit],
  ["rescue, a process point and a parked matter, to the end", end],
  ["the session is carried as a file, and found by a word", carry],
];

/** Plays the story, a check for each step. After one that failed the rest is not tried, and fails. */
export async function hall(browser, binary, check, insist, look = () => Promise.resolve()) {
  const story = {
    amina: new Laptop(browser, binary, "Amina"),
    jonas: new Laptop(browser, binary, "Jonas"),
    browser,
    plan,
    insist,
    look,
  };
  let broken = "";
  try {
    for (const [name, act] of steps)
      await check(`hall: ${name}`, async () => {
        insist(broken === "", `not tried, because this failed before it: ${broken}`);
        try {
          await act(story);
        } catch (error) {
          broken = name;
          const open = [story.amina, story.jonas, story.rosa, story.wall].filter((one) => one?.page);
          await look(`failed-hall-${name.replaceAll(" ", "-").slice(0, 24)}`, ...open);
          throw error;
        }
      });
    await check("hall: the pages report no errors", () => {
      const said = [...story.amina.troubles, ...story.jonas.troubles];
      insist(said.length === 0, said.join("\n"));
      return Promise.resolve();
    });
  } finally {
    await story.rosa?.context.close();
    await story.amina.end();
    await story.jonas.end();
  }
}
