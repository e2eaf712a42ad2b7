/** What people marked a note with, counted by label. Reactions are no marks. */
import type { MarkRecord } from "../api/types";
import { t } from "../words/words.svelte";

export interface Tally {
  label: string;
  count: number;
  /** Whether this person is among them. */
  mine: boolean;
}

/** The mark of a board that names none of its own. */
export const keep = "keep";

/** Labels in the order of those a canvas offers, then by how they are written. */
export function tallied(marks: readonly MarkRecord[], offered: readonly string[]): Tally[] {
  const found = new Map<string, Tally>();
  for (const { label, reaction, mine } of marks) {
    if (reaction || label === "") continue;
    const known = found.get(label) ?? { label, count: 0, mine: false };
    found.set(label, { label, count: known.count + 1, mine: known.mine || mine });
  }
  const turn = ({ label }: Tally) => (offered.includes(label) ? offered.indexOf(label) : offered.length);
  return [...found.values()].sort((a, b) => turn(a) - turn(b) || (a.label < b.label ? -1 : 1));
}

/** A tally in words. What a canvas does not name as a mark of its own, and is called "keep", is the mark of every board. */
export const markWords = ({ label, count }: Tally, offered: readonly string[]): string =>
  label === keep && !offered.includes(keep) ? t("board-marks", { count }) : t("mark-named", { mark: label, count });
