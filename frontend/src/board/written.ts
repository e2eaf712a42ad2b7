/** The texts that are written in, of the session that lies open: one for all its boards, for as long as it does. */
import type { Room } from "../state/room.svelte";
import { t } from "../words/words.svelte";
import { Writings, type Became } from "./writing";

const open = new WeakMap<Room, Writings>();

const said: Record<Became, () => [string, string]> = {
  kept: () => [t("board-text-kept"), t("board-text-kept-how")],
  again: () => [t("board-text-again"), t("board-text-again-how")],
  gone: () => [t("board-text-gone"), t("board-text-gone-how")],
  rescued: () => [t("board-text-rescued"), t("board-text-rescued-how")],
};

export function writingsOf(room: Room): Writings {
  const known = open.get(room);
  if (known) return known;
  const made = new Writings({
    note: (id) => room.mirror.one("note", id),
    splice: (record, edit) => room.ask((api) => api.text.splice, { record, field: "text" as const, ...edit }),
    undo: (redo) => void (redo ? room.ask((api) => api.redo, {}) : room.ask((api) => api.undo, {})),
    keep: (note, text) => room.ghosts.set(`note/${note}`, text),
    kept: (note) => room.ghosts.get(`note/${note}`),
    add: async ({ activity, cluster, color }, text) => {
      const there = room.mirror.one("cluster", cluster);
      const where = { activity, color, ...(there ? { cluster: there.id } : {}) };
      return (await room.ask((api) => api.note.add, { text, ...where })) !== undefined;
    },
    say: (what) => room.tell(`text-${what}`, ...said[what]()),
  });
  room.mirror.listeners.add((told) => made.hear(told));
  open.set(room, made);
  return made;
}
