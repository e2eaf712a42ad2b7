// What lies where, what a hand hits, and what a key means: properties tried on many random cases from fixed seeds.
import { describe, expect, it } from "vitest";
import { aligned, around, arrow, contains, dropAfter, edgeTowards, middle, neighbour } from "../src/board/geometry";
import type { Placed, Point, Rect, Way } from "../src/board/geometry";
import { Grid } from "../src/board/grid";
import { edgeStep, gone, offset, type Held } from "../src/board/held";
import { boxOf, hits, penWidth } from "../src/board/ink";
import { columns, rows } from "../src/board/layout";
import { keyOf, markOf, meaning, step, type CommandId } from "../src/board/strokes";
import { panned, revealing, seen, toBoard, toScreen, zoomed } from "../src/board/viewport";

/** A chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const always = (times: number, act: (random: () => number, seed: number) => void) => {
  for (let seed = 1; seed <= times; seed++) act(chance(seed), seed);
};
const any = (random: () => number, from: number, to: number) => from + Math.floor(random() * (to - from + 1));
const rect = (random: () => number, wide = 3000): Rect => ({
  x: any(random, -wide, wide),
  y: any(random, -wide, wide),
  w: any(random, 1, 300),
  h: any(random, 1, 300),
});
const point = (random: () => number, wide = 3000): Point => ({
  x: any(random, -wide, wide),
  y: any(random, -wide, wide),
});
const grown = ({ x, y, w, h }: Rect, by: number): Rect => ({ x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by });
const size = { w: 1200, h: 700 };

describe("the grid under a hand", () => {
  it("answers of several what was put there last", () =>
    always(60, (random) => {
      const grid = new Grid();
      const put = new Map<string, Rect>();
      for (let i = 0; i < 80; i++) {
        const id = `n${any(random, 0, 30)}`;
        const one = rect(random, 500);
        grid.put(id, one);
        put.delete(id);
        put.set(id, one);
      }
      for (let i = 0; i < 30; i++) {
        const at = point(random, 600);
        expect(grid.at(at)).toBe([...put].findLast(([, one]) => contains(one, at))?.[0]);
      }
    }));
  it("holds nothing of what was dropped, and all of what is larger than its cells", () =>
    always(30, (random) => {
      const grid = new Grid();
      const large = { ...rect(random), w: 4000, h: 3000 };
      grid.put("large", large);
      for (let i = 0; i < 20; i++) {
        const at = { x: large.x + random() * large.w, y: large.y + random() * large.h };
        expect(grid.at(at)).toBe("large");
        expect(grid.within({ ...at, w: 1, h: 1 })).toEqual(["large"]);
      }
      grid.drop("large");
      expect([grid.size, grid.within(large), grid.at(middle(large))]).toEqual([0, [], undefined]);
    }));
});

describe("ways over the board", () => {
  const turned: Record<Way, (one: Rect) => Rect> = {
    right: (one) => one,
    left: (one) => ({ ...one, x: -one.x - one.w }),
    down: ({ x, y, w, h }) => ({ x: y, y: x, w: h, h: w }),
    up: ({ x, y, w, h }) => ({ x: y, y: -x - w, w: h, h: w }),
  };
  it("are the same in all four, on a board that is turned or mirrored", () =>
    always(150, (random) => {
      const all = Array.from({ length: 20 }, (_, i) => ({ id: `n${i}`, rect: rect(random) }));
      const right = neighbour(all, all[0] as Placed, "right")?.id;
      for (const way of ["left", "down", "up"] as const) {
        const there = all.map(({ id, rect: one }) => ({ id, rect: turned[way](one) }));
        expect([way, neighbour(there, there[0] as Placed, way)?.id]).toEqual([way, right]);
      }
    }));
  it("take nothing that lies further both ahead and aside than another", () =>
    always(150, (random) => {
      const all = Array.from({ length: 20 }, (_, i) => ({ id: `n${i}`, rect: rect(random) }));
      const [from] = all;
      const found = from && neighbour(all, from, "down");
      if (!found) return;
      const off = (one: Placed) => ({
        ahead: middle(one.rect).y - middle(from.rect).y,
        aside: Math.abs(middle(one.rect).x - middle(from.rect).x),
      });
      const { ahead, aside } = off(found);
      const nearer = all.filter((one) => {
        const other = off(one);
        return one !== from && other.ahead > 1 && other.ahead < ahead && other.aside < aside;
      });
      expect(nearer).toEqual([]);
    }));
});

describe("where a note is dropped", () => {
  it("is behind the one whose middle the hand has passed, in frames of every size, mirrored too", () =>
    always(120, (random) => {
      const notes = Array.from({ length: any(random, 1, 30) }, (_, i) => ({
        id: `n${i}`,
        text: "word ".repeat(any(random, 1, 30)),
        order: "",
      }));
      const put = new Map<string, Rect>();
      const { w } = rows(notes, 0, 0, columns(notes.length), put);
      const mirrored = random() < 0.5;
      const laid = notes.map(({ id }) => {
        const one = put.get(id) as Rect;
        return { id, rect: mirrored ? { ...one, x: w - one.x - one.w } : one };
      });
      const at = any(random, 0, notes.length - 1);
      const { x, y } = middle((laid[at] as Placed).rect);
      const on = mirrored ? -1 : 1;
      const below = (laid[at] as Placed).rect.y + 1;
      expect(dropAfter(laid, { x: x + on, y: below }, mirrored)).toBe(`n${at}`);
      expect(dropAfter(laid, { x: x - on, y: below }, mirrored)).toBe(at === 0 ? "" : `n${at - 1}`);
      expect(dropAfter(laid, { x, y: y + 1e4 }, mirrored)).toBe(laid.at(-1)?.id);
      expect(dropAfter(laid, { x, y: -1e4 }, mirrored)).toBe("");
    }));
});

describe("notes that are lined up", () => {
  it("stand one below the other in their order, at the left top of their box", () =>
    always(100, (random) => {
      const notes = Array.from({ length: 6 }, (_, i) => ({ id: `n${i}`, rect: rect(random) }));
      const box = around(notes.map((one) => one.rect));
      const lined = aligned(notes, "column");
      expect(lined[0]?.rect.y).toBe(box.y);
      lined.forEach(({ id, rect: one }, i) => {
        const was = notes.find((note) => note.id === id)?.rect;
        expect([one.x, one.w, one.h]).toEqual([box.x, was?.w, was?.h]);
        const next = lined[i + 1];
        if (next) expect(next.rect.y).toBe(one.y + one.h + 8);
      });
    }));
  it("are lined up once: doing it again changes nothing", () =>
    always(60, (random) => {
      const notes = Array.from({ length: 6 }, (_, i) => ({ id: `n${i}`, rect: rect(random) }));
      for (const edge of ["left", "right", "top", "bottom", "row", "column"] as const) {
        const once = aligned(notes, edge);
        expect(aligned(once, edge)).toEqual(once);
      }
    }));
});

describe("arrows", () => {
  it("end on the rims, each on the side of the other", () =>
    always(200, (random) => {
      const [from, to] = [rect(random), rect(random)];
      const end = arrow(from, to).head;
      expect(contains(grown(to, 1e-6), end)).toBe(true);
      const a = middle(from);
      if (!contains(to, a)) expect(contains(grown(to, -1e-6), end)).toBe(false);
      const far = { x: any(random, -1e5, 1e5), y: 9e4 };
      const out = edgeTowards(to, far);
      const b = middle(to);
      expect((out.x - b.x) * (far.y - b.y)).toBeCloseTo((out.y - b.y) * (far.x - b.x), 3); // on the straight way there
    }));
  it("have a path even where one thing lies on the other", () => {
    const one = { x: 5, y: 5, w: 100, h: 80 };
    const { path, angle, head, label } = arrow(one, one);
    expect(path).not.toMatch(/NaN|Infinity/u);
    expect([angle, head.x, head.y, label.x, label.y].every(Number.isFinite)).toBe(true);
  });
});

describe("ink under a hand", () => {
  const line = (random: () => number) => Array.from({ length: 2 * any(random, 1, 40) }, () => any(random, -400, 400));
  it("is hit exactly as far from its line as the hand reaches", () =>
    always(120, (random) => {
      const dots = line(random);
      const reach = any(random, 0, 30);
      const at = point(random, 500);
      // The line walked in steps of less than a unit: the distance is known to within one.
      let least = Infinity;
      for (let i = 0; i + 1 < dots.length; i += 2) {
        const b = { x: dots[i] ?? 0, y: dots[i + 1] ?? 0 };
        const a = i === 0 ? b : { x: dots[i - 2] ?? 0, y: dots[i - 1] ?? 0 };
        const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y)));
        for (let s = 0; s <= steps; s++)
          least = Math.min(
            least,
            Math.hypot(at.x - a.x - ((b.x - a.x) * s) / steps, at.y - a.y - ((b.y - a.y) * s) / steps),
          );
      }
      const far = penWidth / 2 + reach;
      if (least <= far) expect(hits(dots, at, reach)).toBe(true);
      if (least > far + 1) expect(hits(dots, at, reach)).toBe(false);
    }));
  it("is nowhere outside of its box, and is found at each of its dots and from either end", () =>
    always(120, (random) => {
      const dots = line(random);
      const reach = any(random, 0, 30);
      const box = grown(boxOf(dots), reach);
      const back: number[] = [];
      for (let i = dots.length - 2; i >= 0; i -= 2) back.push(dots[i] ?? 0, dots[i + 1] ?? 0);
      for (let i = 0; i < 30; i++) {
        const at = point(random, 600);
        if (hits(dots, at, reach)) expect(contains(box, at)).toBe(true);
        expect(hits(back, at, reach)).toBe(hits(dots, at, reach));
      }
      for (let i = 0; i < dots.length; i += 2)
        expect(hits(dots, { x: dots[i] ?? 0, y: dots[i + 1] ?? 0 }, 0)).toBe(true);
    }));
});

describe("what a hand holds", () => {
  it("stays under it, whatever the eye and the others do, in any order", () =>
    always(100, (random) => {
      let view = { x: any(random, -900, 900), y: any(random, -900, 900), z: 0.1 + random() * 2 };
      let lies = rect(random);
      const grip = { x: lies.x + random() * lies.w, y: lies.y + random() * lies.h };
      const taken = toScreen(view, grip);
      const held: Held = { ids: new Set(["n"]), starts: new Map([["n", lies]]), from: grip, taken, hand: taken };
      const start = lies;
      for (let i = 0; i < 12; i++) {
        const act = random();
        if (act < 0.3) view = panned(view, any(random, -300, 300), any(random, -300, 300));
        else if (act < 0.6) view = zoomed(view, point(random, 600), 0.5 + random());
        else if (act < 0.8) lies = { ...lies, x: lies.x + any(random, -200, 200), y: any(random, -200, 200) };
        else held.hand = point(random, 900);
        const by = offset(held, gone(held, view), "n", lies);
        const drawn = toScreen(view, { x: lies.x + by.x + grip.x - start.x, y: lies.y + by.y + grip.y - start.y });
        expect(drawn.x).toBeCloseTo(held.hand.x, 4);
        expect(drawn.y).toBeCloseTo(held.hand.y, 4);
      }
    }));
  it("moves the eye towards the rim, never further in a frame than the most, the same on every side", () =>
    always(200, (random) => {
      const taken = { x: size.w / 2, y: size.h / 2 };
      const hand = { x: any(random, -100, size.w + 100), y: any(random, -100, size.h + 100) };
      const by = edgeStep({ taken, hand }, size);
      expect(Math.max(Math.abs(by.x), Math.abs(by.y))).toBeLessThanOrEqual(14);
      if (by.x !== 0) expect(Math.sign(by.x)).toBe(hand.x < taken.x ? 1 : -1);
      const across = edgeStep({ taken, hand: { x: size.w - hand.x, y: size.h - hand.y } }, size);
      expect(across.x).toBeCloseTo(-by.x, 9);
      expect(across.y).toBeCloseTo(-by.y, 9);
    }));
});

describe("the eye", () => {
  it("goes no further than it must to show a thing, and not along a way on which it is seen", () =>
    always(200, (random) => {
      const view = { x: any(random, -900, 900), y: any(random, -900, 900), z: 0.2 + random() };
      const part = seen(view, size, -24);
      const inside = { x: part.x + part.w / 2 - 20, y: any(random, -4000, 4000), w: 40, h: 40 };
      const next = revealing(view, inside, size);
      expect([next.x, next.z]).toEqual([view.x, view.z]);
      const top = toScreen(next, inside).y;
      if (next.y > view.y) expect(top).toBeCloseTo(24, 6);
      if (next.y < view.y) expect(top + inside.h * view.z).toBeCloseTo(size.h - 24, 6);
    }));
  it("sees the same part that it is told to look at", () =>
    always(100, (random) => {
      const view = { x: any(random, -900, 900), y: any(random, -900, 900), z: 0.05 + random() * 2 };
      const part = seen(view, size);
      const corner = toBoard(view, { x: size.w, y: size.h });
      expect(part.x + part.w).toBeCloseTo(corner.x, 4);
      expect(part.y + part.h).toBeCloseTo(corner.y, 4);
    }));
});

describe("keys", () => {
  const stroke = (key: string, more = {}) => ({ key, ctrl: false, alt: false, shift: false, ...more });
  const named: Record<string, string> = { Del: "Delete", Esc: "Escape" };
  const ids: CommandId[] = ["edit", "new-note", "new-cluster", "connect", "comment", "move-to", "keep", "heart"];
  ids.push("duplicate", "remove", "merge", "select-all", "clear", "draw", "find", "palette", "outline");
  ids.push("zoom-in", "zoom-out", "zoom-fit", "zoom-full");
  it.each(ids)("that are shown beside a command do it (%s)", (id) => {
    const shown = keyOf(id, false);
    expect(shown).not.toBe("");
    const ctrl = shown.startsWith("Ctrl+");
    const key = ctrl ? shown.slice("Ctrl+".length) : shown;
    for (const typed of key.length === 1 ? [key, key.toLowerCase()] : [named[key] ?? key])
      expect(meaning(stroke(typed, { ctrl }))).toEqual({ what: "command", id });
  });
  it("mean nothing with Alt but a nudge, so that menus of the system keep theirs", () => {
    for (const key of ["a", "N", "/", "0", " ", "Enter", "Delete", "Escape", "Tab", "F4", "é"])
      for (const ctrl of [false, true])
        expect([key, meaning(stroke(key, { alt: true, ctrl }))]).toEqual([key, undefined]);
  });
  it("nudge there and back to where they began", () => {
    const back: Record<Way, Way> = { left: "right", right: "left", up: "down", down: "up" };
    for (const way of ["left", "right", "up", "down"] as const) {
      const [there, home] = [step(way, 8), step(back[way], 8)];
      expect([there.dx + home.dx, there.dy + home.dy]).toEqual([0, 0]);
      expect(Math.abs(there.dx) + Math.abs(there.dy)).toBe(8);
    }
  });
  it("know a mark by its label, whatever that is", () => {
    for (const label of ["keep", "a/b", "", "mark/"]) expect(markOf(`mark/${label}`)).toBe(label);
    expect(markOf("keep")).toBeUndefined();
  });
});
