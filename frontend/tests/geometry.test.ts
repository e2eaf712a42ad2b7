import { describe, expect, it } from "vitest";
import { columns, dropAfter, neighbour, target, type Box } from "../src/board/geometry";
import { isDrag } from "../src/board/drag";

const box = (id: string, left: number, top: number, width = 100, height = 50): Box => ({
  id,
  left,
  top,
  right: left + width,
  bottom: top + height,
});
/** a b / c d */
const grid = [box("a", 0, 0), box("b", 110, 0), box("c", 0, 60), box("d", 110, 60)];

describe("where a dragged note lands", () => {
  it.each([
    ["inside a box", { x: 50, y: 25 }, "a"],
    ["beside, within reach", { x: 215, y: 25 }, "b"],
    ["too far away", { x: 300, y: 25 }, undefined],
    ["between two, the nearer", { x: 108, y: 25 }, "b"],
  ])("%s", (_, point, id) => {
    expect(target(grid, point, 10)?.id).toBe(id);
  });

  it.each([
    ["before all", { x: 10, y: 10 }, false, ""],
    ["after the first", { x: 80, y: 10 }, false, "a"],
    ["at the end of the first row", { x: 400, y: 10 }, false, "b"],
    ["at the start of the second row", { x: 5, y: 80 }, false, "b"],
    ["below all", { x: 50, y: 500 }, false, "d"],
    ["mirrored: past the middle to the left", { x: 10, y: 10 }, true, "b"],
  ])("stands %s", (_, point, mirrored, after) => {
    expect(dropAfter(mirrored ? [box("a", 110, 0), box("b", 0, 0)] : grid, point, mirrored)).toBe(after);
  });

  it("is a click until it has travelled", () => {
    const drag = { note: "n", grip: { x: 0, y: 0 }, from: { x: 0, y: 0 }, width: 1, moved: false };
    expect(isDrag({ ...drag, at: { x: 3, y: 3 } })).toBe(false);
    expect(isDrag({ ...drag, at: { x: 4, y: 4 } })).toBe(true);
    expect(isDrag({ ...drag, at: { x: 0, y: 0 }, moved: true })).toBe(true);
  });
});

describe("arrows over notes", () => {
  it.each([
    ["a", "right", "b"],
    ["a", "down", "c"],
    ["d", "left", "c"],
    ["d", "up", "b"],
    ["b", "right", undefined],
    ["a", "up", undefined],
  ] as const)("from %s %s is %s", (from, way, to) => {
    const start = grid.find((b) => b.id === from);
    expect(start && neighbour(grid, start, way)?.id).toBe(to);
  });

  it("prefers what lies ahead over what lies aside", () => {
    const far = [box("start", 0, 0), box("aside", 60, 200), box("ahead", 300, 10)];
    expect(neighbour(far, box("start", 0, 0), "right")?.id).toBe("ahead");
  });
});

it("makes clusters wider as they grow, up to four columns", () => {
  expect([0, 1, 2, 4, 5, 9, 10, 60].map(columns)).toEqual([1, 1, 2, 2, 3, 3, 4, 4]);
});
