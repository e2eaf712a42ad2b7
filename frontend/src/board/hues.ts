/** The colour of somebody's hand on a board: the same on every laptop. */
const hues = ["red", "purple", "orange", "green", "blue", "cyan", "yellow", "grey"];

export function hue(person: string): string {
  let sum = 0;
  for (const sign of person) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 8;
  return `var(--n-${hues[sum] ?? "red"}-e)`;
}
