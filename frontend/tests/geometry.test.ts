/** The board's pure parts. Properties are tried on many random cases from fixed seeds: a failing one can be run again. */
import { describe, expect, it } from "vitest";
import {
  aligned,
  around,
  arrow,
  between,
  contains,
  dropAfter,
  edgeTowards,
  neighbour,
  overlaps,
  type Rect,
} from "../src/board/geometry";
import { canvas, placeAt, spot, zoneId, zoneOf } from "../src/board/canvases";
import { cellsOf, Grid, partOf } from "../src/board/grid";
import { Hands, type Does } from "../src/board/hands";
import { clustered, columns, heightOf, noteHeight, noteWidth, pictureHeight } from "../src/board/layout";
import { apply, Bridge, difference, mapped, rebased } from "../src/board/splices";
import { keyOf, meaning, step } from "../src/board/strokes";
import {
  farthest,
  fitted,
  lookingAt,
  nearest,
  revealing,
  seen,
  snapped,
  toBoard,
  toScreen,
  zoomed,
} from "../src/board/viewport";

/** Random numbers from a seed (mulberry32). */
function chance(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
function always(runs: number, property: (random: () => number, seed: number) => void) {
  for (let seed = 1; seed <= runs; seed++) property(chance(seed), seed);
}
const rect = (random: () => number, wide = 5000): Rect => ({
  x: Math.round((random() - 0.5) * wide),
  y: Math.round((random() - 0.5) * wide),
  w: Math.ceil(random() * 300),
  h: Math.ceil(random() * 300),
});
const size = { w: 1200, h: 700 };

describe("the viewport", () => {
  it("keeps the point under the hand where it is while zooming, within its limits", () =>
    always(300, (random) => {
      const view = { x: (random() - 0.5) * 4000, y: (random() - 0.5) * 4000, z: 0.05 + random() * 2.9 };
      const at = { x: random() * 1200, y: random() * 700 };
      const before = toBoard(view, at);
      const after = zoomed(view, at, 0.1 + random() * 10);
      const now = toBoard(after, at);
      expect(now.x).toBeCloseTo(before.x, 3);
      expect(now.y).toBeCloseTo(before.y, 3);
      expect(after.z).toBeGreaterThanOrEqual(farthest);
      expect(after.z).toBeLessThanOrEqual(nearest);
    }));
  it("goes to the screen and back", () =>
    always(100, (random) => {
      const view = { x: random() * 100, y: random() * 100, z: 0.1 + random() };
      const point = { x: random() * 1e4, y: random() * 1e4 };
      const back = toBoard(view, toScreen(view, point));
      expect(back.x).toBeCloseTo(point.x, 6);
      expect(back.y).toBeCloseTo(point.y, 6);
    }));
  it("fits a board whole, and reveals what is out of sight with the least move", () =>
    always(200, (random) => {
      const bounds = { ...rect(random, 20_000), w: 100 + random() * 20_000, h: 100 + random() * 12_000 };
      const part = seen(fitted(bounds, size), size);
      expect(contains(part, { x: bounds.x, y: bounds.y })).toBe(true);
      expect(part.x + part.w + 1e-6).toBeGreaterThanOrEqual(bounds.x + bounds.w);
      expect(part.y + part.h + 1e-6).toBeGreaterThanOrEqual(bounds.y + bounds.h);
      const note = rect(random, 20_000);
      const view = revealing({ x: 0, y: 0, z: 1 }, note, size);
      expect(contains(seen(view, size), { x: note.x + note.w / 2, y: note.y + note.h / 2 })).toBe(true);
      expect(revealing(view, note, size)).toBe(view);
    }));
  it("lies on whole device pixels at rest, and looks at a point in the middle", () => {
    expect(snapped({ x: 10.26, y: -3.7, z: 1 }, 2)).toEqual({ x: 10.5, y: -3.5, z: 1 });
    const view = lookingAt({ x: 50, y: 60 }, 2, size);
    expect(toScreen(view, { x: 50, y: 60 })).toEqual({ x: 600, y: 350 });
  });
});

describe("the grid", () => {
  it("finds exactly what overlaps, as looking at everything does", () =>
    always(60, (random) => {
      const grid = new Grid();
      const all = new Map<string, Rect>();
      for (let i = 0; i < 120; i++) {
        const id = `n${Math.floor(random() * 90)}`;
        if (random() < 0.2) {
          grid.drop(id);
          all.delete(id);
        } else {
          const one = rect(random);
          grid.put(id, one);
          all.set(id, one);
        }
      }
      expect(grid.size).toBe(all.size);
      const part = { ...rect(random), w: random() * 4000, h: random() * 4000 };
      const expected = [...all].filter(([, one]) => overlaps(one, part)).map(([id]) => id);
      expect(grid.within(part).sort()).toEqual(expected.sort());
      const point = { x: (random() - 0.5) * 5000, y: (random() - 0.5) * 5000 };
      const hit = grid.at(point);
      const under = [...all].filter(([, one]) => contains(one, point)).map(([id]) => id);
      if (under.length === 0) expect(hit).toBeUndefined();
      else expect(under).toContain(hit);
    }));
  it("names the cells in sight the same until others come into sight", () => {
    expect(cellsOf({ x: 0, y: 0, w: 100, h: 100 }, 1)).toBe(cellsOf({ x: 10, y: 150, w: 100, h: 100 }, 1));
    expect(cellsOf({ x: 0, y: 0, w: 100, h: 100 }, 1)).not.toBe(cellsOf({ x: -1, y: 0, w: 100, h: 100 }, 1));
  });
  it("takes in all that can be seen while the cells stay the same, and little more", () =>
    always(300, (random) => {
      const z = 0.04 + random() * 2;
      const part = { ...rect(random), w: (random() * 1500) / z, h: (random() * 1500) / z };
      const cells = cellsOf(part, z);
      const whole = partOf(cells);
      for (let i = 0; i < 20; i++) {
        const gone = { ...part, x: part.x + ((random() - 0.5) * 600) / z, y: part.y + ((random() - 0.5) * 600) / z };
        if (cellsOf(gone, z) !== cells) continue;
        expect(gone.x).toBeGreaterThanOrEqual(whole.x);
        expect(gone.y).toBeGreaterThanOrEqual(whole.y);
        expect(gone.x + gone.w).toBeLessThanOrEqual(whole.x + whole.w);
        expect(gone.y + gone.h).toBeLessThanOrEqual(whole.y + whole.h);
      }
      expect(whole.w * z).toBeLessThanOrEqual(part.w * z + 2 * 384 + 1);
      expect(whole.h * z).toBeLessThanOrEqual(part.h * z + 2 * 384 + 1);
    }));
});

describe("shapes", () => {
  it("walks to the nearest in a direction and never stays or goes back", () =>
    always(150, (random) => {
      const all = Array.from({ length: 30 }, (_, i) => ({ id: `n${i}`, rect: rect(random, 3000) }));
      const from = all[0];
      if (!from) return;
      const right = neighbour(all, from, "right");
      if (right) expect(right.rect.x + right.rect.w / 2).toBeGreaterThan(from.rect.x + from.rect.w / 2);
      else expect(all.every((one) => one.rect.x + one.rect.w / 2 <= from.rect.x + from.rect.w / 2 + 1)).toBe(true);
    }));
  it("drops behind what the hand has passed, mirrored too", () => {
    const row = [0, 1, 2].map((i) => ({ id: `n${i}`, rect: { x: i * 100, y: 0, w: 90, h: 90 } }));
    expect(dropAfter(row, { x: 10, y: 40 }, false)).toBe("");
    expect(dropAfter(row, { x: 160, y: 40 }, false)).toBe("n1");
    expect(dropAfter(row, { x: 10, y: 200 }, false)).toBe("n2");
    expect(dropAfter([...row].reverse(), { x: 10, y: 40 }, true)).toBe("n0");
  });
  it("lines notes up without changing their size or leaving their box", () =>
    always(80, (random) => {
      const notes = Array.from({ length: 5 }, (_, i) => ({ id: `n${i}`, rect: rect(random, 900) }));
      const box = around(notes.map((one) => one.rect));
      for (const edge of ["left", "right", "top", "bottom"] as const)
        for (const one of aligned(notes, edge)) {
          expect(one.rect.x).toBeGreaterThanOrEqual(box.x);
          expect(one.rect.x + one.rect.w).toBeLessThanOrEqual(box.x + box.w);
          expect(one.rect.w).toBe(notes.find((note) => note.id === one.id)?.rect.w);
        }
      const inRow = aligned(notes, "row");
      inRow.forEach((one, i) => {
        for (const other of inRow.slice(i + 1)) expect(overlaps(one.rect, other.rect)).toBe(false);
      });
    }));
  it("draws arrows from edge to edge", () =>
    always(80, (random) => {
      const a = rect(random);
      const b = { ...rect(random), x: 6000 };
      for (const [box, to] of [
        [a, b],
        [b, a],
      ] as const) {
        const point = edgeTowards(box, { x: to.x, y: to.y });
        expect(contains({ x: box.x - 1e-6, y: box.y - 1e-6, w: box.w + 2e-6, h: box.h + 2e-6 }, point)).toBe(true);
      }
      expect(arrow(a, b).path).toMatch(/^M-?[\d.]+ -?[\d.]+C/u);
      expect(between({ x: 5, y: 9 }, { x: 1, y: 2 })).toEqual({ x: 1, y: 2, w: 4, h: 7 });
    }));
});

describe("layouts", () => {
  const some = (random: () => number, count: number, clusters: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `n${i}`,
      text: "word ".repeat(1 + Math.floor(random() * 30)),
      order: String(random()),
      cluster: random() < 0.7 ? `c${Math.floor(random() * clusters)}` : "",
    }));
  it("gives every note a place of its own, inside its cluster, in every layout", () =>
    always(40, (random) => {
      const clusters = Array.from({ length: 1 + Math.floor(random() * 9) }, (_, i) => ({
        id: `c${i}`,
        name: `C${i}`,
        order: String(i),
        ...(random() < 0.2 ? { x: 3000 + i * 3000, y: -4000 } : {}),
      }));
      const notes = some(random, Math.floor(random() * 120), clusters.length);
      const laid = clustered(notes, clusters);
      expect(laid.notes.size).toBe(notes.length);
      expect(new Set(laid.reading).size).toBe(notes.length);
      const boxes = [...laid.notes.values()];
      const clash = boxes.findIndex((one, i) => boxes.slice(i + 1).some((other) => overlaps(one, other)));
      expect(clash).toBe(-1);
      laid.frames.forEach((frame, i) => {
        for (const id of frame.notes) {
          const box = laid.notes.get(id);
          expect(box && contains(frame.rect, box) && contains(frame.rect, { x: box.x + box.w, y: box.y + box.h })).toBe(
            true,
          );
        }
        for (const other of laid.frames.slice(i + 1)) expect(overlaps(frame.rect, other.rect)).toBe(false);
      });
    }));
  it("is the same for the same records in any order", () =>
    always(20, (random) => {
      const notes = some(random, 40, 3);
      const clusters = [0, 1, 2].map((i) => ({ id: `c${i}`, name: "", order: String(i) }));
      const a = clustered(notes, clusters);
      const b = clustered([...notes].reverse(), [...clusters].reverse());
      expect([...b.notes].sort()).toEqual([...a.notes].sort());
    }));
  it("keeps loose notes where they were put", () => {
    const laid = clustered([{ id: "a", text: "x", order: "a", x: 700, y: -20 }], []);
    expect(laid.notes.get("a")).toEqual({ x: 700, y: -20, w: noteWidth, h: noteHeight("x") });
  });
  it("lays out canvases: no note is lost in any of them", () =>
    always(30, (random) => {
      const zones = ["A", "B", "C", "D"].map((title) => ({ title, help: "" }));
      for (const layout of ["columns", "grid2x2", "stack", "horizons", "table", "timetable", "free"]) {
        const notes = some(random, 30, 2).map((note) => ({
          ...note,
          place:
            random() < 0.2
              ? undefined
              : {
                  zone: "ABCD".charAt(Math.floor(random() * 4)),
                  slot: Math.floor(random() * 3),
                  x: Math.ceil(random() * 999),
                  y: 500,
                },
        }));
        const laid = canvas(notes, { layout, zones, slots: 3, mirrored: random() < 0.5 });
        expect([layout, laid.notes.size]).toEqual([layout, notes.length]);
        expect(new Set(laid.reading).size).toBe(notes.length);
      }
    }));
  it("turns places of a plane into corners and back", () =>
    always(100, (random) => {
      const place = { x: 1 + Math.floor(random() * 999), y: 1 + Math.floor(random() * 999) };
      expect(placeAt(spot(place))).toEqual(place);
    }));
  it("reads the zone out of a frame's id, whatever its title is", () => {
    expect(zoneOf(zoneId("a/b\nc", 3))).toEqual({ title: "a/b\nc", slot: 3 });
    expect(zoneOf("c1")).toBeUndefined();
  });
  it("stays flat and grows with its words", () => {
    expect([1, 4, 9, 16, 40].map(columns)).toEqual([1, 2, 3, 4, 7]);
    expect(heightOf({ text: "a well", wide: 400, tall: 200 })).toBe(pictureHeight(400, 200) + 70);
    expect([pictureHeight(400, 200), pictureHeight(9, 9000), pictureHeight(9000, 9)]).toEqual([64, 224, 40]);
    expect(noteHeight("short")).toBe(88);
    expect(noteHeight("word ".repeat(400))).toBe(224);
    expect(noteHeight("水".repeat(60))).toBeGreaterThan(noteHeight("w".repeat(60)));
  });
});

