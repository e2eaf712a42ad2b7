/** Every command of the board once: for the palette, the menus, the outline and the keys. */
import type { Room } from "../state/room.svelte";
import type { BoardActs } from "./acts.svelte";
import type { CommandId } from "./strokes";

export interface Command {
  id: CommandId;
  enabled: boolean;
  run: () => void;
}

export interface Hooks {
  editable: boolean;
  adding: boolean;
  /** The note that has the focus, or was chosen last. */
  at: string;
  gather: () => void;
  newNote: () => void;
  clear: () => void;
}

export function commands(acts: BoardActs, room: Room, hooks: Hooks): Command[] {
  const { model, camera } = acts;
  const chosen = acts.chosen;
  const first = model.note(hooks.at) ?? chosen[0];
  const ids = chosen.length > 0 ? chosen.map((note) => note.id) : first ? [first.id] : [];
  const some = ids.length > 0;
  const several = chosen.length > 1;
  const size = camera.size;
  const centre = { x: size.w / 2, y: size.h / 2 };
  const write = hooks.editable && room.mayWrite;
  const lockable = room.facilitator && room.mayWrite;
  const one = (id: CommandId, enabled: boolean, run: () => void): Command => ({
    id,

    enabled,
    run,
  });
  return [
    one("new-note", hooks.adding && room.mayWrite, hooks.newNote),
    one("edit", first !== undefined && acts.mayWriteIn(first), () => (acts.editing = first?.id ?? "")),
    one("move-to", write && some, () => (acts.panel = "move")),
    one("new-cluster", write && !acts.canvas, () => (acts.panel = "name")),
    one("connect", write && first !== undefined, () => (acts.panel = "connect")),
    one("comment", first !== undefined && room.mayWrite, () => (acts.panel = "comments")),
    one("keep", first !== undefined && room.mayWrite, () => first && acts.mark(first, "keep", false)),
    one("heart", first !== undefined && room.mayWrite, () => first && acts.mark(first, "heart", true)),
    one("duplicate", hooks.adding && some && room.mayWrite, () => acts.duplicate()),
    one("remove", some && room.mayWrite, () => acts.remove(ids)),
    one("paste", hooks.adding && room.mayWrite, () => (acts.panel = "paste")),
    one("align-left", write && several && !acts.canvas, () => acts.align("left")),
    one("align-top", write && several && !acts.canvas, () => acts.align("top")),
    one("align-row", write && several && !acts.canvas, () => acts.align("row")),
    one("align-column", write && several && !acts.canvas, () => acts.align("column")),
    one("tidy", write && some && !acts.canvas, () => acts.move(ids, first?.record.cluster ?? "")),
    one("select-all", true, () => model.ordered().forEach((note) => model.chosen.add(note.id))),
    one("clear", true, hooks.clear),
    one("find", true, () => (acts.finding = !acts.finding)),
    one("zoom-in", true, () => camera.zoom(centre, 1.25)),
    one("zoom-out", true, () => camera.zoom(centre, 0.8)),
    one("zoom-fit", true, () => camera.fit(model.bounds)),
    one("zoom-full", true, () => camera.zoom(centre, 1 / camera.goal.z)),
    one("outline", true, () => (acts.outline = !acts.outline)),
    one("gather", lockable, hooks.gather),
    one("lock", lockable && first !== undefined, () => first && acts.lock(first.id, !first.record.locked)),
    one("lock-board", lockable, () => {
      acts.lock(model.board, !room.mirror.one("activity", model.board)?.locked);
    }),
    one("rewind", true, () => (acts.panel = "rewind")),
    one("undo", room.mayWrite, () => void room.ask((api) => api.undo, {})),
    one("redo", room.mayWrite, () => void room.ask((api) => api.redo, {})),
    one("palette", true, () => (acts.panel = "palette")),
  ];
}
