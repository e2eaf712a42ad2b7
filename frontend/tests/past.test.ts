// The past of a board: the line of its moments, and what became of what was there.
import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import type { Moment, NoteRecord, PlacementRecord, ViewRecord } from "../src/api/types";
import { pastBoard, placesOn, sinceThen, Still, thingsOf } from "../src/board/past.svelte";
import { doers, markTall, markWide, marksOf, momentAt, nextMoment, shareOf, stretches } from "../src/board/pastLine";
import { directionOf, wrapped } from "../src/board/wrap";
import { note } from "./fake/note";

const moment = (activity: string, person: string, count = 1): Moment => ({
  at: `${activity}${person}`,
  wall: 0,
  count,
  ...(activity ? { activity } : {}),
  ...(person ? { person } : {}),
});
const moments = [moment("", "p1"), moment("a1", "p1", 9), moment("a1", "p2"), moment("a2", ""), moment("a1", "p1")];

describe("the line of the past", () => {
  it("tells the stretches of activities, each time anew", () => {
    expect(stretches(moments)).toEqual([
      { activity: "", from: 0, count: 1 },
      { activity: "a1", from: 1, count: 2 },
      { activity: "a2", from: 3, count: 1 },
      { activity: "a1", from: 4, count: 1 },
    ]);
    expect(stretches([])).toEqual([]);
  });
  it("finds each moment where it lies, and the ends beyond them", () => {
    for (const count of [1, 2, 7, 400])
      for (let i = 0; i < count; i++) expect(momentAt(shareOf(i, count), count)).toBe(i);
    expect([momentAt(-1, 5), momentAt(0, 5), momentAt(1, 5), momentAt(2, 5)]).toEqual([0, 0, 4, 4]);
    expect(shareOf(0, 0)).toBe(0);
  });
  it("steps from moment to moment, or among those of one person", () => {
    expect([nextMoment(moments, 2, 1), nextMoment(moments, 2, -1)]).toEqual([3, 1]);
    expect([nextMoment(moments, 1, 1, "p1"), nextMoment(moments, 4, -1, "p1")]).toEqual([4, 1]);
    expect([nextMoment(moments, 4, 1), nextMoment(moments, 0, -1), nextMoment(moments, 2, 1, "p2")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  it("tells who did something, those first who did first", () => {
    expect(doers(moments)).toEqual([
      { person: "p1", count: 3 },
      { person: "p2", count: 1 },
    ]);
  });
  it("draws a bar for each moment, higher where more was done and never beyond its room", () => {
    const marks = marksOf(moments);
    expect(marks.map((mark) => mark.person)).toEqual(["p1", "p2", ""]);
    const bars = marks.flatMap(({ path }) =>
      [...path.matchAll(/M(\d+) (\d+)v-(\d+)h(\d+)/gu)].map((bar) => bar.slice(1).map(Number)),
    );
    expect(bars).toHaveLength(moments.length);
    for (const [x = -1, y, tall = 99, wide = 99] of bars) {
      expect(y).toBe(markTall);
      expect(tall).toBeGreaterThan(0);
      expect(tall).toBeLessThanOrEqual(markTall);
      expect((x % markWide) + wide).toBeLessThan(markWide);
    }
    const [most = [], one = []] = [bars[1], bars[0]];
    expect(most[2]).toBeGreaterThan(one[2] ?? 0);
  });
});

const placing = (of: string, more: Partial<PlacementRecord>): PlacementRecord => ({
  id: `p/${of}`,
  kind: "placement",
  note: of,
  board: "b1",
  x: 0,
  y: 0,
  ...more,
});

describe("what became of a note", () => {
  it("is told of its words, colour, cluster and place", () => {
    const then = note("n1", { cluster: "c1" });
    const since = (now: NoteRecord | undefined, put?: PlacementRecord, lies?: PlacementRecord) =>
      sinceThen(then, now, put, lies);
    expect(since(undefined)).toBe("gone");
    expect(since({ ...then, textRev: 7, order: "other" })).toBe("same");
    expect(since({ ...then, text: "other" })).toBe("changed");
    expect(since({ ...then, color: "red" })).toBe("changed");
    expect(since({ ...then, cluster: "c2" })).toBe("changed");
    expect(since({ ...then, x: 4 })).toBe("changed");
    expect(since(then, placing("n1", { zone: "Start" }), placing("n1", { zone: "Stop" }))).toBe("changed");
    expect(since(then, placing("n1", { zone: "Start" }), undefined)).toBe("changed");
    expect(since(then, placing("n1", { x: 4 }), placing("n1", { x: 4 }))).toBe("same");
    expect(since(then, undefined, placing("n1", { x: 4 }))).toBe("same");
  });
});

describe("a board of the past", () => {
  const records: ViewRecord[] = [
    { id: "c1", kind: "cluster", activity: "a1", name: "One", order: "a" },
    { id: "c2", kind: "cluster", activity: "a1", name: "Two", order: "b" },
    ...["n1", "n2", "n3"].map((id) => note(id, { cluster: "c1" })),
    note("n4", { cluster: "c2" }),
    note("other", { activity: "a9" }),
    { id: "k1", kind: "connector", activity: "a1", from: "n1", to: "n4", label: "", sign: "" },
    { id: "k2", kind: "connector", activity: "a1", from: "n1", to: "nowhere", label: "", sign: "" },
    { id: "s1", kind: "stroke", activity: "a1", dots: [0, 0, 9, 9], color: "red", label: "", mine: true },
  ];
  const board = (list: readonly ViewRecord[]) => pastBoard(new Still(list), ["a1"], undefined);

  it("lies as the same board of now does", () => {
    const then = board(records);
    flushSync();
    expect(then.order).toEqual(["n1", "n2", "n3", "n4"]);
    expect(then.frames.map((frame) => frame.title)).toEqual(["One", "Two"]);
    expect(then.note("n4")?.rect.w).toBeGreaterThan(0);
    expect(then.strokes).toHaveLength(1);
    expect(then.grid.size).toBe(4);
  });
  it("lies in the zones of a canvas by the places of then", () => {
    const canvas = {
      layout: "columns",
      zones: [
        { title: "Start", help: "" },
        { title: "Stop", help: "" },
      ],
      slots: 0,
      mirrored: false,
    };
    const list = [note("n1"), note("n2"), placing("n2", { board: "a1", zone: "Stop" })];
    const then = pastBoard(new Still(list), ["a1"], canvas);
    expect(then.note("n2")?.frame?.title).toBe("Stop");
    expect(then.note("n1")?.frame?.kind).toBe("loose");
  });
  it("tells what differs, and what cannot be shown is no thing", () => {
    const now = board([
      note("n1", { cluster: "c1" }),
      note("n2", { text: "other", cluster: "c1" }),
      ...records.slice(0, 1),
    ]);
    const things = thingsOf(board(records), new Map(), now, placesOn([], "a1"));
    expect(things.map(({ id, what, since }) => `${what} ${id} ${since}`)).toEqual([
      "cluster c2 gone",
      "note n1 same",
      "note n2 changed",
      "note n3 gone",
      "note n4 gone",
      "arrow k1 gone",
      "ink s1 gone",
    ]);
  });
});

describe("words in lines", () => {
  const wide = (text: string) => [...text].length;
  const lines = (text: string, room = 10, most = 9) => wrapped(text, room, most, wide);
  it("keep words whole where they fit", () => {
    expect(lines("one two three four")).toEqual(["one two", "three four"]);
    expect(lines("one\n\ntwo")).toEqual(["one", "", "two"]);
    expect(lines("")).toEqual([""]);
  });
  it("break a word that is longer than a line", () => {
    expect(lines("a waterproofing b")).toEqual(["a", "waterproof", "ing b"]);
  });
  it("end with an ellipsis where they are more than fit, and never grow wider", () => {
    expect(lines("one two three four five six", 10, 2)).toEqual(["one two", "three fou…"]);
    for (let room = 1; room < 30; room++)
      for (const line of lines("It was never a question of waterproofing, but of walking back.", room, 3))
        expect(wide(line)).toBeLessThanOrEqual(room);
    expect(lines("x".repeat(5000), 10, 3)).toHaveLength(3);
  });
  it("run as their first letter does", () => {
    expect(["water", "12 ماء", "", "ماء water", "水"].map(directionOf)).toEqual(["ltr", "rtl", "ltr", "rtl", "ltr"]);
  });
});
