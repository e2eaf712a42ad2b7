/**
 * What hands do on the surface, as a machine without elements: one finger or the mouse drags a note, pans, or draws a box; two
 * fingers pinch. Pure but for what it calls.
 */
import type { Point } from "./geometry";

/** Pointer travel before a press becomes a drag, in pixels: less is a click. */
export const slack = 5;

export interface Touch {
  pointer: number;
  at: Point;
  /** The note under the hand, if any, and whether it can be moved. */
  note: string | undefined;
  movable: boolean;
  /** The cluster whose handle is under the hand, if any. */
  cluster?: string | undefined;
  /** Draws a box instead of panning. */
  box: boolean;
  /** Adds to what is chosen. */
  add: boolean;
  /** Pans whatever lies under it (middle button). */
  pan: boolean;
}

export interface Does {
  press(note: string, add: boolean): void;
  click(note: string | undefined, add: boolean): void;
  /** A long press: the note is chosen beside those that are. */
  also(note: string): void;
  hold(note: string, from: Point, at: Point): void;
  drop(note: string, from: Point, at: Point): void;
  /** A cluster is carried by its handle, and set down. */
  carry(cluster: string, from: Point, at: Point, done: boolean): void;
  pan(dx: number, dy: number): void;
  box(from: Point, at: Point, done: boolean): void;
  pinch(at: Point, factor: number, dx: number, dy: number): void;
  cancel(): void;
}

type Doing = { what: "press" | "drag" | "carry" | "box" | "pan"; touch: Touch; last: Point } | undefined;

export class Hands {
  private doing: Doing;
  /** The press has had its answer: lifting the hand does nothing more. */
  private answered = false;
  private readonly fingers = new Map<number, Point>();

  constructor(private readonly does: Does) {}

  get busy(): boolean {
    return this.doing !== undefined && this.doing.what !== "press";
  }

  /** Whether no hand is down. */
  get idle(): boolean {
    return this.fingers.size === 0;
  }

  down(touch: Touch): void {
    this.fingers.set(touch.pointer, touch.at);
    if (this.fingers.size === 2) {
      this.does.cancel();
      this.doing = undefined;
      return;
    }
    if (this.fingers.size > 2) return;
    this.answered = false;
    if (touch.note !== undefined && !touch.pan) this.does.press(touch.note, touch.add);
    this.doing = { what: touch.pan ? "pan" : "press", touch, last: touch.at };
  }

  move(pointer: number, at: Point): void {
    const before = this.fingers.get(pointer);
    if (!before) return;
    if (this.fingers.size >= 2) {
      this.spread(pointer, before, at);
      return;
    }
    this.fingers.set(pointer, at);
    const now = this.doing;
    if (!now) return;
    const { touch } = now;
    if (now.what === "press") {
      if (Math.hypot(at.x - touch.at.x, at.y - touch.at.y) <= slack) return;
      now.what =
        touch.note !== undefined && touch.movable
          ? "drag"
          : touch.cluster !== undefined
            ? "carry"
            : touch.box
              ? "box"
              : "pan";
    }
    if (now.what === "drag" && touch.note !== undefined) this.does.hold(touch.note, touch.at, at);
    else if (now.what === "carry" && touch.cluster !== undefined) this.does.carry(touch.cluster, touch.at, at, false);
    else if (now.what === "box") this.does.box(touch.at, at, false);
    else if (now.what === "pan") this.does.pan(at.x - now.last.x, at.y - now.last.y);
    now.last = at;
  }

  up(pointer: number, at: Point): void {
    this.fingers.delete(pointer);
    const now = this.doing;
    this.doing = undefined;
    if (!now || now.touch.pointer !== pointer) return;
    if (now.what === "press" && now.touch.cluster !== undefined) return; // its handle is a button of its own
    if (now.what === "press" && this.answered) return;
    if (now.what === "press") this.does.click(now.touch.note, now.touch.add);
    else if (now.what === "drag" && now.touch.note !== undefined) this.does.drop(now.touch.note, now.touch.at, at);
    else if (now.what === "carry" && now.touch.cluster !== undefined)
      this.does.carry(now.touch.cluster, now.touch.at, at, true);
    else if (now.what === "box") this.does.box(now.touch.at, at, true);
  }

  /** The hand has stayed long where it was pressed: what lies under it is chosen as well. It can still be dragged. */
  long(pointer: number): void {
    const now = this.doing;
    if (now?.what !== "press" || now.touch.pointer !== pointer || now.touch.note === undefined || this.answered) return;
    this.answered = true;
    this.does.also(now.touch.note);
  }

  /** The hand was taken away (Escape, or the system needs it): as if nothing had begun. */
  cancel(pointer?: number): void {
    if (pointer === undefined) this.fingers.clear();
    else this.fingers.delete(pointer);
    if (this.doing) this.does.cancel();
    this.doing = undefined;
  }

  private spread(pointer: number, before: Point, at: Point): void {
    const other = [...this.fingers].find(([id]) => id !== pointer)?.[1];
    this.fingers.set(pointer, at);
    if (!other) return;
    const was = Math.hypot(before.x - other.x, before.y - other.y);
    const is = Math.hypot(at.x - other.x, at.y - other.y);
    const centre = { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 };
    this.does.pinch(centre, was > 0 ? is / was : 1, (at.x - before.x) / 2, (at.y - before.y) / 2);
  }
}
