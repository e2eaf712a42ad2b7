/** Pointer travel before a press becomes a drag, in pixels: less is a click. */
export const slack = 5;

/** A drag in progress: a local ghost. Nothing is shared until it is dropped. */
export interface Drag {
  note: string;
  /** Where the note was grabbed, relative to its corner. */
  grip: { x: number; y: number };
  at: { x: number; y: number };
  from: { x: number; y: number };
  width: number;
  moved: boolean;
}

export const isDrag = (drag: Drag): boolean =>
  drag.moved || Math.hypot(drag.at.x - drag.from.x, drag.at.y - drag.from.y) > slack;
