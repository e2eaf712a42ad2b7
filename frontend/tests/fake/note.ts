import type { NoteRecord } from "../../src/api/types";

/** A note as the app tells it: its own id is its text and its place in order, unless something else is asked for. */
export const note = (id: string, more: Partial<NoteRecord> = {}): NoteRecord => ({
  id,
  kind: "note",
  activity: "a1",
  text: id,
  textRev: 1,
  color: "yellow",
  order: id,
  mine: true,
  draft: false,
  ...more,
});
