/**
 * Moving one step in a list that is told "put it after". Gives the id to stand after ("" = first), or undefined at the edge.
 */
export function afterMove(ids: readonly string[], id: string, step: 1 | -1): string | undefined {
  const at = ids.indexOf(id);
  const to = at + step;
  if (at < 0 || to < 0 || to >= ids.length) return undefined;
  const rest = ids.filter((other) => other !== id);
  return to === 0 ? "" : (rest[to - 1] ?? "");
}
