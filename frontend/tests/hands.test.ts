// The machine of the hands under everything that fingers, a mouse and Escape may do, at random from fixed seeds.
import { expect, it } from "vitest";
import { Hands, slack, type Does, type Touch } from "../src/board/hands";

/** A chance that is the same in every run. */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * most); // of the high bits: the low ones of such numbers repeat soon
  };
}

/** What the hands do, checked as it comes: nothing goes on that did not begin, and nothing ends twice. */
class Watched implements Does {
  /** What is going on, and with what: a note that is held, a cluster that is carried, a box. */
  open = "";
  down = 0;
  clicks = 0;
  /** A long press has had its answer. */
  private answered = false;
  constructor(private readonly where: () => string) {}
  private goOn(what: string) {
    expect([this.where(), this.open === "" || this.open === what, this.down]).toEqual([this.where(), true, 1]);
    this.open = what;
  }
  private end(what: string) {
    expect([this.where(), this.open]).toEqual([this.where(), what]);
    this.open = "";
  }
  press() {
    expect([this.where(), this.open, this.down]).toEqual([this.where(), "", 1]);
    this.answered = false;
  }
  click(note: string | undefined) {
    expect([this.where(), this.open]).toEqual([this.where(), ""]);
    if (note !== undefined) expect([this.where(), this.answered]).toEqual([this.where(), false]);
    this.clicks++;
  }
  also() {
    expect([this.where(), this.open, this.answered]).toEqual([this.where(), "", false]);
    this.answered = true;
  }
  hold(note: string) {
    this.goOn(`hold ${note}`);
  }
  drop(note: string) {
    this.end(`hold ${note}`);
  }
  carry(cluster: string, _from: unknown, _at: unknown, done: boolean) {
    if (done) this.end(`carry ${cluster}`);
    else this.goOn(`carry ${cluster}`);
  }
  box(_from: unknown, _at: unknown, done: boolean) {
    if (done) this.end("box");
    else this.goOn("box");
  }
  pan() {
    expect([this.where(), this.open]).toEqual([this.where(), ""]);
  }
  pinch(_at: unknown, factor: number) {
    expect([this.where(), this.open, this.down >= 2, factor >= 0]).toEqual([this.where(), "", true, true]);
  }
  cancel() {
    this.open = "";
  }
}

it("ends what it began, once, whatever the fingers do", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const below = chance(seed);
    let step = 0;
    const does = new Watched(() => `seed ${seed}, step ${step}`);
    const hands = new Hands(does);
    const down = new Set<number>();
    const at = () => ({ x: below(200), y: below(200) });
    for (step = 0; step < 80; step++) {
      const act = below(10);
      const pointer = below(3);
      if (act < 3 && !down.has(pointer)) {
        const touch: Touch = {
          pointer,
          at: at(),
          note: below(2) === 0 ? `n${below(3)}` : undefined,
          movable: below(3) > 0,
          cluster: below(4) === 0 ? "c" : undefined,
          box: below(3) === 0,
          add: below(2) === 0,
          pan: below(5) === 0,
        };
        down.add(pointer);
        does.down = down.size;
        hands.down(touch);
      } else if (act < 7) hands.move(pointer, at());
      else if (act === 7) hands.long(pointer);
      else if (act === 8) {
        if (!down.has(pointer)) continue;
        hands.up(pointer, at());
        down.delete(pointer);
        does.down = down.size;
      } else if (below(4) === 0) {
        hands.cancel();
        down.clear();
        does.down = 0;
      }
      expect([seed, step, hands.idle]).toEqual([seed, step, down.size === 0]);
      if (down.size === 0) expect([seed, step, does.open, hands.busy]).toEqual([seed, step, "", false]);
    }
  }
});

it("is a click as long as the hand stays within its slack, and none from there on", () => {
  for (let seed = 1; seed <= 200; seed++) {
    const below = chance(seed);
    const does = new Watched(() => `seed ${seed}`);
    does.down = 1;
    const hands = new Hands(does);
    const from = { x: 100, y: 100 };
    hands.down({ pointer: 1, at: from, note: "n", movable: true, box: false, add: false, pan: false });
    let left = false;
    let last = from;
    for (let i = below(12); i > 0; i--) {
      last = { x: 96 + below(10), y: 96 + below(10) };
      left ||= Math.hypot(last.x - from.x, last.y - from.y) > slack;
      hands.move(1, last);
      expect([seed, hands.busy, does.open !== ""]).toEqual([seed, left, left]);
    }
    hands.up(1, last);
    expect([seed, does.clicks, does.open]).toEqual([seed, left ? 0 : 1, ""]);
  }
});
