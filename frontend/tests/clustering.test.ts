import { describe, expect, it } from "vitest";
import { around } from "../src/board/geometry";
import { clustered, Clustering, type LaidCluster, type LaidNote } from "../src/board/layout";

/** A chance that is the same in every run. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
const always = (times: number, act: (random: () => number) => void) => {
  for (let seed = 1; seed <= times; seed++) act(chance(seed));
};
const any = <T>(list: readonly T[], random: () => number): T | undefined => list[Math.floor(random() * list.length)];
/** A place on the board; mostly none. */
const spot = (random: () => number) =>
  random() < 0.6
    ? {}
    : random() < 0.2
      ? { x: 0, y: 0 }
      : { x: Math.ceil(random() * 9000), y: Math.ceil(random() * 5000) };

/** A board that changes step by step in every way in which boards do. */
class Changing {
  notes: LaidNote[] = [];
  clusters: LaidCluster[] = [];
  private next = 0;
  constructor(private readonly random: () => number) {
    for (let i = Math.floor(random() * 5); i > 0; i--) this.clusters.push(this.cluster());
    for (let i = Math.floor(random() * 60); i > 0; i--) this.notes.push(this.note());
  }
  private where() {
    const { random } = this;
    return {
      cluster: random() < 0.75 ? any(this.clusters, random)?.id : random() < 0.3 ? "gone" : "",
      order: String(Math.floor(random() * 40)),
      ...spot(random),
    };
  }
  private words = () => "word ".repeat(Math.floor(this.random() * 40));
  private note = (): LaidNote => ({ id: `n${this.next++}`, text: this.words(), ...this.where() });
  private cluster = (): LaidCluster => ({
    id: `c${this.next++}`,
    name: "",
    order: String(Math.floor(this.random() * 9)),
    ...spot(this.random),
  });
  private change(anew: (note: LaidNote) => LaidNote) {
    const one = any(this.notes, this.random);
    this.notes = this.notes.map((note) => (note === one ? anew(note) : note));
  }
  private remove(gone: LaidNote | undefined) {
    this.notes = this.notes.filter((note) => note !== gone);
  }
  private changeCluster(anew: (cluster: LaidCluster) => LaidCluster) {
    const one = any(this.clusters, this.random);
    this.clusters = this.clusters.map((cluster) => (cluster === one ? anew(cluster) : cluster));
  }
  private acts: [weight: number, act: () => void][] = [
    [8, () => this.change((note) => ({ ...note, text: this.words() }))],
    [2, () => this.change((note) => ({ ...note, wide: 40, tall: Math.ceil(this.random() * 90) }))],
    [8, () => this.change((note) => ({ ...note, ...this.where() }))],
    [3, () => this.change((note) => ({ ...note, ...spot(this.random) }))],
    [3, () => this.change((note) => ({ ...note, order: String(Math.floor(this.random() * 40)) }))],
    [6, () => (this.notes = [...this.notes, this.note()])],
    [6, () => this.remove(any(this.notes, this.random))],
    [1, () => (this.notes = [this.note(), ...this.notes].reverse())],
    [1, () => this.changeCluster((one) => ({ ...one, name: `${one.name}+`, locked: this.random() < 0.5 }))],
    [1, () => this.changeCluster((one) => ({ ...one, ...spot(this.random) }))],
    [0.5, () => (this.clusters = [...this.clusters, this.cluster()])],
    [0.5, () => (this.clusters = this.clusters.slice(1))],
    [0.1, () => (this.notes = [])],
  ];
  private readonly weight = this.acts.reduce((sum, [weight]) => sum + weight, 0);
  step() {
    for (let times = this.random() < 0.3 ? 5 : 1; times > 0; times--) {
      let left = this.random() * this.weight;
      this.acts.find(([weight]) => (left -= weight) < 0)?.[1]();
    }
  }
}

describe("clusters that are laid out again", () => {
  it("lie as if nothing had been laid out before, whatever changed", () =>
    always(60, (random) => {
      const laying = new Clustering();
      const board = new Changing(random);
      for (let step = 0; step < 40; step++) {
        const [again, anew] = [laying.lay(board.notes, board.clusters), clustered(board.notes, board.clusters)];
        expect(new Map(again.notes)).toEqual(new Map(anew.notes));
        expect([again.frames, again.reading, again.free]).toEqual([anew.frames, anew.reading, anew.free]);
        expect(again.bounds).toEqual(anew.bounds);
        expect(again.bounds).toEqual(around([...again.notes.values(), ...again.frames.map((frame) => frame.rect)]));
        board.step();
      }
    }));
  it("lay out no frame but those that a note left, came to or grew in", () =>
    always(20, (random) => {
      const laying = new Clustering();
      // Far apart, so that nobody has to make room.
      const clusters = Array.from({ length: 8 }, (_, i) => ({ id: `c${i}`, name: "", order: "a", x: i * 5000, y: 1 }));
      let notes: LaidNote[] = Array.from({ length: 80 }, (_, i) => ({
        id: `n${i}`,
        text: "word",
        order: String(random()),
        cluster: `c${i % 8}`,
      }));
      const before = laying.lay(notes, clusters);
      const rects = new Map(before.notes);
      const [moved, grown, gone] = [notes[3], notes[13], notes[20]];
      notes = notes.flatMap((note) =>
        note === moved
          ? { ...note, cluster: "c0" }
          : note === grown
            ? { ...note, text: "word ".repeat(40) }
            : note === gone
              ? []
              : note,
      );
      const touched = new Set(["c0", "c3", "c5", "c4"]);
      const after = laying.lay([...notes, { id: "new", text: "", order: "", cluster: "c4" }], clusters);
      for (const [i, frame] of after.frames.entries()) {
        expect(frame === before.frames[i]).toBe(!touched.has(frame.id));
        if (!touched.has(frame.id)) for (const id of frame.notes) expect(after.notes.get(id)).toBe(rects.get(id));
      }
    }));
  it("stay the same objects where they need not make room for a note that grew", () => {
    const laying = new Clustering();
    const clusters = ["a", "b"].map((id) => ({ id, name: id, order: id }));
    const note = (id: string, cluster: string, text = "short") => ({ id, cluster, text, order: id });
    const before = laying.lay([note("1", "a"), note("2", "b"), note("3", "b")], clusters);
    const [a, b] = before.frames;
    const after = laying.lay([note("1", "a"), note("2", "b"), note("3", "b", "long ".repeat(30))], clusters);
    expect(after.frames[0]).toBe(a);
    expect(after.frames[1]).not.toBe(b);
    expect(after.reading).toBe(before.reading);
  });
});
