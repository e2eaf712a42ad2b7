import { describe, expect, it } from "vitest";
import { canAdd, choices, fromChoices, place, same, used, type Dots } from "../src/state/ballot";
import { methodOf, scaleOf } from "../src/activities/voteMethod";

const rules = { dots: 5, maxPerOption: 2 };

describe("dots before they are handed in", () => {
  it("never exceed the budget or the most on one option, however fast a key repeats", () => {
    let dots: Dots = {};
    for (let i = 0; i < 10; i++) dots = place(dots, "a", 1, rules);
    for (let i = 0; i < 10; i++) dots = place(dots, "b", 1, rules);
    for (let i = 0; i < 10; i++) dots = place(dots, "c", 1, rules);
    expect(dots).toEqual({ a: 2, b: 2, c: 1 });
    expect(used(dots)).toBe(5);
    expect(canAdd(dots, "c", rules)).toBe(false);
  });
  it("can be taken back to nothing, and not below", () => {
    expect(place(place({ a: 1 }, "a", -1, rules), "a", -1, rules)).toEqual({});
  });
  it("are the same ballot whatever the order of placing", () => {
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(choices({ b: 2, a: 1 })).toEqual([
      { option: "a", value: 1 },
      { option: "b", value: 2 },
    ]);
    expect(
      fromChoices([
        { option: "a", value: 0 },
        { option: "b", value: 2 },
      ]),
    ).toEqual({ b: 2 });
  });
});

it.each([
  [{}, "dots"],
  [{ method: "dots" }, "dots"],
  [{ method: "scale" }, "scale"],
  [{ method: "rank" }, "unknown"],
] as const)("settings %j are cast as %s", (settings, method) => {
  expect(methodOf(settings)).toBe(method);
});

it("knows the named scales", () => {
  expect([
    scaleOf({ scale: "thumbs" }),
    scaleOf({ scale: "scale5" }),
    scaleOf({ scale: [1, 10] }),
    scaleOf({}),
  ]).toEqual([
    { min: -1, max: 1 },
    { min: 1, max: 5 },
    { min: 1, max: 10 },
    { min: 0, max: 5 },
  ]);
});
