/** What lies where: rectangles in square cells, so that looking at a part of a board costs what is in it. Pure. */
import { contains, overlaps, type Point, type Rect } from "./geometry";

const side = 512;
const half = 1 << 20;
const key = (column: number, row: number): number => (column + half) * (2 * half) + row + half;

/** So many pixels of the screen, or twice as many, the eye goes before what is in sight is listed anew. */
const pace = 192;

/** The cells that a part of the board touches at a scale: while this stays the same, so does partOf it. */
export function cellsOf(rect: Rect, z: number): string {
  const wide = 2 ** Math.ceil(Math.log2(pace / z));
  const cell = (at: number) => Math.floor(at / wide);
  return [wide, cell(rect.x), cell(rect.y), cell(rect.x + rect.w), cell(rect.y + rect.h)].join();
}

/** All that can be seen while the eye touches these cells. */
export function partOf(cells: string): Rect {
  const [wide = 0, left = 0, top = 0, right = 0, bottom = 0] = cells.split(",").map(Number);
  return { x: left * wide, y: top * wide, w: (right - left + 1) * wide, h: (bottom - top + 1) * wide };
}

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
