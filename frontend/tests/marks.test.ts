// What people mark notes with: the marks of a canvas where it has some, one mark anywhere else.
import { describe, expect, it } from "vitest";
import type { MarkRecord } from "../src/api/types";
import type { BoardActs } from "../src/board/acts.svelte";
import type { BoardNote } from "../src/board/board.svelte";
import { commands } from "../src/board/commands";
import { markWords, tallied } from "../src/board/marks";
import { commandName } from "../src/board/names";
import { keyOf, markOf } from "../src/board/strokes";
import type { Room } from "../src/state/room.svelte";

const plain = (said: string) => said.replaceAll(/[\u2066-\u2069]/gu, "");
const mark = (label: string, mine = false, reaction = false): MarkRecord => ({
  id: `${label}/${String(mine)}`,
  kind: "mark",
  note: "n1",
  label,
  reaction,
  mine,
});

function offered(canvas: { marks: string[]; arrows: boolean } | undefined) {
  const note = { id: "n1", record: {} } as BoardNote;
  const done: [string, boolean][] = [];
  const acts = {
    model: { note: () => note, stroke: () => undefined, chosen: new Set() },
    chosen: [],
    canvas,
    mayConnect: canvas === undefined || canvas.arrows,
    mayWriteIn: () => true,
    ink: { none: false },
    mark: (_: BoardNote, label: string, reaction: boolean) => void done.push([label, reaction]),
  } as unknown as BoardActs;
  const none = () => undefined;
  const hooks = { editable: true, adding: true, at: () => "n1", gather: none, newNote: none };
  const room = { mayWrite: true, facilitator: true } as Room;
  return { list: commands(acts, room, { ...hooks, outline: none, clear: none, draw: none }), done };
}

describe("marks", () => {
  it("are commands of the canvas that names them, in its order, and the plain one is none there", () => {
    const { list, done } = offered({ marks: ["heard", "guess"], arrows: false });
    const marks = list.filter(({ id }) => id === "keep" || markOf(id) !== undefined);
    expect(marks.map(({ id }) => plain(commandName(id)))).toEqual(["Mark “heard”", "Mark “guess”"]);
    expect(marks.every(({ enabled, id }) => enabled && keyOf(id) === "")).toBe(true);
    marks.forEach((one) => one.run());
    expect(done).toEqual([
      ["heard", false],
      ["guess", false],
    ]);
  });
  it("are one where no canvas names any", () => {
    for (const canvas of [undefined, { marks: [], arrows: false }]) {
      const { list, done } = offered(canvas);
      const marks = list.filter(({ id }) => id === "keep" || markOf(id) !== undefined);
      expect(marks.map(({ id }) => id)).toEqual(["keep"]);
      marks[0]?.run();
      expect(done).toEqual([["keep", false]]);
    }
  });
  it("are counted by their label, in the order of the canvas, hearts apart", () => {
    const marks = [mark("guess"), mark("heard"), mark("guess", true), mark("heart", false, true), mark("older")];
    expect(tallied(marks, ["heard", "guess"])).toEqual([
      { label: "heard", count: 1, mine: false },
      { label: "guess", count: 2, mine: true },
      { label: "older", count: 1, mine: false },
    ]);
    const words = tallied([...marks, mark("keep")], ["heard", "guess"]).map((one) => plain(markWords(one, [])));
    expect(words).toEqual(["marked heard", "marked guess by 2", "1 mark", "marked older"]);
    expect(plain(markWords({ label: "keep", count: 1, mine: true }, ["keep", "fading"]))).toBe("marked keep");
  });
});

it("offers arrows on a board, and on a canvas only where it has them", () => {
  const able = (canvas: { marks: string[]; arrows: boolean } | undefined) =>
    offered(canvas).list.find(({ id }) => id === "connect")?.enabled;
  expect([able(undefined), able({ marks: [], arrows: true }), able({ marks: [], arrows: false })]).toEqual([
    true,
    true,
    false,
  ]);
});
