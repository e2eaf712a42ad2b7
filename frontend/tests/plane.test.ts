// Canvases on the board: what their areas are called and hold, and how a note comes into another without a drag.
import { describe, expect, it } from "vitest";
import { makeApi } from "../src/api/api";
import type { PlacementRecord, ViewRecord } from "../src/api/types";
import { BoardActs } from "../src/board/acts.svelte";
import { BoardModel } from "../src/board/board.svelte";
import { Camera } from "../src/board/camera.svelte";
import { canvas, gridSide, placeAt, spot, type Canvas, type PlacedNote } from "../src/board/canvases";
import { overlaps, type Rect } from "../src/board/geometry";
import { Mirror } from "../src/state/mirror.svelte";
import type { Room } from "../src/state/room.svelte";
import { note } from "./fake/note";

const quarters = [
  { title: "more impact, less effort", x: 250, y: 750 },
  { title: "more impact, more effort", x: 750, y: 750 },
  { title: "less impact, less effort", x: 250, y: 250 },
  { title: "less impact, more effort", x: 750, y: 250 },
];
const zones = ["Now", "Later"].map((title) => ({ title, help: "" }));
const plain: Canvas = { layout: "columns", zones, slots: 2, mirrored: false };
const grid: Canvas = { ...plain, layout: "grid2x2", zones: [], axisX: "effort", axisY: "impact", quarters };
const free: Canvas = { ...plain, layout: "free", zones: [] };
const placed = (id: string, x: number, y: number, zone = ""): PlacedNote => ({
  id,
  text: id,
  order: id,
  place: { zone, slot: 0, x, y },
});

const at = (of: string, place: Partial<PlacementRecord>): PlacementRecord => ({
  id: `p/${of}`,
  kind: "placement",
  note: of,
  board: "a1",
  x: 0,
  y: 0,
  ...place,
});

function board(how: Canvas, records: ViewRecord[]) {
  const mirror = new Mirror();
  mirror.receive({ what: "snapshot", rev: 1, records });
  const asked: [string, object][] = [];
  const api = makeApi((method, params) => {
    asked.push([method, params]);
    return Promise.resolve({});
  });
  const room = {
    mirror,
    facilitator: true,
    mayWrite: true,
    ask: (act: (from: typeof api) => (params: object) => Promise<unknown>, params: object) => act(api)(params),
  } as unknown as Room;
  const model = new BoardModel(
    mirror,
    ["a1"],
    () => 0,
    (notes) => {
      const places = new Map(mirror.all("placement").map((one) => [one.note, one]));
      return canvas(
        notes.map((one) => {
          const known = places.get(one.id);
          const place = known && { zone: known.zone ?? "", slot: known.slot ?? 0, x: known.x, y: known.y };
          return { ...one, place };
        }),
        how,
      );
    },
  );
  const acts = new BoardActs(room, model, new Camera());
  acts.canvas = how;
  return { acts, model, asked };
}
const words = (said: string) => said.replaceAll(/[\u2066-\u2069]/gu, "");
const inside = (outer: Rect, { x, y, w, h }: Rect) =>
  x >= outer.x && y >= outer.y && x + w <= outer.x + outer.w && y + h <= outer.y + outer.h;

describe("a plane", () => {
  it("has its four quarters as frames, each with the notes that lie in it, from the top down", () => {
    const laid = canvas(
      [placed("a", 100, 600), placed("b", 100, 990), placed("c", 900, 100), placed("d", 500, 500)],
      grid,
    );
    expect(laid.frames.map(({ title, kind, notes }) => [title, kind, notes])).toEqual([
      [quarters[0]?.title, "plane", ["b", "a"]],
      [quarters[1]?.title, "plane", []],
      [quarters[2]?.title, "plane", ["d"]],
      [quarters[3]?.title, "plane", ["c"]],
    ]);
    const whole = { x: 0, y: 0, w: gridSide, h: gridSide };
    laid.frames.forEach(({ rect }, i) => {
      expect(inside(whole, rect)).toBe(true);
      for (const other of laid.frames.slice(i + 1)) expect(overlaps(rect, other.rect)).toBe(false);
    });
  });
  it("shows every note of a pile: those that were put to one quarter lie beside one another in it", () => {
    const pile = Array.from({ length: 14 }, (_, i) => placed(`n${String(i).padStart(2, "0")}`, 250, 750));
    const laid = canvas(pile, grid);
    const rects = pile.map(({ id }) => laid.notes.get(id) as Rect);
    expect(rects[0]).toMatchObject(spot({ x: 250, y: 750 }));
    expect(new Set(rects.map(({ x, y }) => `${x}/${y}`)).size).toBe(14);
    const shown = rects.slice(0, 12);
    shown.forEach((rect, i) => {
      expect(inside(laid.frames[0]?.rect as Rect, rect)).toBe(true);
      for (const other of shown.slice(i + 1)) expect(overlaps(rect, other)).toBe(false);
    });
  });
  it("has one frame where it is free, and below it the zones that notes can be put into without a place", () => {
    expect(canvas([placed("a", 9, 9)], free).frames.map(({ kind, notes }) => [kind, notes])).toEqual([
      ["plane", ["a"]],
    ]);
    const both = canvas([placed("a", 9, 9), placed("b", 0, 0, "Later"), placed("c", 0, 0, "gone")], { ...free, zones });
    expect(both.frames.map(({ title, notes }) => [title, notes])).toEqual([
      ["", ["a"]],
      ["Now", []],
      ["Later", ["b"]],
      ["", ["c"]],
    ]);
  });
  it("lies the same whatever order its notes came in", () => {
    for (const how of [grid, free, plain]) {
      const notes = [placed("a", 250, 750, "Now"), placed("b", 250, 750, "Now"), placed("c", 0, 0, "Now")];
      expect(canvas([...notes].reverse(), how)).toEqual(canvas(notes, how));
    }
  });
  it("leaves room for the names of its axes", () => {
    const { bounds } = canvas([placed("a", 9, 9)], grid);
    expect(bounds.x).toBeLessThan(0);
    expect(bounds.y + bounds.h).toBeGreaterThan(gridSide);
  });
});

