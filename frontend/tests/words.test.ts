import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Catalogue } from "../src/words/catalogue";
import { language, speak, t, told } from "../src/words/words.svelte";

const src = join(import.meta.dirname, "../src");
const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  );
const catalogue = (code: string) => readFileSync(join(src, `words/${code}.ftl`), "utf8");
const keys = (code: string) => [...catalogue(code).matchAll(/^([a-z][a-z0-9-]*) =/gmu)].map((match) => match[1] ?? "");
const codes = files(join(src, "words")).flatMap((file) => /words\/((?:told\/)?[a-z]{2})\.ftl$/u.exec(file)?.[1] ?? []);
/** The catalogue in English that one is compared with. */
const original = (code: string) => (code.startsWith("told/") ? "told/en" : "en");
const sources = files(src)
  .filter((file) => /\.(svelte|ts)$/u.test(file))
  .map((file) => readFileSync(file, "utf8"));

/** Every string literal in the first argument of t(...), whatever chooses between them. */
function asked(source: string): string[] {
  return [...source.matchAll(/\bt\(/gu)].flatMap((call) => {
    let depth = 0;
    let end = (call.index ?? 0) + 2;
    for (; end < source.length; end++) {
      const c = source[end];
      if (c === "(" || c === "{" || c === "[") depth++;
      else if (c === ")" || c === "}" || c === "]") {
        if (depth === 0) break;
        depth--;
      } else if (c === "," && depth === 0) break;
    }
    return [...source.slice((call.index ?? 0) + 2, end).matchAll(/"([a-z][a-z0-9-]+)"/gu)].map(
      (match) => match[1] ?? "",
    );
  });
}

describe("words", () => {
  // The menu of the window is made on the Go side, of words that are named there.
  const menu = readFileSync(join(src, "../../window_words.go"), "utf8").split("func menuWords()")[1] ?? "";
  const named = [...menu.matchAll(/"([a-z][a-z0-9-]+)"/gu)].map((match) => match[1] ?? "");
  const used = new Set([...sources.flatMap(asked), ...named]);
  /** Words for codes of the Go side; that English says what Go says is checked in app/picture_words_test.go. */
  const coded = /^(?:sees|hit)-/u;

  it("exist for every key that a screen asks for", () => {
    const known = new Set(keys("en"));
    expect([...used].filter((key) => !known.has(key))).toEqual([]);
    expect(used.size).toBeGreaterThan(200);
  });
  it("are all used", () => {
    expect(keys("en").filter((key) => !used.has(key) && !coded.test(key))).toEqual([]);
  });
  it("are asked for by name, never by a name put together", () => {
    expect(sources.filter((source) => /\bt\(`/u.test(source))).toEqual([]);
  });
  it.each(codes)("in %s have the same keys, once each, and no broken message", (code) => {
    expect(keys(code)).toEqual([...new Set(keys(code))]);
    expect([...keys(code)].sort()).toEqual([...keys(original(code))].sort());
    const bundle = new FluentBundle(code.replace("told/", ""));
    expect(bundle.addResource(new FluentResource(catalogue(code)))).toEqual([]);
    for (const key of keys(code)) expect(bundle.getMessage(key)?.value, key).toBeTruthy();
  });
  it.each(codes)("in %s are the same when each is read by itself, whatever is counted", (code) => {
    const locale = code.replace("told/", "").replace(/^ar$/u, "ar-u-nu-latn");
    const whole = new FluentBundle(locale);
    whole.addResource(new FluentResource(catalogue(code)));
    const single = new Catalogue(locale, catalogue(code));
    for (const key of keys(code)) {
      const value = whole.getMessage(key)?.value ?? "";
      const names = JSON.stringify(value).match(/(?<="type":"var","name":")\w+/gu) ?? [];
      for (const count of names.length === 0 ? [0] : [0, 1, 2, 5, 11, 100, 999, 1000, 1234567, 2.5, -3]) {
        const args = Object.fromEntries(names.map((name) => [name, count]));
        expect(single.say(key, args), key).toBe(whole.formatPattern(value, args, []));
      }
    }
    expect(single.say("no-such-key")).toBeUndefined();
  });
  it.each(codes)("in %s use the same variables as in English", (code) => {
    const variables = (text: string) => {
      const found = new Map<string, string>();
      for (const block of text.split(/\n(?=[a-z])/u)) {
        const key = /^([a-z][a-z0-9-]*) =/u.exec(block)?.[1];
        if (key) found.set(key, [...new Set([...block.matchAll(/\$([a-z]+)/gu)].map((m) => m[1]))].sort().join());
      }
      return found;
    };
    const english = variables(catalogue(original(code)));
    const theirs = variables(catalogue(code));
    // A sentence of the app may be said without a detail that only English words could fill.
    const lacks = (list: string, mine: string) =>
      list.split(",").filter((name) => name !== "" && !mine.split(",").includes(name));
    const wrong = [...english].filter(([key, list]) => {
      const mine = theirs.get(key) ?? "";
      return code.startsWith("told/") ? lacks(mine, list).length > 0 : mine !== list;
    });
    expect(wrong).toEqual([]);
  });
  it("avoid what people should not meet", () => {
    const values = [...`${catalogue("en")}\n${catalogue("told/en")}`.matchAll(/^[a-z][a-z0-9-]* = (.*)$/gmu)].map(
      (match) => match[1] ?? "",
    );
    const avoid =
      /\b(users?|moderators?|admins?|kick|engagement|ideation|deliverables?|workspace|oops|please|master)\b|!/iu;
    expect(values.filter((value) => avoid.test(value))).toEqual([]);
  });
  it("change with the language, and turn the page for scripts from right to left", async () => {
    const root = document.createElement("html");
    await speak("de-AT", root);
    expect([language(), root.lang, root.dir]).toEqual(["de", "de", "ltr"]);
    expect(t("close")).not.toBe("Close");
    await speak("xx", root);
    expect(language()).toBe("de");
    await speak("en", root);
    expect(t("close")).toBe("Close");
  });
  it("of the app are said in the language of the window, with what stands in their places", async () => {
    const root = document.createElement("html");
    await speak("de", root);
    expect(told("The disk is full.")).toBe("Der Datenträger ist voll.");
    expect(told("Nothing was changed. Ask a facilitator.")).toBe("Nichts wurde geändert. Bitte die Moderation darum.");
    expect(told("Dr. No has the floor.")).toBe("\u2068Dr. No\u2069 hat die Leitung.");
    expect(told("Only a facilitator can lock the board.")).toBe("Das kann nur die Moderation.");
    expect(told("12 other laptops are seen, 3 can be called.")).toContain("\u206812\u2069 andere Laptops");
    expect(told("The owner's own window can do it.")).toBe("Das eigene Fenster des Besitzers kann es.");
    expect(told("Something that a later version says.")).toBe("Something that a later version says.");
    expect(told("Nothing was changed. Something that a later version says.")).toContain("Nothing was changed.");
    expect(told("")).toBe("");
    await speak("ar", root);
    expect(told("The session is safe.")).toBe("الجلسة في أمان.");
    await speak("en", root);
    expect(told("Ben has the floor.")).toBe("\u2068Ben\u2069 has the floor.");
  });
  it("isolate what people wrote", () => {
    expect(t("join-named", { name: "ليلى" })).toBe("Join \u2068ليلى\u2069");
  });
});

describe("a language", () => {
  it("that is chosen while another is still fetched is the one that stays", async () => {
    const root = document.createElement("html");
    await Promise.all([speak("de", root), speak("en", root)]);
    expect([language(), root.lang, t("close")]).toEqual(["en", "en", "Close"]);
    await Promise.all([speak("en", root), speak("ar", root)]);
    expect([language(), root.dir]).toEqual(["ar", "rtl"]);
    await speak("en", root);
    expect(root.dir).toBe("ltr");
  });
});
