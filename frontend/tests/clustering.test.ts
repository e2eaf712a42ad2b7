import { describe, expect, it } from "vitest";
import { clustered, Clustering, type LaidNote } from "../src/board/layout";

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
const some = (random: () => number, count: number, clusters: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `n${i}`,
    text: "word ".repeat(1 + Math.floor(random() * 30)),
    order: String(random()),
    cluster: `c${Math.floor(random() * clusters)}`,
  }));

describe("clusters that are laid out again", () => {
  it("lie as if nothing had been laid out before, when notes grow, move, come and go", () =>
    always(30, (random) => {
      const laying = new Clustering();
      const clusters = [0, 1, 2, 3].map((i) => ({
        id: `c${i}`,
        name: `C${i}`,
        order: String(i),
        ...(i === 3 ? { x: 9000, y: -900 } : {}),
      }));
      let notes: LaidNote[] = some(random, 30, 5).map((note) => (random() < 0.1 ? { ...note, x: 20_000, y: 5 } : note));
      for (let step = 0; step < 20; step++) {
        const at = Math.floor(random() * notes.length);
        const act = random();
        if (act < 0.7)
          notes = notes.map((note, i) => (i === at ? { ...note, text: "w ".repeat(random() * 90) } : note));
        else if (act < 0.8) notes = notes.map((note, i) => (i === at ? { ...note, cluster: "c1" } : note));
        else if (act < 0.9) notes = notes.filter((_, i) => i !== at);
        else notes = [...notes, { id: `m${step}`, text: "new", order: String(random()) }];
        const [again, anew] = [laying.lay(notes, clusters), clustered(notes, clusters)];
        expect(new Map(again.notes)).toEqual(new Map(anew.notes));
        expect([again.frames, again.reading, again.free]).toEqual([anew.frames, anew.reading, anew.free]);
        expect(again.bounds).toEqual(anew.bounds);
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