describe("hands", () => {
  function watched() {
    const seen: string[] = [];
    const say =
      (what: string) =>
      (...rest: unknown[]) =>
        void seen.push([what, ...rest.filter((one) => typeof one !== "object")].join(" "));
    const does = Object.fromEntries(
      ["press", "click", "hold", "drop", "carry", "pan", "box", "pinch", "cancel"].map((what) => [what, say(what)]),
    ) as unknown as Does;
    return { hands: new Hands(does), seen };
  }
  const touch = { pointer: 1, at: { x: 0, y: 0 }, note: undefined, movable: false, box: false, add: false, pan: false };
  it("tells a click from a drag, and a drag of a note from a pan", () => {
    const { hands, seen } = watched();
    hands.down({ ...touch, note: "n", movable: true });
    hands.move(1, { x: 2, y: 2 });
    hands.up(1, { x: 2, y: 2 });
    hands.down({ ...touch, note: "n", movable: true });
    hands.move(1, { x: 20, y: 0 });
    hands.up(1, { x: 20, y: 0 });
    hands.down(touch);
    hands.move(1, { x: 0, y: 30 });
    hands.up(1, { x: 0, y: 30 });
    hands.down({ ...touch, note: "fixed" });
    hands.move(1, { x: 9, y: 0 });
    hands.up(1, { x: 9, y: 0 });
    expect(seen).toEqual([
      "press n false",
      "click n false",
      "press n false",
      "hold n",
      "drop n",
      "pan 0 30",
      "press fixed false",
      "pan 9 0",
    ]);
  });
  it("carries a cluster by its handle, and leaves a press on it to the button", () => {
    const { hands, seen } = watched();
    hands.down({ ...touch, cluster: "c" });
    hands.move(1, { x: 2, y: 2 });
    hands.up(1, { x: 2, y: 2 });
    expect(seen).toEqual([]);
    hands.down({ ...touch, cluster: "c" });
    hands.move(1, { x: 9, y: 9 });
    hands.up(1, { x: 10, y: 10 });
    expect(seen).toEqual(["carry c false", "carry c true"]);
  });
  it("pinches with two fingers and drops nothing then", () => {
    const { hands, seen } = watched();
    hands.down({ ...touch, note: "n", movable: true });
    hands.move(1, { x: 30, y: 0 });
    hands.down({ ...touch, pointer: 2, at: { x: 100, y: 0 } });
    hands.move(2, { x: 170, y: 0 });
    hands.up(1, { x: 30, y: 0 });
    hands.up(2, { x: 170, y: 0 });
    expect(seen).toEqual(["press n false", "hold n", "cancel", "pinch 2 35 0"]);
  });
  it("lets go of everything on cancel", () => {
    const { hands, seen } = watched();
    hands.down({ ...touch, note: "n", movable: true });
    hands.move(1, { x: 30, y: 0 });
    hands.cancel();
    hands.move(1, { x: 60, y: 0 });
    hands.up(1, { x: 60, y: 0 });
    expect(seen).toEqual(["press n false", "hold n", "cancel"]);
    expect(hands.busy).toBe(false);
  });
});

