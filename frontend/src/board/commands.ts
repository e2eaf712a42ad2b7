/** Every command of the board once: for the palette, the menus, the outline and the keys. */
import type { Room } from "../state/room.svelte";
import type { BoardActs, Panel } from "./acts.svelte";
import { keep } from "./marks";
import type { BoardNote } from "./board.svelte";
import type { CommandId, MarkId } from "./strokes";

export interface Command {
  id: CommandId | MarkId;
  enabled: boolean;
  run: () => void;
}

export interface Hooks {
  editable: boolean;
  adding: boolean;
  /** The note that has the focus, or was chosen last. */
  at: () => string;
  /** The note that is asked to do it, by a key pressed on it or by its own menu; "" where all that is chosen is. */
  on?: () => string;
  gather: () => void;
  newNote: () => void;
  outline: () => void;
  clear: () => void;
  draw: () => void;
}

export function commands(acts: BoardActs, room: Room, hooks: Hooks): Command[] {
  const { model, camera } = acts;
  // What is meant is looked up when a command is done, so that a list holds for as long as the same can be done.
  /** The note that is asked where it is not one of the chosen; else what was chosen; else what has the focus. */
  const whole = () => {
    const on = hooks.on?.() ?? "";
    if (on !== "" && !model.chosen.has(on)) return [on];
    return model.chosen.size > 0 ? [...model.chosen] : [hooks.at()];
  };
  const notes = () => whole().flatMap((id) => model.note(id) ?? []);
  const all = () =>
    notes()
      .sort((a, b) => a.turn - b.turn)
      .map((note) => note.id);
  const meant = () => notes().find((note) => note.id === hooks.at()) ?? model.note(all()[0]);
  const inks = () => whole().filter((id) => model.stroke(id) !== undefined);
  const open = (panel: Panel) => () => acts.open(panel, whole());
  const ink = inks();
  const first = meant();
  const some = first !== undefined;
  const several = whole().length > 1;
  const centre = () => ({ x: camera.size.w / 2, y: camera.size.h / 2 });
  const withFirst = (act: (note: BoardNote) => void) => () => {
    const one = meant();
    if (one) act(one);
  };
  const write = hooks.editable && room.mayWrite;
  const lockable = room.facilitator && room.mayWrite;
  const marks = acts.canvas?.marks ?? [];
  const one = (id: CommandId | MarkId, enabled: boolean, run: () => void): Command => ({
    id,
    enabled,
    run,
  });
  return [
    one("new-note", hooks.adding && room.mayWrite, hooks.newNote),
    one(
      "edit",
      first !== undefined && acts.mayWriteIn(first),
      withFirst((note) => (acts.editing = note.id)),
    ),
    one("move-to", write && some, open("move")),
    one("new-cluster", write && !acts.canvas && !acts.merging, () => (acts.panel = "name")),
    one("connect", write && first !== undefined && acts.mayConnect, open("connect")),
    one("comment", first !== undefined && room.mayWrite, open("comments")),
    // A canvas that says what notes are marked with has those marks; every other board has the one.
    ...(marks.length > 0 ? marks : [keep]).map((label) =>
      one(
        marks.length > 0 ? `mark/${label}` : "keep",
        first !== undefined && room.mayWrite,
        withFirst((note) => acts.mark(note, label, false)),
      ),
    ),
    one(
      "heart",
      first !== undefined && room.mayWrite,
      withFirst((note) => acts.mark(note, "heart", true)),
    ),
    one("duplicate", hooks.adding && some && room.mayWrite, () => acts.duplicate(all())),
    one("merge", several && room.mayWrite && acts.mayMerge, open("merge")),
    one("remove", (some || ink.length > 0) && room.mayWrite, () => acts.remove(whole())),
    one("draw", hooks.editable && room.mayWrite && !acts.ink.none, hooks.draw),
    one("describe", ink.length === 1, () => acts.ink.describing(inks()[0] ?? "")),
    one("picture", hooks.adding && room.mayWrite, () => acts.bringPicture()),
    one("paste", hooks.adding && room.mayWrite, () => (acts.panel = "paste")),
    one("align-left", write && several && !acts.canvas, () => acts.align("left", all())),
    one("align-top", write && several && !acts.canvas, () => acts.align("top", all())),
    one("align-row", write && several && !acts.canvas, () => acts.align("row", all())),
    one("align-column", write && several && !acts.canvas, () => acts.align("column", all())),
    one(
      "tidy",
      write && some && !acts.canvas,
      withFirst((note) => acts.move(all(), note.record.cluster ?? "")),
    ),
    one("select-all", true, () => model.ordered().forEach((note) => model.chosen.add(note.id))),
    one("clear", true, hooks.clear),
    one("find", true, () => (acts.finding = !acts.finding)),
    one("zoom-in", true, () => camera.zoom(centre(), 1.25)),
    one("zoom-out", true, () => camera.zoom(centre(), 0.8)),
    one("zoom-fit", true, () => camera.fit(model.bounds)),
    one("zoom-full", true, () => camera.zoom(centre(), 1 / camera.goal.z)),
    one("outline", true, hooks.outline),
    one("gather", lockable, hooks.gather),
    one(
      "lock",
      lockable && first !== undefined,
      withFirst((note) => acts.lock(note.id, !note.record.locked)),
    ),
    one("lock-board", lockable, () => {
      acts.lock(model.board, !room.mirror.one("activity", model.board)?.locked);
    }),
    one("rewind", true, () => (acts.panel = "rewind")),
    one("undo", room.mayWrite, () => void room.ask((api) => api.undo, {})),
    one("redo", room.mayWrite, () => void room.ask((api) => api.redo, {})),
    one("palette", true, open("palette")),
  ];
}

/** Whether two lists hold the same commands, each as possible as in the other. */
export const alike = (a: Command[], b: Command[]): boolean =>
  a.length === b.length && a.every((one, i) => one.id === b[i]?.id && one.enabled === b[i].enabled);
