// What is typed in a note and what becomes of it: slow answers, lost lines, reloads, notes that are taken away.
import { beforeEach, describe, expect, it } from "vitest";
import type { NoteRecord } from "../src/api/types";
import { apply, type Field, type Splice } from "../src/board/splices";
import { Writings, type Home, type Writing } from "../src/board/writing";

const note = (text: string, textRev: number): NoteRecord => ({
  id: "n1",
  kind: "note",
  activity: "a1",
  text,
  textRev,
  color: "cyan",
  order: "a",
  mine: false,
  draft: false,
  cluster: "c1",
});

/** A field in a page of its own. */
class Page {
  field: Field = { text: "", from: 0, to: 0 };
  read = () => this.field;
  show = (field: Field) => (this.field = { ...field });
  type(writing: Writing, words: string) {
    for (const sign of words) {
      const text = this.field.text + sign;
      this.field = { text, from: text.length, to: text.length };
      writing.typed();
    }
  }
}

describe("what is written in a note", () => {
  const key = new Map<string, string>();
  let record: NoteRecord | undefined;
  let line = true;
  let waiting: (() => void)[] = [];
  let said: string[] = [];
  let made: string[] = [];
  let writings: Writings;
  const page = () => new Page();
  const began = () => {
    const home: Home = {
      note: () => record,
      splice: (_, { splices }) =>
        new Promise((answer) =>
          waiting.push(() => {
            if (!line || !record) return answer(undefined);
            record = note(
              splices.reduce((text, one: Splice) => apply(text, one), record.text),
              record.textRev + 1,
            );
            answer({ rev: record.textRev });
            writings.hear({ what: "diff", rev: 1, added: [], updated: [record], removed: [] });
          }),
        ),
      undo: (redo) => made.push(redo ? "redo" : "undo"),
      keep: (id, text) => key.set(id, text),
      kept: (id) => key.get(id) ?? "",
      add: (like, text) => Promise.resolve(made.push(`${text} in ${like.cluster} ${like.color}`) > 0),
      say: (what) => said.push(what),
    };
    return new Writings(home);
  };
  /** Answers what waits, and what is asked for because of it. */
  const answered = async () => {
    while (waiting.length > 0) {
      for (const act of waiting.splice(0)) act();
      for (let i = 0; i < 5; i++) await Promise.resolve();
    }
  };
  const open = (view: Page) => writings.open(record ?? note("", 1), view);
  const taken = () => {
    record = undefined;
    writings.hear({ what: "diff", rev: 9, added: [], updated: [], removed: ["n1"] });
  };
  beforeEach(() => {
    key.clear();
    [record, line, waiting, said, made] = [note("", 1), true, [], [], []];
    writings = began();
  });

  it("goes out whole when the field closes while a request is on its way", async () => {
    const view = page();
    const writing = open(view);
    view.type(writing, "hello");
    writing.close();
    await answered();
    expect([record?.text, key.get("n1"), said]).toEqual(["hello", "", []]);
    const again = page();
    open(again);
    expect(again.field.text).toBe("hello");
  });
  it("is kept while the line is down, and goes out when it is back", async () => {
    record = note(": ", 40);
    const view = page();
    const writing = open(view);
    line = false;
    view.type(writing, "hello");
    await answered();
    writing.close();
    await answered();
    expect([record.text, said.includes("kept")]).toEqual([": ", true]);
    expect(JSON.parse(key.get("n1") ?? "")).toMatchObject({ base: ": ", text: ": hello" });
    line = true;
    record = note("others: ", 1); // another process: its revisions begin anew
    writings.hear({ what: "snapshot", rev: 1, records: [record] });
    await answered();
    expect([record.text, key.get("n1")]).toEqual(["others: hello", ""]);
  });
  it("is there again after a reload, when the note is opened", async () => {
    line = false;
    const view = page();
    const writing = open(view);
    view.type(writing, "hello");
    await answered();
    writings = began();
    line = true;
    const again = page();
    open(again);
    expect([again.field.text, said]).toEqual(["hello", ["again"]]);
    await answered();
    expect([record?.text, key.get("n1")]).toEqual(["hello", ""]);
    key.set("n1", "no such thing");
    writings = began();
    const third = page();
    open(third);
    expect(third.field.text).toBe("hello");
  });
  it("of an input method is whole when the field closes amid it", async () => {
    const view = page();
    const writing = open(view);
    writing.compose();
    view.field = { text: "感", from: 1, to: 1 };
    writing.typed();
    expect(waiting).toHaveLength(0);
    writing.close();
    await answered();
    expect(record?.text).toBe("感");
  });
  it("waits with undoing until all of it is a step", async () => {
    const view = page();
    const writing = open(view);
    view.type(writing, "ab");
    writing.undo(false);
    expect(made).toEqual([]);
    await answered();
    expect(made).toEqual(["undo"]);
    writing.undo(true);
    expect(made).toEqual(["undo", "redo"]);
  });
  it("before there was a field is in it, or in the note without one", async () => {
    record = note("New note", 1);
    writings.expect("n1", () => ({ text: "milk", from: 4, to: 4 }));
    const view = page();
    open(view).close();
    await answered();
    expect([view.field.text, record.text]).toEqual(["milk", "milk"]);
    record = undefined;
    writings.put("n1", "milk and kids");
    record = note("New note", 1);
    writings.hear({ what: "diff", rev: 2, added: [record], updated: [], removed: [] });
    await answered();
    expect(record.text).toBe("milk and kids");
  });

  it("becomes a new note where its own is taken away", async () => {
    const view = page();
    const writing = open(view);
    view.type(writing, "mine");
    await answered();
    taken();
    await answered();
    expect([made, said, key.get("n1")]).toEqual([["mine in c1 cyan"], ["rescued"], ""]);
  });
  it("is gone on with by who asked for it, where its field was open", () => {
    const lost: Field[] = [];
    writings.onlost = (_, words) => lost.push(words) > 0;
    const view = page();
    const writing = open(view);
    view.type(writing, "mine");
    taken();
    expect([lost, made, said]).toEqual([[{ text: "mine", from: 4, to: 4 }], [], ["rescued"]]);
  });
  it("becomes a new note where the note goes while words wait for the line", async () => {
    line = false;
    const view = page();
    const writing = open(view);
    view.type(writing, "mine");
    writing.close();
    await answered();
    said = [];
    record = undefined;
    writings.hear({ what: "snapshot", rev: 1, records: [] });
    await answered();
    expect([made, said]).toEqual([["mine in c1 cyan"], ["rescued"]]);
  });
  it("is told to be gone where nothing was typed, and not at all where it was taken back here", () => {
    open(page());
    taken();
    expect([made, said]).toEqual([[], ["gone"]]);
    record = note("New note", 1);
    open(page()).undo(false);
    taken();
    expect([made, said]).toEqual([["undo"], ["gone"]]);
  });
});
