/** What lies where: rectangles in square cells, so that looking at a part of a board costs what is in it. Pure. */
import { contains, overlaps, type Point, type Rect } from "./geometry";

const side = 512;
const half = 1 << 20;
const key = (column: number, row: number): number => (column + half) * (2 * half) + row + half;

/** The cells a rectangle touches: while they are the same, so is what can be seen. */
export const cellsOf = (rect: Rect): string =>
  `${Math.floor(rect.x / side)},${Math.floor(rect.y / side)},${Math.floor((rect.x + rect.w) / side)},${Math.floor((rect.y + rect.h) / side)}`;

export class Grid {
  private readonly rects = new Map<string, Rect>();
  private readonly cells = new Map<number, Set<string>>();

  get size(): number {
    return this.rects.size;
  }

  rect(id: string): Rect | undefined {
    return this.rects.get(id);
  }

  put(id: string, rect: Rect): void {
    const before = this.rects.get(id);
    if (before && before.x === rect.x && before.y === rect.y && before.w === rect.w && before.h === rect.h) return;
    this.drop(id);
    this.rects.set(id, rect);
    this.each(rect, (cell) => {
      const known = this.cells.get(cell);
      if (known) known.add(id);
      else this.cells.set(cell, new Set([id]));
    });
  }

  drop(id: string): void {
    const rect = this.rects.get(id);
    if (!rect) return;
    this.rects.delete(id);
    this.each(rect, (cell) => {
      const known = this.cells.get(cell);
      known?.delete(id);
      if (known?.size === 0) this.cells.delete(cell);
    });
  }

  /** Ids of what overlaps the rectangle, each once, in no promised order. */
  within(rect: Rect): string[] {
    const columns = Math.floor((rect.x + rect.w) / side) - Math.floor(rect.x / side) + 1;
    const rows = Math.floor((rect.y + rect.h) / side) - Math.floor(rect.y / side) + 1;
    const found = new Set<string>();
    const take = (id: string) => {
      const known = this.rects.get(id);
      if (known && overlaps(known, rect)) found.add(id);
    };
    if (columns * rows > this.cells.size) for (const id of this.rects.keys()) take(id);
    else this.each(rect, (cell) => this.cells.get(cell)?.forEach(take));
    return [...found];
  }

  /** What covers the point: of several the one that was put last. */
  at(point: Point): string | undefined {
    let hit: string | undefined;
    const cell = this.cells.get(key(Math.floor(point.x / side), Math.floor(point.y / side)));
    cell?.forEach((id) => {
      const rect = this.rects.get(id);
      if (rect && contains(rect, point)) hit = id;
    });
    return hit;
  }

  private each(rect: Rect, visit: (cell: number) => void): void {
    const right = Math.floor((rect.x + rect.w) / side);
    const bottom = Math.floor((rect.y + rect.h) / side);
    for (let column = Math.floor(rect.x / side); column <= right; column++)
      for (let row = Math.floor(rect.y / side); row <= bottom; row++) visit(key(column, row));
  }
}
