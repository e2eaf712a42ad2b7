// Where the focus goes when what had it is gone.
import { expect, it } from "vitest";
import { survivor } from "../src/board/focus";

it("goes to the next that is still there, at the end to the one before, and nowhere from what nobody knows", () => {
  const order = ["a", "b", "c", "d"];
  const but =
    (...gone: string[]) =>
    (id: string) =>
      !gone.includes(id);
  expect(survivor(order, "b", but("b"))).toBe("c");
  expect(survivor(order, "b", but("b", "c"))).toBe("d");
  expect(survivor(order, "d", but("c", "d"))).toBe("b");
  expect(survivor(order, "a", but(...order))).toBe("");
  expect(survivor(order, "z", but())).toBe("");
});
