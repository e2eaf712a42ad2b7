import { FluentBundle, FluentResource } from "@fluent/bundle";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { language, speak, t } from "../src/words/words.svelte";

const src = join(import.meta.dirname, "../src");
const files = (dir: string): string[] =>
  readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(dir, entry.name)) : [join(dir, entry.name)],
  );
const catalogue = (code: string) => readFileSync(join(src, `words/${code}.ftl`), "utf8");
const keys = (code: string) => [...catalogue(code).matchAll(/^([a-z][a-z0-9-]*) =/gmu)].map((match) => match[1] ?? "");
const codes = files(join(src, "words")).flatMap((file) => /([a-z]{2})\.ftl$/u.exec(file)?.[1] ?? []);
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
  const used = new Set(sources.flatMap(asked));
  /** Words for codes of the Go side; that English says what Go says is checked below and in app/picture_words_test.go. */
  const coded = /^(?:sees|no|hit)-/u;

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
  it("for refusals are in English what the Go side says", () => {
    const app = join(src, "../../app");
    const go = [...files(app), join(app, "api/guest_methods.go")]
      .filter((file) => file.endsWith(".go") && !file.endsWith("_test.go"))
      .map((file) => readFileSync(file, "utf8"))
      .join("\n");
    const english = new FluentBundle("en");
    english.addResource(new FluentResource(catalogue("en")));
    const said = (key: string) => String(english.getMessage(key)?.value ?? "").replaceAll("’", "'");
    const refusals = keys("en").filter((key) => key.startsWith("no-") && !key.endsWith("-hint"));
    expect(refusals.length).toBeGreaterThan(40);
    const wrong = refusals.filter((key) => {
      const message = said(key);
      const hint = said(`${key}-hint`);
      const code = key.slice("no-".length);
      // The code stands once, and beside it the very words.
      const all = [
        ...go.matchAll(new RegExp(`"${code}",\\s*"((?:[^"\\\\]|\\\\.)*)",\\s*"((?:[^"\\\\]|\\\\.)*)"`, "gu")),
      ];
      return all.length === 0 || all.some((found) => found[1] !== message || found[2] !== hint);
    });
    expect(wrong).toEqual([]);
  });
  it.each(codes)("in %s have the same keys, once each, and no broken message", (code) => {
    expect(keys(code)).toEqual([...new Set(keys(code))]);
    expect([...keys(code)].sort()).toEqual([...keys("en")].sort());
    const bundle = new FluentBundle(code);
    expect(bundle.addResource(new FluentResource(catalogue(code)))).toEqual([]);
    for (const key of keys(code)) expect(bundle.getMessage(key)?.value, key).toBeTruthy();
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
    const english = variables(catalogue("en"));
    const theirs = variables(catalogue(code));
    expect([...english].filter(([key, list]) => theirs.get(key) !== list)).toEqual([]);
  });
  it("avoid what people should not meet", () => {
    const values = [...catalogue("en").matchAll(/^[a-z][a-z0-9-]* = (.*)$/gmu)].map((match) => match[1] ?? "");
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
  it("isolate what people wrote", () => {
    expect(t("join-named", { name: "ليلى" })).toBe("Join \u2068ليلى\u2069");
  });
});
