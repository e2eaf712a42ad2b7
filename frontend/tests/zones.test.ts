import { describe, expect, it } from "vitest";
import { areaOf, areasOf, sorted } from "../src/activities/zones";
import { pages, short, turn } from "../src/wall/pages";
import type { Canvas, NoteRecord, PlacementRecord } from "../src/api/types";

const words = {
  more: (axis: string) => `more ${axis}`,
  less: (axis: string) => `less ${axis}`,
  both: (one: string, other: string) => `${one}, ${other}`,
  slot: (zone: string, slot: number) => `${zone} ${slot}`,
  top: "top",
  bottom: "bottom",
  left: "left",
  right: "right",
};
const canvas = (layout: string, extra: Partial<Canvas> = {}): Canvas => ({
  layout,
  zones: ["Start", "Stop"].map((title) => ({ title, open: true })),
  direction: "left-to-right",
  arrows: false,
  marks: [],
  ...extra,
});
const at = (note: string, place: Partial<PlacementRecord>): PlacementRecord => ({
  id: `p/${note}`,
  kind: "placement",
  note,
  board: "b",
  x: 0,
  y: 0,
  ...place,
});
const note = (id: string): NoteRecord => ({
  id,
  kind: "note",
  activity: "b",
  text: id,
  textRev: 1,
  color: "yellow",
  order: id,
  mine: false,
  draft: false,
});

describe("a canvas as areas", () => {
  it("has an area for each zone, and for each slot of a timetable", () => {
    expect(areasOf(canvas("columns"), words).map((area) => area.title)).toEqual(["Start", "Stop"]);
    expect(areasOf(canvas("timetable", { slots: 2 }), words).map((area) => area.title)).toEqual([
      "Start 1",
      "Start 2",
      "Stop 1",
      "Stop 2",
    ]);
  });
  it("names the quarters of a grid by its axes, the best first", () => {
    const grid = areasOf(canvas("grid2x2", { axisX: "effort", axisY: "impact" }), words);
    expect(grid.map((area) => area.title)).toEqual([
      "more impact, less effort",
      "more impact, more effort",
      "less impact, less effort",
      "less impact, more effort",
    ]);
    for (const area of grid)
      expect(areaOf(at("n", { x: area.place.x ?? 0, y: area.place.y ?? 0 }), canvas("grid2x2"))).toBe(area.key);
  });
  it("sorts notes by where they lie on this board; elsewhere is nowhere", () => {
    const places = [at("a", { zone: "Stop" }), at("b", { zone: "gone" }), at("c", { zone: "Stop", board: "other" })];
    const found = sorted(["a", "b", "c", "d"].map(note), places, "b", canvas("columns"));
    expect(found.get("Stop")?.map((one) => one.id)).toEqual(["a"]);
    expect(found.get("")?.map((one) => one.id)).toEqual(["b", "c", "d"]);
  });
});

describe("pages of a wall", () => {
  it("cut a list, and turn around at its ends", () => {
    expect(pages([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
    expect(pages([], 2)).toEqual([[]]);
    expect([turn(0, -1, 3), turn(2, 1, 3), turn(0, 1, 3)]).toEqual([2, 0, 1]);
  });
  it("cut words by letters, not by halves of them", () => {
    expect(short("a  b\nc", 9)).toBe("a b c");
    expect(short("😀😀😀", 2)).toBe("😀…");
  });
});
