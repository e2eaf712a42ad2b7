/**
 * Where this person's hand and eye are on a board, as others are told: at most so often, and the last of it always. And which
 * calls of others to come along are new here.
 */
import type { Room } from "../state/room.svelte";
import type { Point } from "./geometry";
import { toBoard, toScreen, type Size, type Viewport } from "./viewport";

export type HandAct = "look" | "hold" | "write" | "name";

/** Does something at most once in so many milliseconds; what is asked for meanwhile is done once at their end. */
export class Paced {
  private last = -Infinity;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  constructor(
    private readonly every: number,
    private readonly act: () => void,
    private readonly now: () => number = () => performance.now(),
  ) {}

  soon(): void {
    if (this.waiting !== undefined) return;
    const wait = this.last + this.every - this.now();
    if (wait <= 0) this.at();
    else this.waiting = setTimeout(() => this.at(), wait);
  }
  at(): void {
    this.stop();
    this.last = this.now();
    this.act();
  }
  stop(): void {
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }
}

/** Which calls are new. A call is a number of seconds; the first that is heard of a person is new where it is not older than this. */
export class Calls {
  private readonly known = new Map<string, number>();
  constructor(private readonly since: number) {}

  isNew(person: string, call: number): boolean {
    const before = this.known.get(person);
    this.known.set(person, call);
    return before === undefined ? call >= this.since : call > before;
  }
}

export class Gaze {
  /** Where the hand is on the screen; unknown before it came. */
  private hand: Point | undefined;
  private doing: { act: HandAct; note: string } = { act: "look", note: "" };
  private call = 0;
  private told = "";
  private readonly pace = new Paced(60, () => this.tell());

  constructor(
    private readonly room: Room,
    private readonly board: string,
    private readonly eye: { view: Viewport; size: Size },
  ) {}

  /** The hand is at a point of the board, or nowhere known, and does something. */
  say(point: Point | undefined, act: HandAct = "look", note = ""): void {
    this.hand = point && toScreen(this.eye.view, point);
    this.doing = { act, note };
    if (point) this.pace.soon();
    else this.pace.at();
  }
  /** The eye went somewhere. */
  moved(): void {
    if (this.where() !== this.told) this.pace.soon();
  }
  /** Calls everybody to come along. */
  gather(): void {
    this.call = Math.max(this.call + 1, Math.floor(this.room.now / 1000));
    this.pace.at();
  }
  leave(): void {
    this.pace.stop();
    this.room.hint((api) => api.pointer.set, { board: "", x: 0, y: 0, act: "look", cx: 0, cy: 0, zoom: 0 });
  }

  private middle(): { cx: number; cy: number; zoom: number } {
    const { view, size } = this.eye;
    const { x, y } = toBoard(view, { x: size.w / 2, y: size.h / 2 });
    return { cx: Math.round(x), cy: Math.round(y), zoom: Math.round(view.z * 1000) };
  }
  private where(): string {
    return Object.values(this.middle()).join();
  }
  private tell(): void {
    const middle = this.middle();
    const spot = this.hand ? toBoard(this.eye.view, this.hand) : { x: middle.cx, y: middle.cy };
    const { act, note } = this.doing;
    this.told = this.where();
    this.room.hint((api) => api.pointer.set, {
      board: this.board,
      x: Math.round(spot.x),
      y: Math.round(spot.y),
      act,
      ...(note ? { note } : {}),
      ...middle,
      ...(this.call > 0 ? { gather: this.call } : {}),
    });
  }
}
