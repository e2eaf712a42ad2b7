/** What a key means on the board. Pure; the global keys (undo, Space, F6) stay where they are. */
import type { Stroke } from "../state/keys";
import { keysHere } from "../state/keysHere";
import type { Way } from "./geometry";

export type CommandId =
  | "edit"
  | "new-note"
  | "new-cluster"
  | "connect"
  | "comment"
  | "move-to"
  | "keep"
  | "heart"
  | "duplicate"
  | "remove"
  | "merge"
  | "select-all"
  | "clear"
  | "paste"
  | "picture"
  | "draw"
  | "describe"
  | "find"
  | "palette"
  | "zoom-in"
  | "zoom-out"
  | "zoom-fit"
  | "zoom-full"
  | "outline"
  | "gather"
  | "rewind"
  | "lock"
  | "lock-board"
  | "align-left"
  | "align-top"
  | "align-row"
  | "align-column"
  | "tidy"
  | "undo"
  | "redo";

/** A command that marks a note with a label of the canvas. */
export type MarkId = `mark/${string}`;
/** The label of such a command; undefined for another. */
export const markOf = (id: CommandId | MarkId): string | undefined =>
  id.startsWith("mark/") ? id.slice("mark/".length) : undefined;

export type Meaning =
  | { what: "command"; id: CommandId }
  | { what: "walk"; way: Way; add: boolean; keep: boolean }
  | { what: "choose" }
  | { what: "nudge"; way: Way; by: number }
  | undefined;

const ways: Record<string, Way> = { ArrowLeft: "left", ArrowRight: "right", ArrowUp: "up", ArrowDown: "down" };
const letters: Record<string, CommandId> = {
  n: "new-note",
  f: "new-cluster",
  a: "connect",
  c: "comment",
  d: "draw",
  m: "move-to",
  j: "merge",
  k: "keep",
  l: "heart",
  o: "outline",
  "0": "zoom-fit",
  "1": "zoom-full",
  "+": "zoom-in",
  "=": "zoom-in",
  "-": "zoom-out",
  "/": "find",
};
const withCtrl: Record<string, CommandId> = { k: "palette", a: "select-all", d: "duplicate", f: "find" };

/** What a stroke means while the board, and no text field, has the focus. */
export function meaning(stroke: Stroke): Meaning {
  const way = ways[stroke.key];
  if (way && stroke.alt) return stroke.ctrl ? undefined : { what: "nudge", way, by: stroke.shift ? 40 : 8 };
  if (way) return { what: "walk", way, add: stroke.shift, keep: stroke.ctrl };
  if (stroke.key === " " && !stroke.ctrl && !stroke.alt) return { what: "choose" };
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (stroke.alt) return undefined;
  const id = stroke.ctrl ? withCtrl[key] : letters[key];
  if (id) return { what: "command", id };
  if (stroke.ctrl) return undefined;
  if (key === "Enter" || key === "F2") return { what: "command", id: "edit" };
  if (key === "Delete" || key === "Backspace") return { what: "command", id: "remove" };
  if (key === "Escape") return { what: "command", id: "clear" };
  return undefined;
}

/** The key that is shown beside a command; empty where it has none. */
export function keyOf(id: CommandId | MarkId, mac?: boolean): string {
  const plain = Object.entries(letters).find(([, known]) => known === id)?.[0];
  if (plain) return plain.toUpperCase();
  const ctrl = Object.entries(withCtrl).find(([, known]) => known === id)?.[0];
  if (ctrl) return keysHere(`Ctrl+${ctrl.toUpperCase()}`, mac);
  const named: Partial<Record<CommandId, string>> = {
    edit: "Enter",
    remove: "Del",
    clear: "Esc",
    undo: "Ctrl+Z",
    redo: "Ctrl+Shift+Z",
    paste: "Ctrl+V",
  };
  return keysHere((named as Partial<Record<string, string>>)[id] ?? "", mac);
}

/** How far a cluster goes with one press: about a note. */
export const far = 120;

/** How far a nudge goes. */
export const step = (way: Way, by: number): { dx: number; dy: number } => ({
  dx: way === "left" ? -by : way === "right" ? by : 0,
  dy: way === "up" ? -by : way === "down" ? by : 0,
});
