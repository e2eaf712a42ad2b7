// Which notes are found on a board, and the way around them; where the bar of what is selected lies.
import { expect, it } from "vitest";
import { everything, fits, narrows, turn, type Filter } from "../src/board/find";
import { beside } from "../src/board/viewport";

const note = (text: string, more: { color?: "yellow" | "blue"; author?: string } = {}) => ({
  record: { text, color: more.color ?? ("yellow" as const), author: more.author },
  marks: [] as { reaction: boolean }[],
  comments: [] as unknown[],
});
const found = (one: ReturnType<typeof note>, filter: Partial<Filter>) =>
  fits(one, { ...everything, ...filter }, (color) => (color === "blue" ? "Blau" : "Gelb"));

it("finds by words, by the colour's name in the reader's language, by writer, mark and comment, and by all together", () => {
  const water = note("Clean Water", { color: "blue", author: "p1" });
  expect(found(water, {})).toBe(true);
  expect([found(water, { words: " water " }), found(water, { words: "well" })]).toEqual([true, false]);
  expect([found(water, { words: "blau" }), found(water, { words: "blue" })]).toEqual([true, false]);
  expect([found(water, { color: "blue" }), found(water, { color: "red" })]).toEqual([true, false]);
  expect([found(water, { writer: "p1" }), found(water, { writer: "p2" })]).toEqual([true, false]);
  expect([found(water, { mark: "kept" }), found(water, { mark: "heart" })]).toEqual([false, false]);
  const kept = { ...water, marks: [{ reaction: false }] };
  expect([found(kept, { mark: "kept" }), found(kept, { mark: "heart" })]).toEqual([true, false]);
  expect(found(water, { commented: true })).toBe(false);
  expect(found({ ...kept, comments: [1] }, { commented: true, words: "water", mark: "kept" })).toBe(true);
  expect(found({ ...kept, comments: [1] }, { commented: true, words: "well", mark: "kept" })).toBe(false);
});

it("narrows only where something is asked for", () => {
  expect(narrows(everything)).toBe(false);
  expect(narrows({ ...everything, words: "  " })).toBe(false);
  for (const one of [{ words: "a" }, { color: "red" }, { writer: "p" }, { mark: "kept" }, { commented: true }])
    expect(narrows({ ...everything, ...one } as Filter)).toBe(true);
});

it("goes around what was found in both ways", () => {
  const all = ["a", "b", "c"];
  expect([turn(all, "", 1), turn(all, "a", 1), turn(all, "c", 1)]).toEqual(["a", "b", "a"]);
  expect([turn(all, "", -1), turn(all, "a", -1), turn(all, "gone", 1)]).toEqual(["c", "c", "a"]);
  expect(turn([], "a", 1)).toBe("");
});

it("keeps the bar inside the surface, however large and wherever what is selected is", () => {
  const size = { w: 800, h: 600 };
  const bar = { w: 300, h: 40 };
  const thing = { x: 100, y: 200, w: 128, h: 88 };
  expect(beside(thing, bar, size)).toEqual({ x: 100, y: 148 });
  expect(beside({ ...thing, y: 30 }, bar, size)).toEqual({ x: 100, y: 130 });
  for (const x of [-500, 0, 790, 4000])
    for (const y of [-900, 10, 300, 590, 4000])
      for (const h of [40, 2000]) {
        const at = beside({ x, y, w: 900, h }, bar, size);
        expect(at.x >= 8 && at.x + bar.w <= size.w - 8 && at.y >= 8 && at.y + bar.h <= size.h - 8).toBe(true);
      }
});
