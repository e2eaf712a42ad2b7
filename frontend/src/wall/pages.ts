/** Cuts what does not fit on a wall into pages. Pure. */

/** Lists of at most size; a list that fits is one page, an empty one is one empty page. */
export function pages<T>(list: readonly T[], size: number): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < list.length; at += size) cut.push(list.slice(at, at + size));
  return cut.length > 0 ? cut : [[]];
}

/** The page to show: wraps around, and stays inside when pages have gone. */
export const turn = (at: number, by: number, of: number): number => (((at + by) % of) + of) % of;

/** Words cut to what can be read from a distance; the rest stands on every laptop. */
export function short(text: string, most: number): string {
  const letters = [...text.replaceAll(/\s+/gu, " ").trim()];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}
