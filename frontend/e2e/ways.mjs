// The whole default template, from first launch to the saved record, in three ways: by keyboard alone, in Arabic, and on screens of
// 360 px. Every word that is looked for comes from the catalogues, so one story does for every language.
import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Laptop, read, words } from "./laptop.mjs";

const catalogue = (code) => readFileSync(new URL(`../src/words/${code}.ftl`, import.meta.url), "utf8");

/** What the screens say in a language, as a person reads it. */
function sayer(code) {
  const bundle = new FluentBundle(code.startsWith("ar") ? `${code}-u-nu-latn` : code);
  bundle.addResource(new FluentResource(catalogue(code)));
  return (key, args) => words(read(bundle.formatPattern(bundle.getMessage(key).value, args ?? null, [])));
}

/** Sentences of the screens in English, which no screen in another language may show. */
const english = [...catalogue("en").matchAll(/^[a-z][a-z0-9-]* = ([^{}\n]+)$/gmu)]
  .map(([, text]) => text)
  .filter((text) => /[a-z]{3,} [a-z]{2,}/u.test(text));

const exact = (pattern) => new RegExp(`^[\\u2068\\u2069]*${pattern.source}[\\u2068\\u2069]*$`, "u");

/** One person at a page, who uses a pointer, or nothing but the keyboard. */
class Person {
  constructor(laptop, way) {
    this.laptop = laptop;
    this.way = way;
    this.say = sayer(way.language);
  }
  get page() {
    return this.laptop.page;
  }
  button(key, args) {
    return this.page.getByRole("button", { name: this.say(key, args) });
  }
  field(key) {
    return this.page.getByRole("textbox", { name: exact(this.say(key)) });
  }

