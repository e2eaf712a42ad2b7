/** Where things are on the board: pure geometry over rectangles, in one coordinate system (the page's client pixels). */

export interface Point {
  x: number;
  y: number;
}
export interface Box {
  id: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export type Way = "left" | "right" | "up" | "down";

export const contains = (box: Box, point: Point): boolean =>
  point.x >= box.left && point.x <= box.right && point.y >= box.top && point.y <= box.bottom;

const middle = (box: Box): Point => ({ x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 });

/** The box under the point; else the one whose edge is nearest, if within reach; else undefined. */
export function target(boxes: readonly Box[], point: Point, reach: number): Box | undefined {
  let best: Box | undefined;
  let least = reach;
  for (const box of boxes) {
    const dx = Math.max(box.left - point.x, 0, point.x - box.right);
    const dy = Math.max(box.top - point.y, 0, point.y - box.bottom);
    const distance = Math.hypot(dx, dy);
    if (distance === 0) return box;
    if (distance <= least) {
      least = distance;
      best = box;
    }
  }
  return best;
}

/**
 * The id after which a note dropped at the point stands, among notes laid out in rows ("" = first). In a mirrored layout rows
 * run from right to left.
 */
export function dropAfter(notes: readonly Box[], point: Point, mirrored: boolean): string {
  let after = "";
  for (const box of notes) {
    const centre = middle(box);
    const below = point.y > box.bottom;
    const sameRow = point.y >= box.top && !below;
    const past = mirrored ? point.x < centre.x : point.x > centre.x;
    if (below || (sameRow && past)) after = box.id;
  }
  return after;
}

/** The nearest box in a direction: what lies ahead counts once, what lies aside twice. Undefined at the edge. */
export function neighbour(boxes: readonly Box[], from: Box, way: Way): Box | undefined {
  const start = middle(from);
  let best: Box | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    if (box.id === from.id) continue;
    const { x, y } = middle(box);
    const ahead =
      way === "right" ? x - start.x : way === "left" ? start.x - x : way === "down" ? y - start.y : start.y - y;
    if (ahead <= 1) continue;
    const aside = Math.abs(way === "left" || way === "right" ? y - start.y : x - start.x);
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = box;
    }
  }
  return best;
}

/** Columns of a cluster by how many notes it holds: wide enough to stay flat, never wider than four. */
export const columns = (count: number): 1 | 2 | 3 | 4 => (count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : 4);
