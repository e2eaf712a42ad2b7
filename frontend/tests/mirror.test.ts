import { flushSync } from "svelte";
import { describe, expect, it } from "vitest";
import type { NoteRecord, ViewRecord } from "../src/api/types";
import { Mirror } from "../src/state/mirror.svelte";
import { watch } from "./watch.svelte";

const note = (id: string, text: string): NoteRecord => ({
  id,
  kind: "note",
  activity: "a",
  text,
  textRev: 1,
  color: "yellow",
  order: id,
  mine: false,
  draft: false,
});

describe("the mirror", () => {
  it("is replaced by a snapshot: what the snapshot does not hold is gone", () => {
    const mirror = new Mirror();
    mirror.receive({ what: "snapshot", rev: 1, records: [note("a", "one"), note("b", "two")] });
    mirror.receive({ what: "snapshot", rev: 9, records: [note("b", "two, changed")] });
    expect(mirror.all("note").map((n) => n.text)).toEqual(["two, changed"]);
  });

  it("takes diffs record by record", () => {
    const mirror = new Mirror();
    mirror.receive({ what: "snapshot", rev: 1, records: [note("a", "one"), note("b", "two")] });
    mirror.receive({ what: "diff", rev: 2, added: [note("c", "three")], updated: [note("a", "ONE")], removed: ["b"] });
    expect(mirror.all("note").map((n) => [n.id, n.text])).toEqual([
      ["a", "ONE"],
      ["c", "three"],
    ]);
    expect(mirror.one("note", "b")).toBeUndefined();
  });

  it("says whether there is one, and wakes who asked only by what answered", () => {
    const mirror = new Mirror();
    mirror.receive({ what: "snapshot", rev: 1, records: [note("a", "one"), note("b", "two"), note("c", "two")] });
    const seen: boolean[] = [];
    const stop = watch([() => seen.push(mirror.some("note", (one) => one.text === "two"))]);
    const update = (...updated: NoteRecord[]) => {
      mirror.receive({ what: "diff", rev: 2, added: [], updated, removed: [] });
      flushSync();
    };
    flushSync();
    update(note("c", "three"));
    expect(seen).toEqual([true]); // b answered, nobody looked at c
    update(note("b", "three"));
    expect(seen).toEqual([true, false]);
    update(note("a", "two"));
    expect(seen).toEqual([true, false, true]);
    mirror.receive({ what: "diff", rev: 3, added: [], updated: [], removed: ["a"] });
    flushSync();
    mirror.receive({ what: "diff", rev: 4, added: [note("d", "two")], updated: [], removed: [] });
    flushSync();
    stop();
    expect(seen).toEqual([true, false, true, false, true]);
  });

  it("wakes only who reads what changed", () => {
    const mirror = new Mirror();
    mirror.receive({ what: "snapshot", rev: 1, records: [note("a", "one"), note("b", "two")] });
    const counts = { a: 0, b: 0, people: 0 };
    const stop = watch([
      () => {
        void mirror.one("note", "a")?.text;
        counts.a++;
      },
      () => {
        void mirror.one("note", "b")?.text;
        counts.b++;
      },
      () => {
        void mirror.all("person").length;
        counts.people++;
      },
    ]);
    flushSync();
    mirror.receive({ what: "diff", rev: 2, added: [], updated: [note("a", "ONE")], removed: [] });
    flushSync();
    stop();
    expect(counts).toEqual({ a: 2, b: 1, people: 1 });
  });

  it("leaves out kinds that a newer app may send", () => {
    const mirror = new Mirror();
    mirror.receive({
      what: "snapshot",
      rev: 1,
      records: [{ id: "x", kind: "hologram" } as unknown as ViewRecord, note("a", "one")],
    });
    expect(mirror.all("note")).toHaveLength(1);
  });
});
