/** Where the focus goes on a board when what had it is gone. Pure. */

/** The next that is still there, else the one before; "" where none is, or where it was not known. */
export function survivor(order: readonly string[], gone: string, there: (id: string) => boolean): string {
  const place = order.indexOf(gone);
  if (place < 0) return "";
  return order.slice(place + 1).find(there) ?? order.slice(0, place).findLast(there) ?? "";
}
