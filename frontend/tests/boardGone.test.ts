// What went from a board, and what lies where: a board is drawn as the session is, after every kind of news.
import { flushSync } from "svelte";
import { afterEach, expect, it } from "vitest";
import type { PlacementRecord, ViewRecord } from "../src/api/types";
import { BoardModel } from "../src/board/board.svelte";
import { canvas, type Canvas } from "../src/board/canvases";
import { Mirror } from "../src/state/mirror.svelte";
import { note } from "./fake/note";

const placement = (of: string, zone: string): PlacementRecord => ({
  id: `p/${of}`,
  kind: "placement",
  note: of,
  board: "a1",
  zone,
  x: 0,
  y: 0,
});

let model: BoardModel | undefined;
afterEach(() => model?.leave());

function board(records: ViewRecord[], how?: Canvas) {
  const mirror = new Mirror();
  mirror.receive({ what: "snapshot", rev: 1, records });
  const later: (() => void)[] = [];
  const made = new BoardModel(
    mirror,
    ["a1"],
    (act) => later.push(act),
    how &&
      ((notes) => {
        const at = new Map(mirror.all("placement").map((one) => [one.note, one]));
        const place = (of: string) => {
          const one = at.get(of);
          return one && { zone: one.zone ?? "", slot: one.slot ?? 0, x: one.x, y: one.y };
        };
        return canvas(
          notes.map((one) => ({ ...one, place: place(one.id) })),
          how,
        );
      }),
  );
  model = made;
  let rev = 1;
  const frame = () => {
    flushSync();
    for (const act of later.splice(0)) act();
  };
  return {
    model: made,
    tell(updated: ViewRecord[], removed: string[] = []) {
      mirror.receive({ what: "diff", rev: ++rev, added: [], updated, removed });
      frame();
    },
    again(all: ViewRecord[]) {
      mirror.receive({ what: "snapshot", rev: ++rev, records: all });
      frame();
    },
  };
}
const columns: Canvas = {
  layout: "columns",
  zones: ["Now", "Later"].map((title) => ({ title, help: "" })),
  slots: 0,
  mirrored: false,
};
const holds = (of: BoardModel) =>
  Object.fromEntries(of.frames.filter(({ notes }) => notes.length > 0).map(({ title, notes }) => [title, notes]));

it("lays a note out as not placed when its first placing was taken back", () => {
  const { model: drawn, tell } = board([note("n1")], columns);
  expect(holds(drawn)).toEqual({ "": ["n1"] });
  tell([placement("n1", "Later")]);
  expect(holds(drawn)).toEqual({ Later: ["n1"] });
  tell([], ["p/n1"]);
  expect(holds(drawn)).toEqual({ "": ["n1"] });
});

it("lays nothing out for a comment or a mark that went", () => {
  const comment: ViewRecord = { id: "k1", kind: "comment", on: "n1", text: "so", mine: true };
  const { model: drawn, tell } = board([note("n1"), comment]);
  expect(drawn.note("n1")?.comments).toHaveLength(1);
  const { laid } = drawn;
  tell([], ["k1"]);
  expect(drawn.note("n1")?.comments).toHaveLength(0);
  expect(drawn.laid).toBe(laid);
});

it("has nothing left of a note that went while nobody told", () => {
  const { model: drawn, again } = board([note("n1"), note("n2")]);
  const rect = drawn.note("n2")?.rect;
  const kept = drawn.note("n1");
  const middle = { x: (rect?.x ?? 0) + 60, y: (rect?.y ?? 0) + 40 };
  drawn.chosen.add("n1").add("n2");
  drawn.pinned.add("n2");
  expect(drawn.grid.at(middle)).toBe("n2");
  again([note("n1")]);
  expect(drawn.grid.at(middle)).toBeUndefined();
  expect(drawn.grid.size).toBe(1);
  expect([...drawn.chosen]).toEqual(["n1"]);
  expect([...drawn.pinned]).toEqual([]);
  expect(drawn.note("n1")).toBe(kept);
});

it("has nothing left of a note that was set aside or is on another board", () => {
  for (const more of [{ setAside: true }, { activity: "a2" }]) {
    const { model: drawn, tell } = board([note("n1"), note("n2")]);
    drawn.chosen.add("n2");
    tell([note("n2", more)]);
    expect(drawn.ordered().map((one) => one.id)).toEqual(["n1"]);
    expect(drawn.grid.size).toBe(1);
    expect([...drawn.chosen]).toEqual([]);
    drawn.leave();
  }
});
