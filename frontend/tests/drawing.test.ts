import { expect, test } from "vitest";
import { sharpness } from "../src/state/drawing";

test("a drawing is twice as sharp as it is large, and never larger than 2,400 pixels", () => {
  expect(sharpness(600, 400)).toBe(2);
  expect(sharpness(1200, 100)).toBe(2);
  expect(sharpness(4800, 100) * 4800).toBe(2400);
  expect(sharpness(100, 24000) * 24000).toBe(2400);
  expect(sharpness(0, 0)).toBe(2);
});
