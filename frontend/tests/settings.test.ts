import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Kind } from "../src/api/types";
import { fromLines, settingsFor, toLines } from "../src/screens/settings";

/** The table of settings of the Go side: the plan's form must have a row for each of them. */
const go = readFileSync(join(import.meta.dirname, "../../workshop/templates/settings.go"), "utf8");
const table = new Map(
  [...go.matchAll(/workshop\.Activity([A-Z][a-z]+): \{([\s\S]*?)\n?\t?\},?\n(?=\tworkshop|\})/gu)].map((found) => [
    (found[1] ?? "").toLowerCase() as Kind,
    [...(found[2] ?? "").matchAll(/"([a-zA-Z]+)":/gu)].map((name) => name[1] ?? ""),
  ]),
);

describe("the form of an activity", () => {
  it("has a row for every setting of every kind, and no other", () => {
    expect([...table.keys()].sort()).toEqual(
      ["brainstorm", "breakout", "brief", "canvas", "cluster", "commit", "discuss", "round", "vote"].sort(),
    );
    for (const [kind, names] of table) {
      expect(names.length, kind).toBeGreaterThan(1);
      expect(
        settingsFor(kind)
          .map((row) => row.name)
          .sort(),
        kind,
      ).toEqual([...names].sort());
    }
  });

  it("offers no way of making groups that nothing here can feed", () => {
    const offered = JSON.stringify(settingsFor("breakout"));
    expect(offered).toContain("never-met-first");
    expect(offered).not.toContain("mixed-by-tag"); // nobody can be given a tag
  });

  it("reads lines as what the setting holds, and keeps what it does not show", () => {
    const zones = [{ title: "Now", help: "this month" }, { title: "Later" }];
    expect(toLines(zones)).toBe("Now\nLater");
    expect(fromLines("Later\nNow \n\nNever", "zones", zones)).toEqual([zones[1], zones[0], { title: "Never" }]);
    expect(fromLines("2\nall\n1", "sizes", undefined)).toEqual([2, "all", 1]);
    expect(fromLines("2\nx\n1.5", "numbers", undefined)).toEqual([2, 1.5]);
    expect(fromLines(" \n", "texts", ["a"])).toBeUndefined();
  });
});
