import { expect, test } from "vitest";
import type { SeatRecord, TalkRecord } from "../src/api/types";
import { hands, placeInLine } from "../src/state/talk";

const talk: TalkRecord = {
  kind: "talk",
  id: "talk",
  run: "r1",
  queue: [{ person: "ben" }],
  silentUntil: 0,
} as TalkRecord;
const seat = (id: string, hand: boolean): SeatRecord => ({
  kind: "seat",
  id,
  name: id,
  keeper: "ana",
  mine: true,
  hand,
});

test("a hand that is up on a phone or at a shared laptop stands in line after those who have one of their own", () => {
  expect(hands(talk, [seat("rosa", true), seat("kofi", false)])).toEqual([{ person: "ben" }, { seat: "rosa" }]);
  expect(hands({ ...talk, queue: [{ seat: "rosa" }] }, [seat("rosa", true)])).toEqual([{ seat: "rosa" }]);
  expect(placeInLine(talk, { person: "ben" })).toBe(1);
});