describe("keys of the board", () => {
  const stroke = (key: string, extra = {}) => ({ key, ctrl: false, alt: false, shift: false, ...extra });
  it("walk, nudge and command", () => {
    expect(meaning(stroke("ArrowLeft"))).toEqual({ what: "walk", way: "left", add: false, keep: false });
    expect(meaning(stroke("ArrowUp", { ctrl: true }))).toEqual({ what: "walk", way: "up", add: false, keep: true });
    expect(meaning(stroke("ArrowUp", { ctrl: true, alt: true }))).toBeUndefined();
    expect([meaning(stroke(" ")), meaning(stroke(" ", { ctrl: true }))]).toEqual([{ what: "choose" }, undefined]);
    expect(meaning(stroke("ArrowLeft", { alt: true, shift: true }))).toEqual({ what: "nudge", way: "left", by: 40 });
    expect(meaning(stroke("M"))).toEqual({ what: "command", id: "move-to" });
    expect(meaning(stroke("k", { ctrl: true }))).toEqual({ what: "command", id: "palette" });
    expect(meaning(stroke("z", { ctrl: true }))).toBeUndefined();
    expect(meaning(stroke("n", { alt: true }))).toBeUndefined();
    expect(step("up", 8)).toEqual({ dx: 0, dy: -8 });
  });
  it("stand beside their commands", () => {
    expect([keyOf("move-to"), keyOf("palette"), keyOf("palette", true), keyOf("edit"), keyOf("tidy")]).toEqual([
      "M",
      "Ctrl+K",
      "⌘K",
      "Enter",
      "",
    ]);
  });
});

