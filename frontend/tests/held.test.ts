// What a hand holds stays under it, whatever happens to the board meanwhile.
import { expect, it } from "vitest";
import { Hands, type Does } from "../src/board/hands";
import { edgeStep, gone, offset, type Held } from "../src/board/held";
import { panned, toBoard, toScreen, zoomed } from "../src/board/viewport";

const rect = (x: number, y: number) => ({ x, y, w: 128, h: 88 });
const size = { w: 800, h: 600 };

it("is drawn under the hand, wherever the eye goes and wherever others lay it", () => {
  let view = { x: 24, y: 24, z: 0.5 };
  const taken = { x: 200, y: 150 };
  const held: Held = {
    ids: new Set(["n1"]),
    starts: new Map([["n1", rect(300, 200)]]),
    from: toBoard(view, taken),
    taken,
    hand: taken,
  };
  const grip = toScreen(view, rect(300, 200));
  const away = { x: taken.x - grip.x, y: taken.y - grip.y };
  const onScreen = (hand: { x: number; y: number }, now = rect(300, 200)) => {
    const by = offset(held, gone({ ...held, hand }, view), "n1", now);
    return toScreen(view, { x: now.x + by.x, y: now.y + by.y });
  };
  expect(onScreen(taken)).toEqual(grip);
  const hand = { x: 500, y: 400 };
  const there = { x: hand.x - away.x, y: hand.y - away.y };
  expect(onScreen(hand)).toEqual(there);
  // Two notes of its cluster are taken away: it would lie elsewhere now.
  expect(onScreen(hand, rect(28, 104))).toEqual(there);
  view = panned(view, -150, 40);
  expect(onScreen(hand)).toEqual(there);
  view = zoomed(view, hand, 2);
  const nearer = onScreen(hand);
  expect([nearer.x, nearer.y]).toEqual([hand.x - 2 * away.x, hand.y - 2 * away.y]);
});

it("moves the eye at the rim, more the further out, and not where it was taken up there", () => {
  const at = (x: number, y: number, from = { x: 400, y: 300 }) => edgeStep({ taken: from, hand: { x, y } }, size);
  expect(at(400, 300)).toEqual({ x: 0, y: 0 });
  expect(at(10, 300).x).toBeGreaterThan(at(30, 300).x);
  expect(at(30, 300).x).toBeGreaterThan(0);
  expect(at(790, 590).x).toBeLessThan(0);
  expect(at(790, 590).y).toBeLessThan(0);
  expect(at(5000, 300).x).toBe(-14);
  expect(at(20, 300, { x: 18, y: 300 })).toEqual({ x: 0, y: 0 });
});

/** Hands that write down what they do. */
function hands() {
  const done: string[] = [];
  const say = (what: string) => () => void done.push(what);
  const does: Does = {
    press: say("press"),
    click: say("click"),
    also: say("also"),
    hold: say("hold"),
    drop: say("drop"),
    carry: say("carry"),
    pan: say("pan"),
    box: say("box"),
    pinch: say("pinch"),
    cancel: say("cancel"),
  };
  return { done, all: new Hands(does) };
}
const touch = { pointer: 1, at: { x: 10, y: 10 }, note: "n1", movable: true, box: false, add: false, pan: false };

it("chooses a note beside others by a long press, once, and lets it be dragged still", () => {
  const { done, all } = hands();
  all.down(touch);
  all.long(1);
  all.long(1);
  all.up(1, touch.at);
  expect(done).toEqual(["press", "also"]);
  all.down(touch);
  all.long(2);
  all.up(1, touch.at);
  expect(done.slice(2)).toEqual(["press", "click"]);
  all.down(touch);
  all.long(1);
  all.move(1, { x: 60, y: 60 });
  all.up(1, { x: 60, y: 60 });
  expect(done.slice(4)).toEqual(["press", "also", "hold", "drop"]);
  all.down(touch);
  all.move(1, { x: 60, y: 60 });
  all.long(1);
  all.cancel();
  all.up(1, { x: 60, y: 60 });
  expect(done.slice(8)).toEqual(["press", "hold", "cancel"]);
});
