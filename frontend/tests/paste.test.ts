// What a paste becomes: lines, or rows of a table, and nothing of it lost.
import { describe, expect, it } from "vitest";
import { pasted, records } from "../src/board/paste";

const texts = (text: string) => pasted(text).texts;

describe("pasting", () => {
  it("makes a note of each line, without bullets and numbers", () => {
    const list = "- one\r\n• two\n\n3. three\n 12) four \nfive-six";
    expect(texts(list)).toEqual(["one", "two", "three", "four", "five-six"]);
  });
  it("makes a note of each row of a table", () => {
    expect(texts("a\tb\nc\t\n")).toEqual(["a – b", "c"]);
    expect(texts("a\tb")).toEqual(["a – b"]);
    expect(texts('"Rain, and wind",1\nplain,2')).toEqual(["Rain, and wind – 1", "plain – 2"]);
    expect(texts("Idea;Author\nMore wells;Ana\nFewer pumps;Ben")).toEqual([
      "Idea – Author",
      "More wells – Ana",
      "Fewer pumps – Ben",
    ]);
    expect(records('"a ""b""";"c\nd"\r\n"e";f', ";")).toEqual([
      { cells: ['a "b"', "c\nd"], at: 0 },
      { cells: ["e", "f"], at: 17 },
    ]);
  });
  it("leaves sentences as they are", () => {
    expect(texts("one, two, three")).toEqual(["one, two, three"]);
    expect(texts("Yes, we can\nNo, we will not")).toEqual(["Yes, we can", "No, we will not"]);
    expect(texts('"We need water",\nNo, we need a pump, now')).toEqual(['"We need water",', "No, we need a pump, now"]);
    expect(texts('"Trust", she said\n"Water", he said')).toEqual(['"Trust", she said', '"Water", he said']);
    expect(texts("a; b; c")).toEqual(["a; b; c"]);
  });
  it("takes one tab among lines for a space, and an open quote for a sign", () => {
    const prose = 'First idea, with\ta tab\n"Trust" is what we lack\n"open quote line\nnext\nlast';
    expect(texts(prose)).toEqual([
      "First idea, with\ta tab",
      '"Trust" is what we lack',
      '"open quote line',
      "next",
      "last",
    ]);
    expect(texts('"open\tone\nnext\ttwo\nlast\tthree')).toEqual(['"open – one', "next – two", "last – three"]);
  });
  it("keeps what there is no room for as it was pasted", () => {
    const many = Array.from({ length: 1500 }, (_, i) => `- l${i}`);
    const { texts, rest, left } = pasted(many.join("\n"));
    expect([texts.length, texts[999], left]).toEqual([1000, "l999", 500]);
    expect(rest).toBe(many.slice(1000).join("\n"));
    expect(pasted("one").rest).toBe("");
    const table = Array.from({ length: 1001 }, (_, i) => `a${i}\tb`).join("\n");
    expect([pasted(table).left, pasted(table).rest]).toEqual([1, "a1000\tb"]);
  });
  it("takes a long paste in no time", () => {
    const begun = performance.now();
    pasted('"'.repeat(20_000));
    pasted(Array.from({ length: 2000 }, () => '"a",'.repeat(20)).join("\n"));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
