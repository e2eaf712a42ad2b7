import { describe, expect, it } from "vitest";
import { Subscription, type Diff, type Source, type Told } from "../src/api/subscription";
import type { ViewRecord } from "../src/api/types";

const outcome = (id: string, text = id): ViewRecord => ({ id, kind: "outcome", text, order: id });
const diff = (rev: number, ...added: ViewRecord[]): Diff => ({ session: "s", rev, added, updated: [], removed: [] });

/** A Go side whose answers are given by hand. */
class Slow implements Source {
  readonly asked: string[] = [];
  private waiting: ((answer: { rev: number; records: ViewRecord[] } | Error) => void)[] = [];
  private readonly wait = (what: string) => {
    this.asked.push(what);
    return new Promise<{ rev: number; records: ViewRecord[] }>((resolve, reject) =>
      this.waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer))),
    );
  };
  subscribe = () => this.wait("subscribe");
  snapshot = () => this.wait("snapshot");
  async answer(rev: number, ...records: ViewRecord[]) {
    this.waiting.shift()?.({ rev, records });
    await Promise.resolve();
    await Promise.resolve();
  }
  async fail() {
    this.waiting.shift()?.(new Error("refused"));
    await Promise.resolve();
    await Promise.resolve();
    await Promise.resolve();
  }
}

function begin() {
  const source = new Slow();
  const told: Told[] = [];
  const failures: unknown[] = [];
  const subscription = new Subscription(
    "s",
    source,
    (what) => told.push(what),
    (failure) => failures.push(failure),
  );
  void subscription.start();
  return { source, told, failures, subscription };
}

describe("the numbered view", () => {
  it("hands on diffs that count one by one from the snapshot", async () => {
    const { source, told, subscription } = begin();
    await source.answer(4, outcome("a"));
    subscription.take(diff(5, outcome("b")));
    subscription.take(diff(6, outcome("c")));
    expect(told.map((t) => [t.what, t.rev])).toEqual([
      ["snapshot", 4],
      ["diff", 5],
      ["diff", 6],
    ]);
    expect(source.asked).toEqual(["subscribe"]);
  });

  it("asks for a snapshot at a gap, and never applies what came after the gap by itself", async () => {
    const { source, told, subscription } = begin();
    await source.answer(1);
    subscription.take(diff(3, outcome("lost before me")));
    expect(source.asked).toEqual(["subscribe", "snapshot"]);
    expect(told).toHaveLength(1);
    await source.answer(3, outcome("whole"));
    expect(told.map((t) => [t.what, t.rev])).toEqual([
      ["snapshot", 1],
      ["snapshot", 3],
    ]);
  });

  it("keeps diffs that overtake the snapshot and applies those that follow it", async () => {
    const { source, told, subscription } = begin();
    subscription.take(diff(7));
    subscription.take(diff(8));
    await source.answer(7);
    expect(told.map((t) => [t.what, t.rev])).toEqual([
      ["snapshot", 7],
      ["diff", 8],
    ]);
  });

  it("leaves out what it already has and what belongs to another session", async () => {
    const { source, told, subscription } = begin();
    await source.answer(5);
    subscription.take(diff(5));
    subscription.take({ ...diff(6), session: "other" });
    expect(told).toHaveLength(1);
  });

  it("reports a refused subscription and starts again when asked", async () => {
    const { source, told, failures, subscription } = begin();
    await source.fail();
    expect(failures).toHaveLength(1);
    void subscription.start();
    await source.answer(2);
    expect(told.map((t) => t.what)).toEqual(["snapshot"]);
  });

  it("is silent once stopped", async () => {
    const { source, told, subscription } = begin();
    subscription.stop();
    await source.answer(1);
    subscription.take(diff(2));
    expect(told).toEqual([]);
  });
});
