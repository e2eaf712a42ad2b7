import { describe, expect, it } from "vitest";
import type { PersonRecord } from "../src/api/types";
import { Away } from "../src/state/away";

const person = (id: string, here: boolean): PersonRecord => ({
  id,
  kind: "person",
  name: id,
  role: "participant",
  me: false,
  here,
  ready: false,
  hand: false,
});
const diff = (...updated: PersonRecord[]) => ({ what: "diff" as const, rev: 1, added: [], updated, removed: [] });

describe("who is away", () => {
  it("has been away since this window saw them go, however often it is told", () => {
    const away = new Away();
    away.take(diff(person("ben", false)), 10_000);
    away.take(diff(person("ben", false)), 30_000);
    away.take({ what: "snapshot", rev: 2, records: [person("ben", false)] }, 40_000);
    expect(away.seconds("ben", 50_500)).toBe(40);
  });
  it("has no time where nobody saw them go, and none once they are back", () => {
    const away = new Away();
    away.take({ what: "snapshot", rev: 1, records: [person("eve", false), person("ben", true)] }, 0);
    away.take(diff(person("ben", false)), 10_000);
    away.take(diff(person("ben", true)), 20_000);
    expect([away.seconds("eve", 60_000), away.seconds("ben", 60_000)]).toEqual([undefined, undefined]);
  });
});
