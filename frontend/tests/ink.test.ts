// Ink: a hand's line made small, drawn smooth, and found again.
import { describe, expect, it } from "vitest";
import type { StrokeRecord } from "../src/api/types";
import { BoardModel } from "../src/board/board.svelte";
import type { Point } from "../src/board/geometry";
import { boxOf, dotsOf, hits, mostDots, pathOf, penWidth, simplified } from "../src/board/ink";
import { Pen } from "../src/board/pen.svelte";
import { Mirror } from "../src/state/mirror.svelte";

/** Numbers that look like chance and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  for (let n = seed; ;) {
    n = (n * 1103515245 + 12345) % 2147483648;
    yield n / 2147483648;
  }
}
/** A hand that wanders over the board. */
function wander(seed: number, count: number): Point[] {
  const chance = numbers(seed);
  let at = { x: 0, y: 0 };
  return Array.from({ length: count }, () => {
    at = { x: at.x + chance.next().value * 40 - 20, y: at.y + chance.next().value * 40 - 20 };
    return at;
  });
}
const pairs = (flat: readonly number[]): Point[] =>
  Array.from({ length: flat.length / 2 }, (_, i) => ({ x: flat[2 * i] ?? 0, y: flat[2 * i + 1] ?? 0 }));

describe("a stroke that is sent", () => {
  it("keeps a straight line as its two ends", () => {
    const line = Array.from({ length: 100 }, (_, i) => ({ x: 3 * i, y: 2 * i }));
    expect(dotsOf(line, 1)).toEqual([0, 0, 297, 198]);
  });
  it("keeps a corner", () => {
    const corner = [...Array(50).keys()].map((i) => (i < 25 ? { x: 4 * i, y: 0 } : { x: 96, y: 4 * (i - 24) }));
    expect(dotsOf(corner, 1)).toEqual([0, 0, 96, 0, 96, 100]);
  });
  it("is a dot when the hand did not move", () => {
    expect(dotsOf([{ x: 1.4, y: 2.6 }], 1)).toEqual([1, 3]);
    expect(dotsOf(Array(20).fill({ x: 5, y: 5 }) as Point[], 1)).toEqual([5, 5]);
  });
  it.each([1, 2, 3, 4, 5])("is whole, within its limit, and passes by everywhere the hand was (%i)", (seed) => {
    const points = wander(seed, 200);
    const dots = dotsOf(points, 1);
    expect(dots.every(Number.isInteger)).toBe(true);
    expect(dots.length).toBeLessThanOrEqual(2 * mostDots);
    for (const point of points) expect(hits(dots, point, 0)).toBe(true); // within the width of the pen
    expect(dots.slice(0, 2)).toEqual([Math.round(points[0]?.x ?? 0), Math.round(points[0]?.y ?? 0)]);
  });
  it("never has more dots than it may, however long somebody scribbles", () => {
    const dots = dotsOf(wander(9, 6000), 1);
    expect(dots.length).toBeLessThanOrEqual(2 * mostDots);
    expect(dots.length).toBeGreaterThan(100);
  });
  it("holds fewer dots where the eye was further away", () => {
    const points = wander(4, 400).map(({ x, y }) => ({ x: x / 8, y: y / 8 }));
    expect(dotsOf(points, 0.2).length).toBeLessThan(dotsOf(points, 1).length);
  });
  it("does not lose its only two points to a large tolerance", () => {
    expect(simplified(pairs([0, 0, 1, 1]), 99)).toEqual(pairs([0, 0, 1, 1]));
  });
});

describe("a stroke that is drawn", () => {
  it("begins at its first dot and ends at its last", () => {
    expect(pathOf([])).toBe("");
    expect(pathOf([3, 4])).toBe("M3 4h0");
    expect(pathOf([0, 0, 10, 0])).toBe("M0 0L10 0");
    expect(pathOf([0, 0, 10, 0, 10, 10])).toBe("M0 0Q10 0 10 5L10 10");
  });
  it("takes the room of its dots and its width", () => {
    expect(boxOf([5, 9, -3, 2])).toEqual({
      x: -3 - penWidth / 2,
      y: 2 - penWidth / 2,
      w: 8 + penWidth,
      h: 7 + penWidth,
    });
  });
  it("is found on its line and near it, and nowhere else", () => {
    const dots = [0, 0, 100, 0, 100, 100];
    expect(hits(dots, { x: 50, y: 1 }, 0)).toBe(true);
    expect(hits(dots, { x: 50, y: 9 }, 0)).toBe(false);
    expect(hits(dots, { x: 50, y: 9 }, 8)).toBe(true);
    expect(hits(dots, { x: 50, y: 50 }, 8)).toBe(false); // inside, but on no line
    expect(hits([7, 7], { x: 8, y: 8 }, 0)).toBe(true);
  });
});