describe("writing together", () => {
  const signs = ["a", "b", "😀", "水", " ", "\n"];
  const text = (random: () => number, most: number) =>
    Array.from({ length: Math.floor(random() * most) }, () => signs[Math.floor(random() * signs.length)]).join("");
  const edited = (random: () => number, base: string, mark: string) => {
    const points = Array.from(base);
    const at = Math.floor(random() * (points.length + 1));
    points.splice(at, Math.floor(random() * 4), ...(random() < 0.7 ? [mark] : []));
    return points.join("");
  };
  it("finds a splice that makes one text of another", () =>
    always(500, (random) => {
      const a = text(random, 12);
      const b = text(random, 12);
      expect(apply(a, difference(a, b))).toBe(b);
    }));
  it("loses nothing typed and nothing of the other, wherever both write", () =>
    always(2000, (random, seed) => {
      const base = text(random, 14);
      const mine = difference(base, edited(random, base, "M"));
      const theirs = difference(base, edited(random, base, "T"));
      if (!mine) return;
      const merged = apply(apply(base, theirs), rebased(mine, theirs));
      expect([seed, merged.includes("M")]).toEqual([seed, mine.ins.includes("M")]);
      expect([seed, merged.includes("T")]).toEqual([seed, theirs?.ins.includes("T") ?? false]);
    }));
  it("keeps the caret at its words", () => {
    expect(mapped(5, { at: 2, del: 1, ins: "xyz" })).toBe(7);
    expect(mapped(1, { at: 2, del: 1, ins: "xyz" })).toBe(1);
    expect(mapped(3, { at: 2, del: 4, ins: "x" })).toBe(3);
  });
  it("ends with one text on both sides, in any order of answers", () =>
    always(300, (random, seed) => {
      // A server that takes splices against any revision, and two fields.
      const states = ["hello world"];
      const now = () => states[states.length - 1] ?? "";
      const fields = ["A", "B"].map((mark) => ({
        mark,
        bridge: new Bridge({ text: now(), rev: 0 }, { text: now(), from: 0, to: 0 }),
        answers: [] as number[],
        // What an input method has in the page; the bridge sees it when it ends.
        composing: undefined as string | undefined,
      }));
      const take = (base: number, splice: { at: number; del: number; ins: string }) => {
        const since = difference(states[base] ?? "", now());
        states.push(apply(now(), rebased(splice, since)));
        return states.length - 1;
      };
      const send = (one: (typeof fields)[number]) => {
        const next = one.bridge.next();
        const splice = next?.splices[0];
        if (next && splice) one.answers.push(take(next.base, splice));
      };
      for (let i = 0; i < 40; i++) {
        const one = fields[random() < 0.5 ? 0 : 1];
        if (!one) continue;
        const act = random();
        if (one.composing !== undefined && act < 0.3) {
          one.bridge.composed({ text: one.composing, from: 0, to: 0 });
          one.composing = undefined;
          send(one);
        } else if (one.composing !== undefined && act < 0.4) one.composing = edited(random, one.composing, one.mark);
        else if (one.composing === undefined && act < 0.1) {
          one.bridge.compose();
          one.composing = edited(random, one.bridge.field.text, one.mark);
        } else if (act < 0.4) {
          const field = edited(random, one.bridge.field.text, one.mark);
          one.bridge.field = { text: field, from: 0, to: 0 };
          send(one);
        } else if (act < 0.7) one.bridge.hear(now(), states.length - 1);
        else {
          const rev = one.answers.shift();
          if (rev !== undefined) one.bridge.sent(rev);
          send(one);
        }
      }
      for (const one of fields)
        if (one.composing !== undefined) one.bridge.composed({ text: one.composing, from: 0, to: 0 });
      for (let i = 0; i < 8; i++)
        for (const one of fields) {
          const rev = one.answers.shift();
          if (rev !== undefined) one.bridge.sent(rev);
          one.bridge.hear(now(), states.length - 1);
          send(one);
        }
      expect([seed, fields[0]?.bridge.field.text]).toEqual([seed, now()]);
      expect([seed, fields[1]?.bridge.field.text]).toEqual([seed, now()]);
    }));
  it("takes nothing of the other away that came while an input method composed", () => {
    const bridge = new Bridge({ text: "hello", rev: 1 }, { text: "hello", from: 5, to: 5 });
    bridge.compose();
    bridge.hear("THEIRS hello", 2);
    expect([bridge.field.text, bridge.next()]).toEqual(["hello", undefined]);
    bridge.composed({ text: "hello感", from: 6, to: 6 });
    expect(bridge.field).toEqual({ text: "THEIRS hello感", from: 13, to: 13 });
    expect(bridge.next()).toEqual({ base: 2, splices: [{ at: 12, del: 0, ins: "感" }] });
  });
  it("goes on with what was not sent, once", () => {
    const left = { base: "a", text: "abc", sent: "ab" };
    const resumed = (now: string) => Bridge.resumed(left, { text: now, rev: 7 });
    expect(resumed("a").next()).toEqual({ base: 7, splices: [{ at: 1, del: 0, ins: "bc" }] });
    expect(resumed("ab").next()).toEqual({ base: 7, splices: [{ at: 2, del: 0, ins: "c" }] });
    expect([resumed("abc").next(), resumed("abc").unsent]).toEqual([undefined, undefined]);
    expect(resumed("xa").field.text).toBe("xabc");
    // After the line was lost the other side may count from the beginning, and may have taken what it never answered.
    const bridge = new Bridge({ text: "a", rev: 40 }, { text: "ab", from: 2, to: 2 });
    bridge.next();
    bridge.failed();
    bridge.field = { text: "abc", from: 3, to: 3 };
    expect(bridge.unsent).toEqual({ base: "a", text: "abc", sent: "ab" });
    bridge.anew("ab", 1);
    expect(bridge.next()).toEqual({ base: 1, splices: [{ at: 2, del: 0, ins: "c" }] });
  });
  it("keeps what was typed when the other side did not take it", () => {
    const bridge = new Bridge({ text: "a", rev: 1 }, { text: "a", from: 1, to: 1 });
    bridge.field = { text: "ab", from: 2, to: 2 };
    expect(bridge.next()).toEqual({ base: 1, splices: [{ at: 1, del: 0, ins: "b" }] });
    expect(bridge.next()).toBeUndefined();
    bridge.failed();
    expect(bridge.field.text).toBe("ab");
    bridge.hear("xa", 2);
    expect(bridge.field).toEqual({ text: "xab", from: 3, to: 3 });
    expect(bridge.next()?.base).toBe(2);
  });
});
