import { describe, expect, it } from "vitest";
import type { HealthItem } from "../src/api/types";
import type { Trouble } from "../src/screens/trouble";
import { untold } from "../src/screens/untold";

const item = (code: string, severity: HealthItem["severity"]): HealthItem => ({
  code,
  severity,
  message: code,
  hint: "",
});
const items = [
  item("alone", "warning"),
  item("floor-away", "warning"),
  item("disk-low", "error"),
  item("behind", "info"),
];

describe("conditions", () => {
  it.each<[Trouble, string[]]>([
    ["none", ["alone", "floor-away", "disk-low"]],
    ["alone", ["floor-away", "disk-low"]],
    ["gone", ["alone", "disk-low"]],
    ["readonly", ["alone", "floor-away", "disk-low"]],
  ])("says under the banner %s only what it does not say", (told, codes) => {
    expect(untold(items, told).map((left) => left.code)).toEqual(codes);
  });
});
