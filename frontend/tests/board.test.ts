// The board's model: what a change by somebody else costs.
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { NoteRecord, ViewRecord } from "../src/api/types";
import { BoardModel } from "../src/board/board.svelte";
import { alike, type Command } from "../src/board/commands";
import { heightOf, noteHeight, rows, sizeOf } from "../src/board/layout";
import { Mirror } from "../src/state/mirror.svelte";

const note = (id: string, text: string, more: Partial<NoteRecord> = {}): NoteRecord => ({
  id,
  kind: "note",
  activity: "a1",
  text,
  textRev: 1,
  color: "yellow",
  order: id,
  mine: false,
  draft: false,
  ...more,
});

describe("the model of a board", () => {
  let rev = 1;
  let mirror: Mirror;
  let model: BoardModel;
  const later: (() => void)[] = [];
  const run = () => {
    for (const act of later.splice(0)) act();
  };
  const tell = (...updated: ViewRecord[]) => {
    mirror.receive({ what: "diff", rev: ++rev, added: [], updated, removed: [] });
    flushSync();
  };
  beforeEach(() => {
    vi.useFakeTimers();
    later.length = 0;
    mirror = new Mirror();
    mirror.receive({
      what: "snapshot",
      rev,
      records: [
        { id: "c1", kind: "cluster", activity: "a1", name: "One", order: "a" },
        { id: "c2", kind: "cluster", activity: "a1", name: "Two", order: "b" },
        ...["n1", "n2", "n3"].map((id) => note(id, "water", { cluster: "c1" })),
        note("n4", "pump", { cluster: "c2" }),
      ],
    });
    model = new BoardModel(mirror, ["a1"], (act) => later.push(act));
  });
  afterEach(() => {
    model.leave();
    vi.useRealTimers();
  });

  it("lays nothing out anew for words that take no more room", () => {
    const laid = model.laid;
    tell(note("n1", "other words", { cluster: "c1" }));
    vi.advanceTimersByTime(1000);
    run();
    expect(model.laid).toBe(laid);
    expect(model.note("n1")?.record.text).toBe("other words");
  });
  it("lays out once for many notes that grow one after the other", () => {
    const laid = model.laid;
    for (const id of ["n1", "n2", "n3"]) {
      tell(note(id, "long ".repeat(30), { cluster: "c1" }));
      vi.advanceTimersByTime(20);
    }
    expect(model.laid).toBe(laid);
    vi.advanceTimersByTime(200);
    run();
    expect(model.laid).toBe(laid + 1);
    expect(model.note("n3")?.rect.h).toBe(noteHeight("long ".repeat(30)));
  });
  it("lays out in the next frame when a note goes elsewhere", () => {
    const laid = model.laid;
    tell(note("n1", "water", { cluster: "c2" }));
    run();
    expect(model.laid).toBe(laid + 1);
  });
  it("keeps the frames that are as they were", () => {
    const [one, two] = model.frames;
    tell(note("n4", "long ".repeat(30), { cluster: "c2" }));
    vi.advanceTimersByTime(200);
    run();
    expect(model.frames.find((frame) => frame.id === "c1")).toBe(one);
    expect(model.frames.find((frame) => frame.id === "c2")).not.toBe(two);
  });
  it("draws a note where it lay that went and came back before anything was laid out", () => {
    const rect = model.note("n4")?.rect;
    const back = mirror.one("note", "n4");
    mirror.receive({ what: "diff", rev: ++rev, added: [], updated: [], removed: ["n4"] });
    tell(...(back ? [back] : []));
    run();
    expect(model.note("n4")?.rect).toEqual(rect);
    expect(model.ordered().map((one) => one.id)).toEqual(["n1", "n2", "n3", "n4"]);
    expect(model.within(model.bounds).map((one) => one.id)).toEqual(["n1", "n2", "n3", "n4"]);
    expect(model.note("n4")?.frame?.id).toBe("c2");
    expect(model.grid.rect("n4")).toEqual(rect);
  });
  it("is, whatever it heard, as one that is made anew", () => {
    let state = 5;
    const below = (most: number) => (state = (Math.imul(state, 48271) >>> 0) % 2147483647) % most;
    const place = () => [{}, { cluster: "c1" }, { cluster: "c2" }, { x: 1 + below(3000), y: below(3000) }][below(4)];
    const some = () => note(`k${below(40)}`, "word ".repeat(below(40)), { order: String(below(30)), ...place() });
    for (let step = 0; step < 150; step++) {
      const gone = below(3) === 0 ? [`k${below(40)}`] : [];
      mirror.receive({ what: "diff", rev: ++rev, added: [], updated: [some()], removed: gone });
      if (below(3) === 0) continue;
      vi.advanceTimersByTime(200);
      run();
      const fresh = new BoardModel(mirror, ["a1"], () => 0);
      expect(model.order).toEqual(fresh.order);
      expect(model.within(model.bounds).map((one) => one.id)).toEqual(fresh.order);
      expect(model.frames).toEqual(fresh.frames);
      expect(model.bounds).toEqual(fresh.bounds);
      expect(model.grid.size).toBe(fresh.grid.size);
      for (const one of fresh.ordered()) {
        const { rect, turn, frame, latest } = model.note(one.id) ?? {};
        expect({ rect, turn, frame, latest }).toEqual({
          rect: one.rect,
          turn: one.turn,
          frame: one.frame,
          latest: one.record,
        });
        expect(model.grid.rect(one.id)).toEqual(one.rect);
      }
      fresh.leave();
    }
  });
  it("measures rows without laying them out, the same", () => {
    const notes = Array.from({ length: 23 }, (_, i) => note(`k${i}`, "word ".repeat(i * 3)));
    for (const across of [1, 2, 5, 30]) expect(sizeOf(notes, across)).toEqual(rows(notes, 0, 0, across, new Map()));
    expect(sizeOf([], 2)).toEqual(rows([], 0, 0, 2, new Map()));
    expect(notes.map(heightOf)).toEqual(notes.map((one) => noteHeight(one.text)));
  });
});

describe("lists of commands", () => {
  const command = (id: Command["id"], enabled: boolean): Command => ({ id, enabled, run: () => undefined });
  it("are alike where the same can be done", () => {
    expect(alike([command("undo", true)], [command("undo", true)])).toBe(true);
    expect(alike([command("undo", true)], [command("undo", false)])).toBe(false);
    expect(alike([command("undo", true)], [command("redo", true)])).toBe(false);
    expect(alike([], [command("redo", true)])).toBe(false);
  });
});
