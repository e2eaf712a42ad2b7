import { expect, test } from "vitest";
import type { TalkRecord } from "../src/api/types";
import { placeInLine } from "../src/state/talk";

const talk: TalkRecord = {
  kind: "talk",
  id: "talk",
  run: "r1",
  queue: [{ person: "ben" }, { seat: "rosa" }, { person: "cleo" }],
  silentUntil: 0,
};

test("the hand of a seat has its place in line among those of people", () => {
  expect(placeInLine(talk, { person: "ben" })).toBe(1);
  expect(placeInLine(talk, { seat: "rosa" })).toBe(2);
  expect(placeInLine(talk, { person: "cleo" })).toBe(3);
  expect(placeInLine({ ...talk, speaker: { seat: "rosa" } }, { person: "cleo" })).toBe(2);
  expect(placeInLine(talk, { person: "dora" })).toBeUndefined();
});
