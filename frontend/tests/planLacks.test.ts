import { describe, expect, it } from "vitest";
import type { PlanWarning } from "../src/api/types";
import { warningWords } from "../src/screens/planLacks";

const names: Record<string, string> = { a: "Open ideas", b: "Top three", o: "A list" };
const nameOf = (id: string) => names[id] ?? "";

describe("what a plan lacks", () => {
  const table: [PlanWarning, string][] = [
    [{ code: "no-slack", minutes: 3 }, "Only 3 min are free. Leave more: something always takes longer."],
    [{ code: "no-slack", minutes: -5 }, "The agenda is 5 min longer than the session."],
    [{ code: "unserved", outcome: "o" }, "No activity serves the outcome “A list”."],
    [{ code: "vote-question", activity: "b" }, "“Top three” has no question to vote on."],
    [{ code: "few-people", people: 4 }, "This plan needs at least 4 people who take part."],
    [
      {
        code: "does-not-fit",
        minutes: 9,
        cuts: [
          { activity: "a", minutes: 6 },
          { activity: "b", minutes: 3 },
        ],
      },
      "The rest does not fit: 9 min too long. Could be shortened: Open ideas by 6 min; Top three by 3 min.",
    ],
  ];
  it.each(table)("is said in one sentence: %j", (warning, said) => {
    expect(warningWords(warning, nameOf).replaceAll(/[\u2068\u2069]/gu, "")).toBe(said);
  });
});
