// What others are told of the eye, and when this eye goes along with another.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Calls, Gaze, Paced } from "../src/board/gaze";
import type { Room } from "../src/state/room.svelte";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("says at most so often, and the last always", () => {
  let done = 0;
  const pace = new Paced(
    60,
    () => done++,
    () => Date.now(),
  );
  for (let i = 0; i < 10; i++) {
    pace.soon();
    vi.advanceTimersByTime(10);
  }
  expect(done).toBe(2);
  vi.advanceTimersByTime(60);
  expect(done).toBe(3);
  vi.advanceTimersByTime(1000);
  expect(done).toBe(3);
  pace.soon();
  pace.soon();
  pace.stop();
  vi.advanceTimersByTime(1000);
  expect(done).toBe(4);
});

it("comes to a call that is newer than its coming, also when it is the first that is heard of somebody", () => {
  const calls = new Calls(1000);
  expect([calls.isNew("a", 1005), calls.isNew("a", 1005), calls.isNew("a", 1006)]).toEqual([true, false, true]);
  expect([calls.isNew("b", 990), calls.isNew("b", 990), calls.isNew("b", 1001)]).toEqual([false, false, true]);
  expect([calls.isNew("c", 0), calls.isNew("c", 0), calls.isNew("c", 999)]).toEqual([false, false, true]);
});

it("tells where the eye went when only the eye moved, with the hand where it is on the screen", () => {
  const told: Record<string, number>[] = [];
  const room = { now: 1_000_000, hint: (_: unknown, params: Record<string, number>) => void told.push(params) };
  const eye = { view: { x: 0, y: 0, z: 1 }, size: { w: 800, h: 600 } };
  const gaze = new Gaze(room as unknown as Room, "a1", eye);
  gaze.say({ x: 100, y: 50 });
  eye.view = { x: -200, y: 0, z: 1 };
  gaze.moved();
  eye.view = { x: -300, y: 0, z: 1 };
  gaze.moved();
  vi.advanceTimersByTime(100);
  expect(told.map(({ x, cx, zoom }) => [x, cx, zoom])).toEqual([
    [100, 400, 1000],
    [400, 700, 1000],
  ]);
  gaze.moved();
  vi.advanceTimersByTime(100);
  expect(told.length).toBe(2);
  gaze.gather();
  gaze.gather();
  expect(told.slice(2).map(({ gather }) => gather)).toEqual([1000, 1001]);
});
