import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { scrollStop } from "../src/components/scrollStop";

let resized: (() => void)[] = [];
class Sizes {
  constructor(act: () => void) {
    resized.push(act);
  }
  observe = vi.fn();
  disconnect = vi.fn();
}
beforeEach(() => {
  resized = [];
  vi.stubGlobal("ResizeObserver", Sizes);
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function region(inside: "p" | "button", height: number) {
  const made = document.createElement("div");
  made.style.overflowY = "auto";
  const child = document.createElement(inside);
  child.textContent = "Arrive";
  made.append(child);
  Object.defineProperty(made, "clientHeight", { value: 100 });
  Object.defineProperty(made, "scrollHeight", { value: height, writable: true });
  document.body.append(made);
  return made;
}
const look = () => {
  for (const act of resized) act();
};

test("a region is a stop of the Tab key only while it holds more than it shows", () => {
  const list = region("p", 300);
  const leave = scrollStop("Agenda")(list);
  look();
  expect(list.tabIndex).toBe(0);
  expect(list.getAttribute("role")).toBe("group");
  expect(list.getAttribute("aria-label")).toBe("Agenda");
  Object.assign(list, { scrollHeight: 100 });
  look();
  expect(list.hasAttribute("tabindex")).toBe(false);
  expect(list.hasAttribute("role")).toBe(false);
  leave?.();
});

test("what holds a button needs no stop of its own, until the button goes", async () => {
  const list = region("button", 300);
  scrollStop()(list);
  look();
  expect(list.hasAttribute("tabindex")).toBe(false);
  list.replaceChildren("Arrive");
  await Promise.resolve();
  expect(list.tabIndex).toBe(0);
});

test("the focus is not taken from under someone who is reading", () => {
  const list = region("p", 300);
  scrollStop()(list);
  look();
  list.focus();
  Object.assign(list, { scrollHeight: 100 });
  look();
  expect(document.activeElement).toBe(list);
  expect(list.tabIndex).toBe(0);
});
