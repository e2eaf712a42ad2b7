import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const src = join(import.meta.dirname, "../src");
const walk = (dir: string): string[] =>
  readdirSync(dir).flatMap((name) => {
    const path = join(dir, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
const screens = walk(src).filter((path) => /\.(svelte|ts)$/u.test(path) && !path.endsWith("types.ts"));
const written = screens.map((path) => readFileSync(path, "utf8")).join("\n");

/** Every method of the table, as Go writes it down. */
const methods = (): string[] => {
  const types = readFileSync(join(src, "api/types.ts"), "utf8");
  const table = types.slice(types.indexOf("export interface Methods {"));
  return [...table.matchAll(/^ {2}"?([a-zA-Z.]+)"?: \{ params/gmu)].map((found) => found[1] ?? "");
};

/** What no screen asks for, and why. Whoever puts one on a screen takes it off this list. */
const unasked: Record<string, string> = {
  "directory.use": "an organisation names its servers once, where it starts Convene: convene serve --directory",
  "door.relay": "an organisation sets its relay once, where it starts Convene: convene serve --relay",
  "protection.get": "app.hello brings a note where the disk is not protected, and the window asks no more than that",
  "rpc.discover": "for tools that talk to the API, not for the window",
  "run.open":
    "run.next opens what comes next in the plan, and the plan moves; rescue.replace opens something in between",
  "sessions.open": "view.subscribe opens the session that a window looks at",
  "templates.check": "templates.import checks the same, and names the line that is wrong",
};

it("reads the table of methods", () => {
  expect(methods().length).toBeGreaterThan(150);
  expect(methods()).toContain("note.add");
});

it("has every method of the API on a screen, or a reason why not", () => {
  const called = (method: string) => new RegExp(`\\bapi\\s*\\.${method.replace(".", "\\s*\\.")}\\b`, "u").test(written);
  const missing = methods().filter((method) => !called(method));
  expect(missing.toSorted()).toEqual(Object.keys(unasked).toSorted());
});
