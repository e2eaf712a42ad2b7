// What somebody hostile would type: markup that runs, links that run, the end of a script, turned directions, and far too much.
// It goes into every text field that a screen has; nothing of it may become a part of a page, run, or ask anybody for anything.
import { more } from "./hall-kinds.mjs";
import { Laptop } from "./laptop.mjs";

const short = "<img src=x onerror=window.canary=1>";
const hostile = [
  short,
  "</script><script>window.canary=1</script><svg onload=window.canary=1>",
  '<a href="javascript:window.canary=1">x</a>[x](javascript:window.canary=1)',
  "![x](http://canary.invalid/p.png) \u202Egpj.exe\u2069\u200F",
].join("");
const long = "W".repeat(10_000);

const fields = [
  "input:not([type])",
  ...["text", "search", "url", "password"].map((type) => `input[type="${type}"]`),
  "textarea",
  '[contenteditable="true"]',
].join();

/** Notes what a page must never do: run something of ours, be told off by the CSP, or speak to anybody but its own app. */
export async function watch(page) {
  const heard = [];
  await page.evaluate(() => {
    window.refusals = [];
    document.addEventListener("securitypolicyviolation", (event) => window.refusals.push(event.blockedURI));
  });
  page.on("dialog", (dialog) => {
    heard.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    const to = new URL(request.url());
    if (to.hostname !== "127.0.0.1" && !["data:", "blob:"].includes(to.protocol)) heard.push(`asked for ${to}`);
  });
  return async () => {
    const seen = await page.evaluate(() => [
      ...(window.canary === undefined ? [] : ["something ran"]),
      ...(window.refusals ?? []).map((uri) => `the policy refused ${uri}`),
      ...[...document.querySelectorAll("*")]
        .filter(
          (element) =>
            [...element.attributes].some(({ name }) => name.startsWith("on")) ||
            /^\s*javascript:/iu.test(element.getAttribute("href") ?? "") ||
            (element.tagName === "IMG" && element.getAttribute("src") === "x") ||
            (element.tagName === "SCRIPT" && element.getAttribute("src") === null),
        )
        .map((element) => `in the page: ${element.tagName} ${[...element.attributes].map((a) => a.name).join(" ")}`),
    ]);
    return [...heard, ...seen];
  };
}

/** Types into every field that can be seen and is not known yet, presses Enter, and names the fields. */
export async function walk(page, texts = [hostile, long], known = new Set()) {
  const named = new Set();
  for (const text of texts)
    for (const field of await page.locator(fields).elementHandles()) {
      if (!(await field.evaluate((one) => one.isConnected && !one.disabled && !one.readOnly && one.checkVisibility())))
        continue;
      const name = await field.evaluate(
        (one) =>
          one.getAttribute("aria-label") ?? one.labels?.[0]?.textContent?.trim() ?? one.placeholder ?? one.tagName,
      );
      if (known.has(name)) continue;
      named.add(name);
      const most = await field.evaluate((one) => (one.maxLength > 0 ? one.maxLength : Infinity));
      await field
        .fill(text === hostile && text.length > most ? short : text, { timeout: 2_000 })
        .catch(() => undefined);
      await page.keyboard.press("Enter");
    }
  return named;
}

const kinds = [
  ["brief", {}],
  ["round", {}],
  ["brainstorm", { visibility: "public" }],
  ["cluster", {}],
  ["vote", { options: "notes", method: "dots", secret: false }],
  ["discuss", { items: "ranked" }],
  ["breakout", { form: "self-select", inner: "brainstorm" }],
  ["canvas", { layout: "columns", zones: [{ title: short }, { title: `2 ${short}` }] }],
  ["commit", {}],
];

class Story {
  watched = [];
  fields = new Set();

  constructor(browser, binary, insist) {
    Object.assign(this, { browser, insist, amina: new Laptop(browser, binary, short) });
  }
  get page() {
    return this.amina.page;
  }
  async watch(name, page) {
    this.watched.push({ name, page, fired: await watch(page) });
  }
  async walk(page, texts) {
    for (const name of await walk(page, texts)) this.fields.add(name);
    await this.calm();
  }
  /** Nothing has fired on any page, and no word has made a page wider than its screen. */
  async calm() {
    for (const { name, page, fired } of this.watched) {
      const said = await fired();
      this.insist(said.length === 0, `${name}, ${new URL(page.url()).hash}: ${said.join("; ")}`);
      const wide = await page.evaluate(() =>
        document.documentElement.scrollWidth <= innerWidth
          ? []
          : [...document.querySelectorAll("body *")]
              .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
              .map((element) => `${element.tagName}.${element.className}`)
              .slice(0, 12),
      );
      this.insist(wide.length === 0, `${name}, ${new URL(page.url()).hash}: wider than its screen: ${wide.join(", ")}`);
    }
  }
  async go(hash, ready) {
    await this.page.evaluate((to) => (location.hash = to), hash);
    await ready.first().waitFor();
  }
}

