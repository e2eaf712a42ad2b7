/** Shapes on the board and what can be asked of them. Pure. */

export interface Point {
  x: number;
  y: number;
}
export interface Rect {
  x: number;
  y: number;
  w: number;
  h: number;
}
export interface Placed {
  id: string;
  rect: Rect;
}
export type Way = "left" | "right" | "up" | "down";

export const contains = (rect: Rect, point: Point): boolean =>
  point.x >= rect.x && point.x <= rect.x + rect.w && point.y >= rect.y && point.y <= rect.y + rect.h;

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

export const middle = (rect: Rect): Point => ({ x: rect.x + rect.w / 2, y: rect.y + rect.h / 2 });

/** The rectangle between two corners, in whichever order. */
export const between = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  w: Math.abs(a.x - b.x),
  h: Math.abs(a.y - b.y),
});

/** The least rectangle around all; empty at the origin around none. */
export function around(rects: Iterable<Rect>): Rect {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const rect of rects) {
    left = Math.min(left, rect.x);
    top = Math.min(top, rect.y);
    right = Math.max(right, rect.x + rect.w);
    bottom = Math.max(bottom, rect.y + rect.h);
  }
  return left === Infinity ? { x: 0, y: 0, w: 0, h: 0 } : { x: left, y: top, w: right - left, h: bottom - top };
}

/**
 * The id after which a note dropped at the point stands, among notes laid out in rows ("" = first). In a mirrored layout rows
 * run from right to left.
 */
export function dropAfter(notes: readonly Placed[], point: Point, mirrored: boolean): string {
  let after = "";
  for (const { id, rect } of notes) {
    const below = point.y > rect.y + rect.h;
    const sameRow = point.y >= rect.y && !below;
    const past = mirrored ? point.x < middle(rect).x : point.x > middle(rect).x;
    if (below || (sameRow && past)) after = id;
  }
  return after;
}

/** The nearest in a direction: what lies ahead counts once, what lies aside twice. Undefined at the edge. */
export function neighbour(all: readonly Placed[], from: Placed, way: Way): Placed | undefined {
  const start = middle(from.rect);
  let best: Placed | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const other of all) {
    if (other.id === from.id) continue;
    const { x, y } = middle(other.rect);
    const ahead =
      way === "right" ? x - start.x : way === "left" ? start.x - x : way === "down" ? y - start.y : start.y - y;
    if (ahead <= 1) continue;
    const aside = Math.abs(way === "left" || way === "right" ? y - start.y : x - start.x);
    const cost = ahead + 2 * aside;
    if (cost < least) {
      least = cost;
      best = other;
    }
  }
  return best;
}

export type Edge = "left" | "right" | "top" | "bottom" | "row" | "column";

/** Where notes go when they are lined up; "row" and "column" also spread them evenly. */
export function aligned(notes: readonly Placed[], edge: Edge): Placed[] {
  const all = around(notes.map((note) => note.rect));
  if (edge === "row" || edge === "column") {
    const gap = 8;
    const inLine = [...notes].sort((a, b) => (edge === "row" ? a.rect.x - b.rect.x : a.rect.y - b.rect.y));
    let at = edge === "row" ? all.x : all.y;
    return inLine.map(({ id, rect }) => {
      const placed = edge === "row" ? { ...rect, x: at, y: all.y } : { ...rect, x: all.x, y: at };
      at += (edge === "row" ? rect.w : rect.h) + gap;
      return { id, rect: placed };
    });
  }
  return notes.map(({ id, rect }) => ({
    id,
    rect: {
      ...rect,
      ...(edge === "left" ? { x: all.x } : {}),
      ...(edge === "right" ? { x: all.x + all.w - rect.w } : {}),
      ...(edge === "top" ? { y: all.y } : {}),
      ...(edge === "bottom" ? { y: all.y + all.h - rect.h } : {}),
    },
  }));
}

/** An arrow from edge to edge: its path, where its head is, and where its words stand. */
export function arrow(from: Rect, to: Rect): { path: string; head: Point; angle: number; label: Point } {
  const a = middle(from);
  const b = middle(to);
  const start = edgeTowards(from, b);
  const end = edgeTowards(to, a);
  const level = Math.abs(b.x - a.x) >= Math.abs(b.y - a.y);
  const bend = level ? (end.x - start.x) / 2 : (end.y - start.y) / 2;
  const c1 = level ? { x: start.x + bend, y: start.y } : { x: start.x, y: start.y + bend };
  const c2 = level ? { x: end.x - bend, y: end.y } : { x: end.x, y: end.y - bend };
  const label = { x: (start.x + 3 * c1.x + 3 * c2.x + end.x) / 8, y: (start.y + 3 * c1.y + 3 * c2.y + end.y) / 8 };
  const angle = (Math.atan2(end.y - c2.y, end.x - c2.x || (end.x - start.x) / 100) * 180) / Math.PI;
  const n = (value: number) => Math.round(value * 10) / 10;
  return {
    path: `M${n(start.x)} ${n(start.y)}C${n(c1.x)} ${n(c1.y)} ${n(c2.x)} ${n(c2.y)} ${n(end.x)} ${n(end.y)}`,
    head: end,
    angle,
    label,
  };
}

/** Where the straight way from a rectangle's middle to a point leaves the rectangle. */
export function edgeTowards(rect: Rect, point: Point): Point {
  const centre = middle(rect);
  const dx = point.x - centre.x;
  const dy = point.y - centre.y;
  if (dx === 0 && dy === 0) return centre;
  const scale = Math.min(
    dx === 0 ? Infinity : rect.w / 2 / Math.abs(dx),
    dy === 0 ? Infinity : rect.h / 2 / Math.abs(dy),
  );
  return { x: centre.x + dx * Math.min(scale, 1), y: centre.y + dy * Math.min(scale, 1) };
}
