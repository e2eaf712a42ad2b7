import { describe, expect, it } from "vitest";
import { canAdd, choices, fromChoices, place, same, used, type Dots } from "../src/state/ballot";
import { answer, answerKey, criteriaOf, fromWire, methodOf, stepsOf, toChoices } from "../src/activities/voteMethod";

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
    expect(fromChoices([{ option: "b", value: 2 }])).toEqual({ b: 2 });
  });
});

it.each([
  [{}, "dots"],
  [{ method: "dots" }, "dots"],
  [{ method: "rank" }, "rank"],
  [{ method: "scale" }, "steps"],
  [{ method: "consent" }, "steps"],
] as const)("settings %j are cast as %s", (settings, method) => {
  expect(methodOf(settings)).toBe(method);
});

describe("votes with steps", () => {
  it.each([
    [{ method: "scale", scale: "fist0-5" }, [0, 1, 2, 3, 4, 5]],
    [{ method: "scale", scale: "thumbs" }, [0, 1, 2]],
    [{ method: "score", scale: [1, 3] }, [1, 2, 3]],
    [{ method: "scale" }, [1, 2, 3, 4, 5]],
    [{ method: "consent" }, [3, 2, 1, 0]],
    [{ method: "rank", rankTop: 3 }, [1, 2]],
  ])("%j offers %j", (settings, values) => {
    expect(stepsOf(settings, 2).map((step) => step.value)).toEqual(values);
  });
  it("give a place to one option only", () => {
    const first = answer({}, answerKey("a", 0), 1, true);
    expect(toChoices(answer(first, answerKey("b", 0), 1, true))).toEqual([{ option: "b", value: 1 }]);
  });
  it("keep zero as an answer, and criteria apart", () => {
    const given = answer(answer({}, answerKey("a", 0), 0, false), answerKey("a", 1), 7, false);
    expect(toChoices(given)).toEqual([
      { option: "a", value: 0 },
      { option: "a", value: 1007 },
    ]);
    expect(fromWire(toChoices(given))).toEqual(given);
  });
  it("have criteria only where each is scored", () => {
    expect(criteriaOf({ method: "grid", criteria: ["likely", "harm"] })).toEqual(["likely", "harm"]);
    expect(criteriaOf({ method: "scale", criteria: ["x", "y"] })).toEqual([""]);
  });
});