async function begin(story) {
  const { amina } = story;
  await amina.start();
  const { page } = amina;
  await story.watch("the window", page);
  await story.walk(page);
  await page.getByRole("searchbox").fill("");
  await page.getByRole("button", { name: "New session" }).first().click();
  await story.walk(page, [hostile]);
  await page.waitForURL(/#\/plan\//u);
  await story.go("#/join", page.getByLabel("Your name in this room"));
  await page.getByText("Another way in").click();
  await story.walk(page);
  await story.go("#/templates", page.locator(".tlist button"));
  await story.walk(page);
}

async function plan(story) {
  const { amina, page } = story;
  const made = await amina.ask("sessions.create", { title: hostile.slice(0, 110), purpose: hostile, outcomes: [] });
  story.id = made.session;
  let after = "";
  for (const [kind, settings] of kinds) {
    const given = { session: story.id, kind, title: short, prompt: hostile, minutes: 5, settings };
    after = (await amina.ask("activity.add", { ...given, ...(after ? { after } : {}) })).id;
  }
  await story.go(`#/plan/${story.id}`, page.locator(".alist .name"));
  for (const one of await page.locator(".alist .name").all()) {
    await one.click();
    await story.walk(page, [hostile]);
  }
  await page.getByRole("button", { name: "Edit" }).first().click();
  await story.walk(page);
  await page.keyboard.press("Escape");
}

/** Every kind on the facilitator's page, the wall and a phone. */
async function room(story) {
  const { amina, page } = story;
  const ask = (method, given = {}) => amina.ask(method, { session: story.id, ...given });
  await ask("run.next");
  await story.go(`#/room/${story.id}`, page.locator(".ltop"));
  const wall = await amina.context.newPage();
  await wall.goto((await ask("projector.open")).url);
  await wall.locator("main.wall").waitFor();
  await story.watch("the wall", wall);
  const phone = await amina.context.newPage();
  await phone.setViewportSize({ width: 360, height: 740 });
  await phone.goto((await ask("guests.open", { address: "127.0.0.1" })).url);
  const door = await watch(phone);
  const name = phone.getByLabel("Your name in this room");
  await name.fill(short);
  await name.press("Enter"); // the phone has a seat, and its page starts anew
  await phone.getByRole("button", { name: "Raise hand" }).waitFor();
  story.insist((await door()).length === 0, "a name fires at the door of the phones");
  await story.watch("the phone", phone);
  await ask("seat.add", { name: short });
  for (const [item, field] of [
    ["Type in paper notes", "Words on the paper"],
    ["People without a laptop", "Name of the person"],
  ]) {
    await more(amina, item);
    await page.getByLabel(field).waitFor();
    // By its name: what else takes words in a dialog may come before it, and close it.
    await page.getByLabel(field).fill(short);
    await page.keyboard.press("Enter");
    story.fields.add(field);
    await story.walk(page);
    await page.keyboard.press("Escape");
  }
  for (const [kind] of kinds) {
    const { records } = await ask("view.snapshot");
    const activity = records.find((one) => one.kind === "activity" && one.activityKind === kind);
    await ask("run.open", { activity: activity.id });
    for (const other of [page, phone]) await other.locator(`.what:has-text("onerror"), .prompt`).first().waitFor();
    await page.waitForFunction((name) => document.querySelector(".lroom")?.textContent.includes(name), short);
    await story.walk(page, [hostile]);
    await story.walk(phone, [hostile]);
  }
  await ask("point.raise", { text: hostile });
  await ask("decision.edit", {}).catch(() => undefined); // nothing was decided: a refusal is told, too
  await page.getByText("onerror").first().waitFor();
  await story.calm();
}

/** What was typed, as it is read afterwards: the record, the sheets to print, search, and the list at home. */
async function after(story) {
  const { amina, page } = story;
  await story.go(`#/record/${story.id}`, page.locator(".paper"));
  await page.locator(".paper").getByText("onerror").first().waitFor();
  await story.calm();
  await page.emulateMedia({ media: "print" });
  await story.calm();
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Save record" }).click();
  await page.getByText(/^Saved in /u).waitFor();
  await amina.ask("templates.save", { session: story.id, title: short }).catch(() => undefined);
  await story.go("#/", page.getByRole("searchbox"));
  await page.getByRole("searchbox").fill("onerror");
  await page.locator(".hits").getByText("onerror").first().waitFor();
  await story.calm();
  await story.go("#/templates", page.locator(".tlist button"));
  await story.calm();
}

/** Plays it, a check for each part. After one that failed the rest is not tried, and fails. */
export async function canary(browser, binary, check, insist) {
  const story = new Story(browser, binary, insist);
  let broken = "";
  const step = (name, act) =>
    check(`canary: ${name}`, async () => {
      insist(broken === "", `not tried, because this failed before it: ${broken}`);
      broken = name;
      await act(story);
      broken = "";
    });
  try {
    await step("home, a new session, the ways in and the templates take hostile words as words", begin);
    await step("so does the plan of every kind, with its settings and its charter", plan);
    await step("so do every kind on the laptop, the wall and a phone, seats and paper", room);
    await step("so do the record, its sheets, search and the list", after);
    await step("the pages report no errors, and the fields were found", () => {
      insist(story.amina.troubles.length === 0, story.amina.troubles.join("\n"));
      console.log(`hostile words went into ${story.fields.size} fields: ${[...story.fields].join(", ")}`);
      insist(story.fields.size >= 30, `only ${story.fields.size} fields were found`);
    });
  } finally {
    await story.amina.end();
  }
}