describe("the strokes of a board", () => {
  const stroke = (id: string, dots: number[], more: Partial<StrokeRecord> = {}): StrokeRecord => ({
    id,
    kind: "stroke",
    activity: "a1",
    dots,
    color: "red",
    label: "",
    mine: true,
    ...more,
  });
  const board = (...records: StrokeRecord[]) => {
    const mirror = new Mirror();
    mirror.receive({ what: "snapshot", rev: 1, records });
    return { mirror, model: new BoardModel(mirror, ["a1"], () => 1) };
  };
  it("lie within its bounds, and the last drawn is found first", () => {
    const { model } = board(
      stroke("k1", [0, 0, 900, 0]),
      stroke("k2", [400, -50, 400, 50]),
      stroke("k3", [0, 0], { activity: "a2" }),
    );
    expect(model.strokes.map((one) => one.id)).toEqual(["k1", "k2"]);
    expect(model.bounds.w).toBe(900 + penWidth);
    expect(model.inkAt({ x: 400, y: 0 }, 0)).toBe("k2");
    expect(model.inkAt({ x: 200, y: 0 }, 0)).toBe("k1");
    expect(model.inkAt({ x: 200, y: 40 }, 4)).toBeUndefined();
  });
  it("stay what they are while another changes, and go when they are taken away", () => {
    const { mirror, model } = board(stroke("k1", [0, 0, 9, 9]), stroke("k2", [4, 4]));
    const kept = model.stroke("k1");
    model.chosen.add("k2");
    mirror.receive({ what: "diff", rev: 2, added: [], updated: [stroke("k2", [5, 5])], removed: [] });
    expect(model.stroke("k1")).toBe(kept);
    expect(model.stroke("k2")?.path).toBe("M5 5h0");
    mirror.receive({ what: "diff", rev: 3, added: [], updated: [], removed: ["k2"] });
    expect(model.strokes.map((one) => one.id)).toEqual(["k1"]);
    expect([...model.chosen]).toEqual([]);
  });
});

describe("a pen", () => {
  it("shows its line until it is told back, and forgets what is let go of", async () => {
    const drawn: number[][] = [];
    let told: () => void = () => undefined;
    const pen = new Pen((dots) => {
      drawn.push(dots);
      return new Promise<void>((done) => (told = done));
    });
    pen.down(7, { x: 0, y: 0 }, { x: 40, y: 40 });
    pen.move([{ x: 10, y: 0 }]);
    expect(pen.line).toBe("M0 0L10 0");
    expect(pen.cancel()).toEqual({ pointer: 7, at: { x: 40, y: 40 } });
    expect([pen.line, pen.drawing, drawn.length]).toEqual(["", false, 0]);
    pen.down(7, { x: 0, y: 0 }, { x: 40, y: 40 });
    pen.move([{ x: 10, y: 0 }]);
    pen.up(1);
    expect([drawn, pen.line, pen.sent]).toEqual([[[0, 0, 10, 0]], "", ["M0 0L10 0"]]);
    told();
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
    expect(pen.sent).toEqual([]);
  });

  it("draws a line in pieces that stay, the same line as if it were drawn at once", () => {
    for (const count of [1, 2, 3, 199, 200, 201, 1234]) {
      const hand = wander(count, count);
      const pen = new Pen(() => Promise.resolve());
      pen.down(1, hand[0] ?? { x: 0, y: 0 }, { x: 0, y: 0 });
      const kept = new Set<string>();
      for (let i = 1; i < count; i += 7) {
        pen.move(hand.slice(i, i + 7));
        for (const path of kept) expect(pen.pieces).toContain(path);
        for (const path of pen.pieces) kept.add(path);
        expect(pen.line.length).toBeLessThan(200 * 90);
      }
      const joined = [...pen.pieces, pen.line].map((path, i) => (i === 0 ? path : path.replace(/^M[^QLh]*/u, "")));
      expect(joined.join("")).toBe(pathOf(hand.flatMap(({ x, y }) => [x, y])));
      pen.cancel();
      expect([pen.line, pen.pieces]).toEqual(["", []]);
    }
  });
});
