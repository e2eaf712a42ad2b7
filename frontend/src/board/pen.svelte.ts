/** The pen of one board: the line that is being drawn, and those that are on their way. */
import type { Point } from "./geometry";
import { dotsOf, pathOf } from "./ink";

/** So many points are one piece of a line; a piece that is full stays as it is. */
const piece = 200;

export class Pen {
  /**
   * What is seen of the line that is being drawn: pieces that stay as they are, and the last one, that grows; so a step costs the
   * same however long the line is.
   */
  pieces = $state.raw<readonly string[]>([]);
  line = $state("");
  /** Lines that are not told back yet. */
  sent = $state.raw<readonly string[]>([]);
  private points: Point[] = [];
  private grown = "";
  private pointer: number | undefined;
  private begun: Point = { x: 0, y: 0 };

  constructor(private readonly draw: (dots: number[]) => Promise<unknown>) {}

  get drawing(): boolean {
    return this.pointer !== undefined;
  }
  holds(pointer: number): boolean {
    return this.pointer === pointer;
  }
  /** Begins at a point of the board; at is where that is on the surface. */
  down(pointer: number, point: Point, at: Point): void {
    this.pointer = pointer;
    this.begun = at;
    this.points = [point];
    this.pieces = [];
    this.grown = `M${point.x} ${point.y}`;
    this.line = `${this.grown}h0`;
  }
  move(points: readonly Point[]): void {
    for (const point of points) this.grow(point);
    const last = this.points.at(-1);
    if (last && this.points.length > 1) this.line = `${this.grown}L${last.x} ${last.y}`;
  }
  up(zoom: number): void {
    const dots = dotsOf(this.points, zoom);
    const path = pathOf(dots);
    this.cancel();
    this.sent = [...this.sent, path];
    void this.draw(dots).finally(() => (this.sent = this.sent.filter((one) => one !== path)));
  }
  /** Lets the line go as if nothing had begun, and says which hand held it and where that came down. */
  cancel(): { pointer: number; at: Point } | undefined {
    const held = this.pointer === undefined ? undefined : { pointer: this.pointer, at: this.begun };
    this.pointer = undefined;
    this.points = [];
    this.pieces = [];
    this.line = "";
    return held;
  }
  /** Adds a point as pathOf does: a line bends at each dot, from middle to middle. */
  private grow(point: Point): void {
    const bend = this.points.at(-1);
    this.points.push(point);
    const count = this.points.length;
    if (!bend || count < 3) return;
    const middle = `${(bend.x + point.x) / 2} ${(bend.y + point.y) / 2}`;
    this.grown += `Q${bend.x} ${bend.y} ${middle}`;
    if (count % piece !== 0) return;
    this.pieces = [...this.pieces, this.grown];
    this.grown = `M${middle}`;
  }
}