describe("a note on a canvas", () => {
  const records = [note("n1"), note("n2"), at("n1", { zone: "Now" })];
  it("is told with the area that holds it", () => {
    const { acts, model } = board(plain, records);
    const told = (id: string) => words(acts.frameName(model.note(id)?.frame));
    expect([told("n1"), told("n2")]).toEqual(["Now", "Not placed yet"]);
    const label = (id: string) => words(acts.noteLabel("a well", model.note(id)?.frame));
    expect([label("n1"), label("n2")]).toEqual(["a well. In Now", "a well. Not placed yet"]);
    const plane = board(grid, [note("n1"), at("n1", { x: 900, y: 900 })]);
    expect(plane.acts.frameName(plane.model.note("n1")?.frame)).toBe("more impact, more effort");
    const slots = board({ ...plain, layout: "timetable" }, [note("n1"), at("n1", { zone: "Now", slot: 2 })]);
    expect(words(slots.acts.frameName(slots.model.note("n1")?.frame))).toBe("Now, slot 2");
  });
  it("goes to the next area with the arrows, and stays at the edge", () => {
    const { acts, asked } = board(plain, records);
    acts.moveOn(["n1"], "left");
    acts.moveOn(["n1"], "up");
    expect(asked).toEqual([]);
    acts.moveOn(["n1"], "right");
    acts.moveOn(["n2"], "up");
    expect(asked.map(([method]) => method)).toEqual(["notes.lay", "notes.lay"]);
    expect(asked[0]?.[1]).toMatchObject({ notes: [{ note: "n1" }], zone: "Later", board: "a1" });
  });
  it("goes to the next slot of a timetable", () => {
    const { acts, asked } = board({ ...plain, layout: "timetable" }, [note("n1"), at("n1", { zone: "Now", slot: 1 })]);
    acts.moveOn(["n1"], "right");
    expect(asked[0]?.[1]).toMatchObject({ notes: [{ note: "n1" }], zone: "Now", slot: 2 });
  });
  it("is moved to a quarter of a grid: to its middle", () => {
    const { acts, model, asked } = board(grid, records);
    acts.move(["n1", "n2"], model.frames[1]?.id ?? "");
    const to = { x: 750, y: 750 };
    expect(asked).toEqual([
      [
        "notes.lay",
        {
          notes: [
            { note: "n1", ...to },
            { note: "n2", ...to },
          ],
          board: "a1",
        },
      ],
    ]);
  });
  it("goes a step over a plane with the arrows, from where it is seen", () => {
    const { acts, asked } = board(grid, [note("n1"), at("n1", { x: 300, y: 600 })]);
    acts.nudge(["n1"], 40, -40);
    const { x, y } = spot({ x: 300, y: 600 });
    const to = placeAt({ x: x + 40, y: y - 40 });
    expect(to.x).toBeGreaterThan(300);
    expect(to.y).toBeGreaterThan(600);
    expect(asked).toEqual([["notes.lay", { notes: [{ note: "n1", ...to }], board: "a1" }]]);
  });
  it("is made where somebody clicks twice", () => {
    const there = { x: 100, y: 100 };
    expect(board(plain, []).acts.whereAt(there, "zone/0/Later")).toEqual({ zone: "Later" });
    expect(board(plain, []).acts.whereAt(there, "zone/2/Later")).toEqual({ zone: "Later", slot: 2 });
    expect(board(plain, []).acts.whereAt(there, undefined)).toEqual({});
    expect(board(grid, []).acts.whereAt(there, "plane/250/750")).toEqual(placeAt(there));
    expect(spot(placeAt(there)).x).toBeCloseTo(there.x, 0);
  });
});
