/**
 * What a hand holds: where it lay when the hand took it, and where on the board that was. It is drawn and set down from there,
 * whatever others do to the board and wherever the eye goes meanwhile. Pure.
 */
import type { Point, Rect } from "./geometry";
import { toBoard, type Size, type Viewport } from "./viewport";

export interface Held {
  ids: ReadonlySet<string>;
  /** Where each lay, and the cluster that is carried, on the board. */
  starts: ReadonlyMap<string, Rect>;
  /** The place on the board that was taken. */
  from: Point;
  /** Where the hand was on the screen when it took it, and is now. */
  taken: Point;
  hand: Point;
}

/** How far what is held went, on the board. */
export function gone(held: Held, view: Viewport): Point {
  const at = toBoard(view, held.hand);
  return { x: at.x - held.from.x, y: at.y - held.from.y };
}

/** How far one thing is drawn from where it lies now, which may be elsewhere than where it was taken. */
export function offset(held: Held, by: Point, id: string, now: Rect): Point {
  const start = held.starts.get(id) ?? now;
  return { x: start.x - now.x + by.x, y: start.y - now.y + by.y };
}

/** The rim of the surface in which a hand that holds something moves the eye, and the most that it does in a frame; in pixels. */
const rim = 36;
const most = 14;

/**
 * How far the eye goes in this frame: the further the hand is into the rim, the more. Zero where it is not in the rim, or took
 * what it holds there and has not gone on outwards.
 */
export function edgeStep({ taken, hand }: Pick<Held, "taken" | "hand">, size: Size): Point {
  const along = (from: number, at: number, length: number) => {
    const near = at < rim && at < from ? rim - at : 0;
    const far = at > length - rim && at > from ? length - rim - at : 0;
    return Math.max(-most, Math.min(most, ((near + far) / rim) * most));
  };
  return { x: along(taken.x, hand.x, size.w), y: along(taken.y, hand.y, size.h) };
}
