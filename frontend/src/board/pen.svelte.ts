/** The pen of one board: the line that is being drawn, and those that are on their way. */
import type { Point } from "./geometry";
import { dotsOf, pathOf } from "./ink";

export class Pen {
  /** What is seen of the line that is being drawn, and of those that are not told back yet. */
  line = $state("");
  sent = $state.raw<readonly string[]>([]);
  private points: Point[] = [];
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
    this.show();
  }
  move(points: readonly Point[]): void {
    this.points.push(...points);
    this.show();
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
    this.line = "";
    return held;
  }
  private show(): void {
    this.line = pathOf(this.points.flatMap((point) => [point.x, point.y]));
  }
}
