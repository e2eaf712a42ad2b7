/** Which notes are looked for on a board, and the way from one that was found to the next. Pure. */
import type { Color } from "../api/types";

export interface Filter {
  words: string;
  color: Color | "";
  /** Id of who wrote it; "" for anybody. */
  writer: string;
  mark: "" | "kept" | "heart";
  commented: boolean;
}
export const everything: Filter = { words: "", color: "", writer: "", mark: "", commented: false };

export const narrows = (filter: Filter): boolean =>
  filter.words.trim() !== "" || filter.color !== "" || filter.writer !== "" || filter.mark !== "" || filter.commented;

interface Looked {
  record: { text: string; color: Color; author?: string | undefined };
  marks: readonly { reaction: boolean }[];
  comments: readonly unknown[];
}

/** Whether a note is meant. The name of its colour, in the language of the reader, counts as if it stood on it. */
export function fits(note: Looked, filter: Filter, colorName: (color: Color) => string): boolean {
  const words = filter.words.trim().toLocaleLowerCase();
  const said =
    words === "" ||
    note.record.text.toLocaleLowerCase().includes(words) ||
    colorName(note.record.color).toLocaleLowerCase() === words;
  return (
    said &&
    (filter.color === "" || note.record.color === filter.color) &&
    (filter.writer === "" || note.record.author === filter.writer) &&
    (filter.mark === "" || note.marks.some((mark) => mark.reaction === (filter.mark === "heart"))) &&
    (!filter.commented || note.comments.length > 0)
  );
}

/** The next or the one before, around the end; the first or the last where nothing was stood at. "" where nothing is. */
export function turn(ids: readonly string[], at: string, by: 1 | -1): string {
  const here = ids.indexOf(at);
  if (here < 0) return (by > 0 ? ids[0] : ids.at(-1)) ?? "";
  return ids[(here + by + ids.length) % ids.length] ?? "";
}