  /** Goes to something as the Tab key does, and nowhere else. */
  async reach(thing) {
    await thing.waitFor();
    const there = () => thing.evaluate((element) => element === document.activeElement);
    for (let i = 0; i < 150; i++) {
      if (await there()) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not come to ${thing}`);
  }
  async press(thing) {
    if (!this.way.keyboard) return thing.click();
    await this.reach(thing);
    await this.page.keyboard.press("Enter");
  }
  async write(thing, text, enter = false) {
    if (this.way.keyboard) {
      await this.reach(thing);
      await this.page.keyboard.press("Control+a");
      await this.page.keyboard.type(text);
    } else await thing.fill(text);
    if (enter) await this.page.keyboard.press("Enter");
  }
  /** A choice of a list by its first letters. */
  async choose(thing, label) {
    if (!this.way.keyboard) return thing.selectOption({ label });
    await this.reach(thing);
    await this.page.keyboard.type(label);
  }
  /** What holds for every screen of this way. */
  async look(insist) {
    const { width, language } = this.way;
    const seen = await this.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      dir: document.documentElement.dir,
      lang: document.documentElement.lang,
      text: document.body.innerText,
      labels: [...document.querySelectorAll("[aria-label], [title], [placeholder]")]
        .flatMap((element) => ["aria-label", "title", "placeholder"].map((name) => element.getAttribute(name) ?? ""))
        .join("\n"),
      record: document.querySelector(".md")?.innerText ?? "", // the record is one text, in English, for everybody
      pointed: window.pointed,
    }));
    const at = new URL(this.page.url()).hash;
    insist(seen.wide <= width, `${this.laptop.name}, ${at}: the page is ${seen.wide} px wide, the screen ${width}`);
    insist(seen.lang === language, `${at}: the language of the page is ${seen.lang}`);
    insist(seen.dir === (language === "ar" ? "rtl" : "ltr"), `${at}: the page runs ${seen.dir}`);
    if (this.way.keyboard) insist(seen.pointed === 0, `${at}: ${seen.pointed} presses of a pointer`);
    if (language === "en") return;
    const left = english.filter(
      (sentence) => `${seen.text}\n${seen.labels}`.includes(sentence) && !seen.record.includes(sentence),
    );
    insist(left.length === 0, `${at} says in English: ${left.join(" | ")}`);
  }
}

const everyone = async (story, act) => {
  for (const person of story.both) await act(person);
};
const looked = (story) => everyone(story, (person) => person.look(story.insist));

/** The one filled button of the facilitator's bar, whatever comes next; both pages have gone on afterwards. */
async function next(story) {
  const { amina, both } = story;
  const go = amina.page.locator("header .acts .btn").last();
  const at = () => both.map(({ page }) => page.locator("header b[dir=auto], header .top-title").first().textContent());
  const before = await Promise.all(at());
  await amina.press(go);
  for (const [i, { page }] of both.entries())
    await page.waitForFunction(
      (was) => document.querySelector("header b[dir=auto], header .top-title")?.textContent !== was,
      before[i],
      { timeout: 30_000 },
    );
  await looked(story);
}

async function plan(story) {
  const { amina } = story;
  await looked({ ...story, both: [amina] });
  await amina.press(amina.button("home-new").first());
  await amina.write(amina.field("new-title"), "مياه نظيفة");
  await amina.write(amina.field("purpose"), "Agree what the three sites do together until March.");
  await amina.write(amina.field("outcome-better"), "Every site tests its water once a week.");
  await amina.write(amina.field("question"), "How do the three sites test their water?");
  await amina.press(amina.button("new-make"));
  await amina.page.getByRole("heading", { name: "مياه نظيفة" }).waitFor();
  await amina.page.locator(".alist .name").nth(7).waitFor();
  await looked({ ...story, both: [amina] });
}

async function join(story) {
  const { amina, jonas } = story;
  await amina.press(amina.button("let-in"));
  const link = await amina.page.locator("#invite-link").inputValue();
  await jonas.press(jonas.page.getByRole("button", { name: exact(jonas.say("join")) }));
  await jonas.write(jonas.page.getByLabel(jonas.say("join-link")), link);
  await jonas.write(jonas.field("join-name"), "Jonas");
  await looked(story);
  await jonas.press(jonas.page.getByRole("button", { name: exact(jonas.say("join")) }));
  await amina.page.getByRole("dialog").getByText("Jonas").waitFor();
  await amina.press(amina.button("to-session"));
  await everyone(story, ({ page, say }) =>
    page.getByRole("heading", { name: say("wait-here", { here: 2, of: 2 }) }).waitFor(),
  );
  await looked(story);
}

async function welcome(story) {
  const { amina, jonas } = story;
  await amina.press(amina.page.locator(".wait-acts .btn").first());
  await jonas.press(jonas.page.getByRole("button", { name: exact(jonas.say("ready")) }));
  await looked(story);
  await next(story);
  await everyone(story, (person) =>
    person.write(person.page.getByLabel(person.say("round-label")), `${person.laptop.name} hopes`, true),
  );
  await everyone(story, async ({ page }) => {
    for (const name of ["Amina", "Jonas"]) await page.getByText(`${name} hopes`).waitFor();
  });
}

async function ideas(story) {
  await next(story);
  await everyone(story, async (person) => {
    for (const n of [1, 2]) {
      await person.write(
        person.page.getByLabel(person.say("add-idea-placeholder")),
        `${person.laptop.name} thinks ${n}`,
        true,
      );
      await person.page.getByText(`${person.laptop.name} thinks ${n}`).waitFor();
    }
  });
  await looked(story);
}

/** Two notes go to a cluster each: M with the keyboard; with a pointer the bar at the note, or its menu in the outline. */
async function group(story) {
  const { amina, jonas } = story;
  await next(story);
  for (const [text, name] of [
    ["Amina thinks 1", "Water"],
    ["Jonas thinks 1", "Words"],
  ]) {
    if (story.way.keyboard) await loose(amina);
    else await pointed(amina, text);
    await amina.write(amina.page.getByRole("dialog").getByLabel(amina.say("cluster-new")), name);
    await looked({ ...story, both: [amina] });
    await amina.press(amina.button("cluster-add-move"));
    await jonas.page.getByRole("region", { name: words(`${name}`) }).waitFor();
    await amina.page.getByRole("dialog").waitFor({ state: "detached" });
    await amina.page.keyboard.press("Escape"); // nothing is chosen any more, and no bar lies over a neighbour
    await amina.page.locator(".context-bar").waitFor({ state: "detached" });
  }
  await looked(story);
}

/** Walks with the arrows to a note that is in no cluster yet, and asks where it should go. */
async function loose(person) {
  const { page } = person;
  await person.reach(page.locator('[data-note][tabindex="0"]'));
  const found = page.locator('[data-note][data-in=""]:focus');
  for (let i = 0; i < 12 && (await found.count()) === 0; i++)
    await page.keyboard.press(["ArrowDown", "ArrowRight", "ArrowUp", "ArrowLeft"][i % 4]);
  await found.waitFor();
  await page.keyboard.press("m");
}

async function pointed(person, text) {
  const { page, way, say } = person;
  await page
    .locator("[data-note]")
    .filter({ hasText: text })
    .click({ position: { x: 12, y: 12 } });
  if (way.width >= 640) return person.press(person.button("command-move-to"));
  await person.press(person.button("board-menu-of", { text }));
  return person.press(page.getByRole("menuitem", { name: say("command-move-to") }));
}

async function vote(story) {
  const { amina } = story;
  await next(story);
  await everyone(story, async (person) => {
    if (story.way.keyboard) {
      await person.reach(
        person.page.getByRole("group", { name: person.say("vote-dots-for", { text: "Water", count: 0 }) }),
      );
      await person.page.keyboard.press("+");
    } else await person.press(person.button("vote-more", { text: "Water" }));
    await person.press(person.button("vote-hand-in"));
    await person.page.getByText(exact(person.say("vote-handed"))).waitFor();
  });
  await looked(story);
  await amina.press(amina.button("count-vote"));
  await everyone(story, ({ page, say }) => page.getByRole("region", { name: exact(say("result")) }).waitFor());
  await looked(story);
}

async function talk(story) {
  const { amina, jonas } = story;
  await next(story);
  await jonas.write(jonas.page.getByLabel(jonas.say("capture-placeholder")), "Monday is market day", true);
  await amina.page.getByText("Monday is market day").waitFor();
  await looked(story);
}

async function commit(story) {
  const { amina, jonas } = story;
  await next(story);
  await amina.write(amina.page.getByLabel(amina.say("action-what")), "Buy one test kit");
  await amina.choose(amina.page.getByRole("combobox", { name: exact(amina.say("action-who")) }), "Jonas");
  const due = amina.page.getByLabel(exact(amina.say("action-due")));
  if (story.way.keyboard) {
    await amina.reach(due);
    await amina.page.keyboard.type("12122030"); // the same day in every order of day and month
  } else await due.fill("2030-12-12");
  await amina.press(amina.button("action-add"));
  await jonas.press(jonas.button("i-say-yes"));
  await everyone(story, ({ page, say }) => page.getByText(exact(say("said-yes"))).waitFor());
  await looked(story);
}

async function finish(story) {
  const { amina, jonas, insist } = story;
  await next(story);
  await jonas.write(jonas.page.getByLabel(jonas.say("round-label")), "Thanks to all", true);
  await amina.page.getByText("Thanks to all").waitFor();
  await amina.press(amina.button("next-last"));
  await amina.press(amina.button("finish"));
  await everyone(story, ({ page }) => page.locator(".paper").getByText("Buy one test kit").first().waitFor());
  await looked(story);
  const reports = [];
  await everyone(story, async (person) => {
    await person.press(person.button("save-record"));
    const said = await person.page.getByText(person.say("record-saved", { path: "" })).textContent();
    reports.push(await readFile(/\/\S+\.md/u.exec(read(said))[0], "utf8"));
  });
  insist(reports[0] === reports[1], "the two reports differ");
  for (const word of ["مياه نظيفة", "Jonas thinks 2", "Buy one test kit", "Thanks to all", "2030-12-12"])
    insist(reports[0].includes(word), `the report does not hold “${word}”`);
}

const steps = { plan, join, welcome, ideas, group, vote, talk, commit, finish };
/** How a person may meet the page; each way is a story of its own. */
export const manners = [
  { name: "by keyboard alone", keyboard: true, language: "en", width: 1440, height: 900 },
  { name: "in Arabic", keyboard: false, language: "ar", width: 1280, height: 800 },
  { name: "at 360 px", keyboard: false, language: "en", width: 360, height: 740 },
];

/** Plays the template once in each way, a check for each. */
export async function ways(browser, binary, check, insist, look = () => Promise.resolve(), list = manners) {
  for (const way of list)
    await check(`way: the whole template ${way.name}`, async () => {
      const laptops = ["Amina", "Jonas"].map((name) => new Laptop(browser, binary, name, way));
      const [amina, jonas] = laptops.map((laptop) => new Person(laptop, way));
      const story = { amina, jonas, both: [amina, jonas], way, insist };
      let at = "the start";
      try {
        for (const laptop of laptops) await laptop.start();
        for (const [name, act] of Object.entries(steps)) {
          at = name;
          await act(story);
          await look(`${way.language}-${way.width}-${name}`, ...laptops);
        }
        const said = laptops.flatMap((laptop) => laptop.troubles);
        insist(said.length === 0, said.join("\n"));
      } catch (error) {
        await look(`failed-way-${at}`, ...laptops);
        throw new Error(`in “${at}”: ${error instanceof Error ? error.message : error}`, { cause: error });
      } finally {
        for (const laptop of laptops) await laptop.end();
      }
    });
}
