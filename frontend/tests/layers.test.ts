import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../src");
const walk = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
const code = walk(src).filter((path) => /\.(svelte|ts)$/u.test(path));

it("puts HTML into the page in one place only", () => {
  const html = code.filter((path) => /\{@html|innerHTML|insertAdjacentHTML/u.test(readFileSync(path, "utf8")));
  expect(html.map((path) => relative(src, path))).toEqual(["components/Sanitized.svelte"]);
});

it("has no style attribute, which the page's CSP would refuse", () => {
  expect(code.filter((path) => path.endsWith(".svelte") && /\sstyle="/u.test(readFileSync(path, "utf8")))).toEqual([]);
});

it("takes icons one by one", () => {
  expect(code.filter((path) => /from "@lucide\/svelte"/u.test(readFileSync(path, "utf8")))).toEqual([]);
});

it("writes the mirror in one place only", () => {
  const writers = code.filter((path) => /mirror\.receive\(/u.test(readFileSync(path, "utf8")));
  expect(writers.map((path) => relative(src, path))).toEqual(["state/room.svelte.ts"]);
});
