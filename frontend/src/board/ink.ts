/** Ink: what a hand draws, made small enough to send, drawn as a smooth line, and found again under a hand. Pure. */
import { around, type Point, type Rect } from "./geometry";

/** The most dots of a stroke, as the Go side has it. */
export const mostDots = 512;
/** How wide a line is, in units of the board. */
export const penWidth = 4;

/** How far a point lies from the line between two others. */
function off(point: Point, a: Point, b: Point): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const long = dx * dx + dy * dy;
  const along = long === 0 ? 0 : Math.min(1, Math.max(0, ((point.x - a.x) * dx + (point.y - a.y) * dy) / long));
  return Math.hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
}

/** Leaves out what lies no further from the line than the tolerance (Ramer, Douglas and Peucker); both ends stay. */
export function simplified(points: readonly Point[], tolerance: number): Point[] {
  const keep = new Set<number>([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part;
    const a = points[from];
    const b = points[to];
    if (!a || !b) continue;
    let worst = tolerance;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const point = points[i];
      const far = point ? off(point, a, b) : 0;
      if (far > worst) {
        worst = far;
        at = i;
      }
    }
    if (at < 0) continue;
    keep.add(at);
    open.push([from, at], [at, to]);
  }
  return points.filter((_, i) => keep.has(i));
}

/** The dots of a stroke that is sent: x and y in turn, whole, none twice in a row, and never more than a stroke may have. */
export function dotsOf(points: readonly Point[], zoom: number): number[] {
  const whole: Point[] = [];
  for (const point of points) {
    const dot = { x: Math.round(point.x), y: Math.round(point.y) };
    const last = whole.at(-1);
    if (!last || last.x !== dot.x || last.y !== dot.y) whole.push(dot);
  }
  let tolerance = Math.max(0.5, 0.7 / zoom);
  let kept = simplified(whole, tolerance);
  while (kept.length > mostDots) {
    tolerance *= 1.5;
    kept = simplified(whole, tolerance);
  }
  return kept.flatMap((dot) => [dot.x, dot.y]);
}

/** The line through dots, as the d of an SVG path: curves that bend at each dot, from middle to middle. */
export function pathOf(dots: readonly number[]): string {
  const at = (i: number): Point => ({ x: dots[2 * i] ?? 0, y: dots[2 * i + 1] ?? 0 });
  const count = Math.floor(dots.length / 2);
  if (count === 0) return "";
  const first = at(0);
  if (count === 1) return `M${first.x} ${first.y}h0`;
  let path = `M${first.x} ${first.y}`;
  for (let i = 1; i < count - 1; i++) {
    const bend = at(i);
    const next = at(i + 1);
    path += `Q${bend.x} ${bend.y} ${(bend.x + next.x) / 2} ${(bend.y + next.y) / 2}`;
  }
  const last = at(count - 1);
  return `${path}L${last.x} ${last.y}`;
}

/** The rectangle that a stroke takes, its width included. */
export function boxOf(dots: readonly number[]): Rect {
  const points: Rect[] = [];
  for (let i = 0; i + 1 < dots.length; i += 2) points.push({ x: dots[i] ?? 0, y: dots[i + 1] ?? 0, w: 0, h: 0 });
  const { x, y, w, h } = around(points);
  return { x: x - penWidth / 2, y: y - penWidth / 2, w: w + penWidth, h: h + penWidth };
}

/** Whether a point lies on a stroke, or no further from its line than the reach. */
export function hits(dots: readonly number[], point: Point, reach: number): boolean {
  const far = penWidth / 2 + reach;
  let last: Point | undefined;
  for (let i = 0; i + 1 < dots.length; i += 2) {
    const dot = { x: dots[i] ?? 0, y: dots[i + 1] ?? 0 };
    if (off(point, last ?? dot, dot) <= far) return true;
    last = dot;
  }
  return false;
}
