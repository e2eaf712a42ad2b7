// What is done with what was chosen on a board: that, all of it, and nothing else.
import { expect, it } from "vitest";
import { makeApi } from "../src/api/api";
import type { StrokeRecord, ViewRecord } from "../src/api/types";
import { BoardActs } from "../src/board/acts.svelte";
import { BoardModel } from "../src/board/board.svelte";
import { Camera } from "../src/board/camera.svelte";
import { commands } from "../src/board/commands";
import type { CommandId } from "../src/board/strokes";
import { Mirror } from "../src/state/mirror.svelte";
import type { Room } from "../src/state/room.svelte";
import { note } from "./fake/note";

const stroke = (id: string, more: Partial<StrokeRecord> = {}): StrokeRecord => ({
  id,
  kind: "stroke",
  activity: "a1",
  dots: [0, 0, 10, 10],
  color: "blue",
  label: "",
  author: "p1",
  mine: true,
  ...more,
});

/** A board with what lies on it, and what is asked of the app there. */
function board(records: ViewRecord[], facilitator = false) {
  const mirror = new Mirror();
  mirror.receive({ what: "snapshot", rev: 1, records });
  const asked: Record<string, object> = {};
  const api = makeApi((method, params) => {
    asked[method] = params;
    return Promise.resolve({});
  });
  const room = {
    mirror,
    facilitator,
    mayWrite: true,
    name: (person: string) => person,
    ask: (act: (from: typeof api) => (params: object) => Promise<unknown>, params: object) => act(api)(params),
  } as unknown as Room;
  const model = new BoardModel(mirror, ["a1"], () => 0);
  const acts = new BoardActs(room, model, new Camera());
  /** A command of the whole board, or with `on` one that was asked of a note by its key or its own menu. */
  const run = (id: CommandId, at = "", on = "") => {
    const none = () => undefined;
    const hooks = {
      editable: true,
      adding: true,
      at: () => at,
      on: () => on,
      gather: none,
      newNote: none,
      outline: none,
    };
    const list = commands(acts, room, { ...hooks, clear: none, draw: none });
    list.find((one) => one.id === id)?.run();
  };
  const choose = (...ids: string[]) => ids.forEach((id) => model.chosen.add(id));
  return { acts, model, asked, run, choose };
}
const some = () => [note("n1"), note("n2"), note("n3"), stroke("s1"), stroke("s2")];

it("leaves the stroke that was touched last where only notes are chosen", () => {
  const { asked, run, choose } = board(some());
  choose("n1", "n2");
  run("remove", "s1");
  expect(asked).toEqual({ "notes.remove": { notes: ["n1", "n2"] } });
});

it("leaves the note that has the focus where only a stroke is chosen", () => {
  const { asked, run, choose } = board(some());
  choose("s2");
  run("remove", "n1");
  expect(asked).toEqual({ "ink.remove": { strokes: ["s2"] } });
});

it("does to the note that is asked what is asked of it, and to all that are chosen where it is one of them", () => {
  const other = board(some(), true);
  other.choose("n1");
  other.run("remove", "n3", "n3");
  expect(other.asked).toEqual({ "notes.remove": { notes: ["n3"] } });
  other.run("lock", "n3", "n3");
  expect(other.asked["board.lock"]).toEqual({ record: "n3", locked: true });
  other.run("move-to", "n3", "n3");
  expect(other.acts.about).toEqual(["n3"]);
  const chosen = board(some(), true);
  chosen.choose("n1", "n3");
  chosen.run("remove", "n3", "n3");
  expect(chosen.asked).toEqual({ "notes.remove": { notes: ["n1", "n3"] } });
});

it("means one of the chosen where the note that has the focus is not chosen", () => {
  const { asked, run, choose } = board(some(), true);
  choose("n1");
  run("keep", "n3");
  run("lock", "n3");
  expect(asked["mark.set"]).toMatchObject({ note: "n1" });
  expect(asked["board.lock"]).toMatchObject({ record: "n1" });
});

