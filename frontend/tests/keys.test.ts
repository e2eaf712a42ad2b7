import { describe, expect, it, vi } from "vitest";
import { keyOf } from "../src/board/strokes";
import { actFor, focusOf, seatAsked, type Place, type Stroke } from "../src/state/keys";
import { hasMacKeys, keysHere } from "../src/state/keysHere";

const stroke = (key: string, more: Partial<Stroke> = {}): Stroke => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  ...more,
});
const place = (more: Partial<Place> = {}): Place => ({
  writing: false,
  pressing: false,
  screen: "room",
  facilitator: true,
  board: false,
  ...more,
});

describe("keys", () => {
  it.each([
    ["Space pauses", stroke(" "), place(), "pause"],
    ["Space on the board selects there and pauses nobody", stroke(" "), place({ board: true }), undefined],
    ["Space on a button is the button's", stroke(" "), place({ pressing: true }), undefined],
    ["Right goes to the next activity", stroke("ArrowRight"), place(), "next"],
    ["Right on the board goes to the next note", stroke("ArrowRight"), place({ board: true }), undefined],
    ["Right on a radio chooses", stroke("ArrowRight"), place({ pressing: true }), undefined],
    ["plus adds a minute", stroke("+"), place(), "more-time"],
    ["plus without shift on many keyboards", stroke("="), place(), "more-time"],
    ["minus takes one", stroke("-"), place(), "less-time"],
    ["letters are off while writing", stroke("+"), place({ writing: true }), undefined],
    ["participants have no clock", stroke("+"), place({ facilitator: false }), undefined],
    ["participants cannot go on", stroke("ArrowRight"), place({ facilitator: false }), undefined],
    ["H raises a hand", stroke("h"), place({ facilitator: false }), "hand"],
    ["H in capitals too", stroke("H", { shift: true }), place({ facilitator: false }), "hand"],
    ["H while writing is a letter", stroke("h"), place({ facilitator: false, writing: true }), undefined],
    [
      "Ctrl+Enter is Ready, also while writing",
      stroke("Enter", { ctrl: true }),
      place({ facilitator: false, writing: true }),
      "ready",
    ],
    ["Ctrl+Z undoes", stroke("z", { ctrl: true }), place(), "undo"],
    ["Ctrl+Shift+Z redoes", stroke("Z", { ctrl: true, shift: true }), place(), "redo"],
    ["Ctrl+Z in a text is the text's", stroke("z", { ctrl: true }), place({ writing: true }), undefined],
    ["F6 always goes on", stroke("F6"), place({ writing: true }), "next-region"],
    ["? shows the keys", stroke("?", { shift: true }), place(), "help"],
    ["? in a text is a question mark", stroke("?"), place({ writing: true }), undefined],
    ["/ searches at home", stroke("/"), place({ screen: "home" }), "search"],
    ["/ elsewhere is nothing", stroke("/"), place(), undefined],
    ["M on the board moves", stroke("m"), place({ board: true, facilitator: false }), "move"],
    ["Alt and Ctrl belong to the system", stroke("ArrowRight", { alt: true }), place(), undefined],
  ] as const)("%s", (_, pressed, where, act) => {
    expect(actFor(pressed, where)).toBe(act);
  });

  it("knows where the focus is", () => {
    const element = (tag: string, more: object = {}) => Object.assign(document.createElement(tag), more);
    const board = element("div");
    board.dataset["board"] = "";
    board.append(element("div", { id: "n" }));
    document.body.append(
      board,
      element("input", { id: "t" }),
      element("input", { id: "r", type: "radio" }),
      element("button", { id: "b" }),
      element("textarea", { id: "a" }),
    );
    const at = (id: string) => focusOf(document.getElementById(id));
    expect(at("n")).toEqual({ writing: false, pressing: false, board: true });
    expect(at("t").writing && at("a").writing).toBe(true);
    expect([at("r"), at("b")].every((focus) => focus.pressing && !focus.writing)).toBe(true);
  });
});

describe("a number key for a seat", () => {
  const field = (html: string) => {
    document.body.replaceChildren(document.createRange().createContextualFragment(html));
    return document.body.firstElementChild;
  };
  const asked = (html: string, seats: number, alt = false) =>
    seatAsked({ code: "Digit1", ctrl: false, alt }, seats, field(html));
  it("is text wherever nobody else has a seat here", () => {
    for (const html of ["<input type=date>", "<textarea></textarea>", "<input type=text>", "<button></button>"])
      expect(asked(html, 1), html).toBeUndefined();
  });
  it("is text in a field that is written in", () => {
    for (const html of [
      "<input type=date>",
      "<input type=number>",
      "<select></select>",
      "<textarea>Box </textarea>",
      "<input type=text value=Box>",
    ])
      expect(asked(html, 3), html).toBeUndefined();
  });
  it("switches from an empty line, from elsewhere, and with Alt from everywhere", () => {
    expect(asked("<textarea></textarea>", 3)).toBe(1);
    expect(asked("<button></button>", 3)).toBe(1);
    expect(asked("<textarea>Box </textarea>", 3, true)).toBe(1);
  });
  it("asks for nobody where there is no such seat", () => {
    expect(seatAsked({ code: "Digit4", ctrl: false, alt: false }, 3, null)).toBeUndefined();
  });
});

describe("keys as this computer has them", () => {
  it("are those of a Mac on a Mac", () => {
    expect(["Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Enter", "Alt+M", "+", "Del"].map((keys) => keysHere(keys, true))).toEqual([
      "⌘Z",
      "⇧⌘Z",
      "⌘Enter",
      "⌥M",
      "+",
      "Del",
    ]);
    expect(keysHere("Ctrl+Z", false)).toBe("Ctrl+Z");
    expect([keyOf("palette", true), keyOf("undo", true), keyOf("paste", true)]).toEqual(["⌘K", "⌘Z", "⌘V"]);
  });
  it("tell a Mac from others", () => {
    expect(hasMacKeys({ platform: "MacIntel" })).toBe(true);
    expect(hasMacKeys({ platform: "", userAgentData: { platform: "macOS" } })).toBe(true);
    expect(hasMacKeys({ platform: "iPad" })).toBe(true);
    expect([{ platform: "Win32" }, { platform: "Linux x86_64" }, {}].map(hasMacKeys)).toEqual([false, false, false]);
  });
  it("are asked of this computer where nobody says which it is", () => {
    vi.stubGlobal("navigator", { platform: "MacIntel" });
    expect([keyOf("redo"), keysHere("Ctrl+Enter")]).toEqual(["⇧⌘Z", "⌘Enter"]);
    vi.unstubAllGlobals();
    expect(keyOf("redo")).toBe("Ctrl+Shift+Z");
  });
});
