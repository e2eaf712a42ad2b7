/** Where the eye is: a point of the screen is a point of the board times z, plus (x, y). Pure; all in CSS pixels. */
import type { Point, Rect } from "./geometry";

export interface Viewport {
  x: number;
  y: number;
  z: number;
}
export interface Size {
  w: number;
  h: number;
}

export const nearest = 3;
export const farthest = 0.04;
/** Below this zoom words cannot be read: the notes are drawn on one canvas instead of being elements. */
export const farBelow = 0.28;
/** Words are not written smaller than at this zoom. */
export const legible = 0.8;

const clamp = (z: number): number => Math.min(nearest, Math.max(farthest, z));

export const toScreen = (view: Viewport, point: Point): Point => ({
  x: point.x * view.z + view.x,
  y: point.y * view.z + view.y,
});
export const toBoard = (view: Viewport, point: Point): Point => ({
  x: (point.x - view.x) / view.z,
  y: (point.y - view.y) / view.z,
});
export const panned = (view: Viewport, dx: number, dy: number): Viewport => ({
  ...view,
  x: view.x + dx,
  y: view.y + dy,
});

/** Zooms so that the point of the screen stays over the same point of the board. */
export function zoomed(view: Viewport, at: Point, factor: number): Viewport {
  const z = clamp(view.z * factor);
  const real = z / view.z;
  return { x: at.x - (at.x - view.x) * real, y: at.y - (at.y - view.y) * real, z };
}

/** The part of the board that is seen, with a margin of so many screen pixels. */
export function seen(view: Viewport, size: Size, margin = 0): Rect {
  const { x, y } = toBoard(view, { x: -margin, y: -margin });
  return { x, y, w: (size.w + 2 * margin) / view.z, h: (size.h + 2 * margin) / view.z };
}

/** Looks at all of a rectangle, from its left top, no nearer than full size. */
export function fitted(bounds: Rect, size: Size, padding = 24): Viewport {
  if (bounds.w <= 0 || bounds.h <= 0) return { x: padding, y: padding, z: 1 };
  const z = clamp(Math.min(1, (size.w - 2 * padding) / bounds.w, (size.h - 2 * padding) / bounds.h));
  return { x: padding - bounds.x * z, y: padding - bounds.y * z, z };
}

/** Looks at a point of the board from a zoom, the point in the middle. */
export const lookingAt = (point: Point, z: number, size: Size): Viewport => {
  const kept = clamp(z);
  return { x: size.w / 2 - point.x * kept, y: size.h / 2 - point.y * kept, z: kept };
};

/** The least move that brings a rectangle into sight; the same viewport where it is. */
export function revealing(view: Viewport, rect: Rect, size: Size, margin = 24): Viewport {
  const left = rect.x * view.z + view.x;
  const top = rect.y * view.z + view.y;
  const along = (start: number, length: number, room: number) =>
    start < margin
      ? margin - start
      : start + length > room - margin
        ? Math.max(margin - start, room - margin - start - length)
        : 0;
  const dx = along(left, rect.w * view.z, size.w);
  const dy = along(top, rect.h * view.z, size.h);
  return dx === 0 && dy === 0 ? view : panned(view, dx, dy);
}

/**
 * Where a bar lies that belongs to something on the screen: above it where there is room below the titles of the surface, else
 * below it, and always inside the surface.
 */
export function beside(thing: Rect, bar: Size, size: Size): Point {
  const inside = (at: number, length: number, room: number) => Math.max(8, Math.min(at, room - length - 8));
  const above = thing.y - bar.h - 12;
  return {
    x: inside(thing.x, bar.w, size.w),
    y: inside(above > 60 ? above : thing.y + thing.h + 12, bar.h, size.h),
  };
}

/** At rest the board lies on whole device pixels, so that words are sharp. */
export const snapped = (view: Viewport, ratio: number): Viewport => ({
  x: Math.round(view.x * ratio) / ratio,
  y: Math.round(view.y * ratio) / ratio,
  z: view.z,
});