it("says that a note that was moved by hand left its cluster, and says the same twice so that it is heard twice", async () => {
  const cluster: ViewRecord = { id: "c1", kind: "cluster", activity: "a1", name: "One", order: "a" };
  const { acts, run, choose } = board([cluster, note("n1", { cluster: "c1" }), note("n2")]);
  acts.nudge(["n2"], 8, 0);
  await Promise.resolve();
  await Promise.resolve();
  const first = acts.said;
  expect(first).toBe("Moved a little");
  acts.nudge(["n2"], 8, 0);
  await Promise.resolve();
  await Promise.resolve();
  expect(acts.said).not.toBe(first);
  expect(acts.said.replace("\u200B", "")).toBe(first);
  acts.nudge(["n1"], 8, 0);
  await Promise.resolve();
  await Promise.resolve();
  expect(acts.said).toBe("Moved a little. Now loose: it left its cluster");
  choose("n1", "n2");
  run("align-left");
  await Promise.resolve();
  await Promise.resolve();
  expect(acts.said).toBe("Lined up. Now loose: it left its cluster");
});

it("takes notes and strokes away in one step where both are chosen", () => {
  const { asked, run, choose } = board(some());
  choose("n1", "s1", "n3");
  run("remove", "s2");
  expect(asked).toEqual({ "notes.remove": { notes: ["n1", "n3"], strokes: ["s1"] } });
});

it("takes what has the focus away where nothing is chosen", () => {
  const ink = board(some());
  ink.run("remove", "s2");
  expect(ink.asked).toEqual({ "ink.remove": { strokes: ["s2"] } });
  const notes = board(some());
  notes.run("remove", "n2");
  expect(notes.asked).toEqual({ "notes.remove": { notes: ["n2"] } });
});

it("moves and takes away no stroke before the question about many notes of others is answered", () => {
  const others = Array.from({ length: 11 }, (_, i) => note(`o${i}`, { mine: false }));
  const { acts, asked, run, choose } = board([...others, stroke("s1")], true);
  choose("s1", ...others.map((one) => one.id));
  run("remove");
  acts.drop([...acts.model.chosen], 5, 5, { x: 0, y: 0 }, undefined);
  expect(asked).toEqual({});
  acts.asking?.act();
  expect(Object.keys(asked)).toEqual(["notes.place"]);
  expect(asked["notes.place"]).toMatchObject({ ink: { strokes: ["s1"], dx: 5, dy: 5 } });
});

it("names a drawing by whose it is", () => {
  const { acts } = board([]);
  const plain = (of: Partial<StrokeRecord>) => acts.ink.name(stroke("s1", of)).replaceAll(/[\u2066-\u2069]/gu, "");
  expect(plain({})).toBe("Your drawing");
  expect(plain({ label: "the door" })).toBe("Your drawing: the door");
  expect(plain({ mine: false, author: "Amina" })).toBe("Drawing by Amina");
});

it("lets a participant neither write in, recolour nor take away an own note in a locked frame", () => {
  const records: ViewRecord[] = [
    { id: "c1", kind: "cluster", activity: "a1", name: "One", order: "a", locked: true },
    note("n1", { cluster: "c1" }),
    note("n2"),
  ];
  const { acts, model, asked, run, choose } = board(records);
  const may = (of: BoardActs) => of.model.ordered().map((one) => [one.id, of.mayWriteIn(one)]);
  expect(may(acts)).toEqual([
    ["n1", false],
    ["n2", true],
  ]);
  choose("n1");
  run("remove");
  acts.recolor("red");
  expect(asked).toEqual({});
  expect(acts.said).toBe("locked");
  choose("n2");
  run("remove");
  acts.recolor("red");
  expect(asked).toEqual({ "notes.remove": { notes: ["n2"] }, "notes.recolor": { notes: ["n2"], color: "red" } });
  expect(model.chosen.has("n1")).toBe(true);
  const led = board(records, true);
  expect(may(led.acts).map(([, free]) => free)).toEqual([true, true]);
  led.choose("n1");
  led.run("remove");
  expect(led.asked).toEqual({ "notes.remove": { notes: ["n1"] } });
});

it("gives chosen notes and strokes another colour, and strokes of others none", () => {
  const { acts, asked, choose } = board([...some(), stroke("s3", { mine: false })]);
  choose("s3");
  acts.recolor("red");
  expect(asked).toEqual({});
  choose("s1", "n2");
  acts.recolor("red");
  expect(asked).toEqual({
    "notes.recolor": { notes: ["n2"], strokes: ["s1"], color: "red" },
  });
});

it("lets a participant write in, recolour and take away nothing of a board that is locked", () => {
  const locked = { id: "a1", kind: "activity", locked: true } as unknown as ViewRecord;
  const { acts, model, asked, run, choose } = board([locked, ...some()]);
  expect(model.ordered().map((one) => acts.mayWriteIn(one))).toEqual([false, false, false]);
  choose("n1", "s1");
  run("remove");
  acts.recolor("red");
  expect(asked).toEqual({});
});
