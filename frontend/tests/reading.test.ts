import { describe, expect, it } from "vitest";
import { clockFace } from "../src/components/clockFace";
import { seats } from "../src/components/seats";
import { segments } from "../src/components/sessionLine";
import { initials } from "../src/components/Avatar.svelte";
import { afterMove } from "../src/screens/reorder";
import { crossed } from "../src/screens/milestones";
import { trouble } from "../src/screens/trouble";
import {
  agenda,
  byName,
  byOrder,
  circle,
  elapsed,
  groups,
  lastClosed,
  position,
  remaining,
  shuffledFor,
} from "../src/state/reading";
import { parseRoute, routeHash } from "../src/state/route";
import { tokenIn } from "../src/api/where";
import { activities, board, now, people, run, scene } from "./fake/sample";
import type { ActivityRecord, ClusterRecord, NoteRecord, RunRecord, SessionRecord } from "../src/api/types";

describe("the clock of a run", () => {
  const open = { ...run(1, "open"), startedAt: 1_000_000, plannedSeconds: 600, extendedSeconds: 60, pausedMs: 30_000 };
  it.each([
    ["counts down with extensions and past pauses", open, 0, 1_000_000 + 120_000, 570],
    ["follows the floor holder's clock", open, 5_000, 1_000_000 + 120_000, 565],
    ["stands still while paused", { ...open, state: "paused" as const, pausedAt: 1_090_000 }, 0, 9_999_999, 600],
    ["goes below zero after the soft end", open, 0, 1_000_000 + 700_000, -10],
    ["stands still once closed", { ...open, state: "closed" as const, closedAt: 1_060_000 }, 0, 9_999_999, 630],
  ])("%s", (_, given, offset, at, left) => {
    expect(remaining(given, offset, at)).toBe(left);
  });
  it("never runs backwards before its start", () => {
    expect(elapsed(open, 0, 0)).toBe(0);
  });
  it.each([
    [312, "05:12"],
    [0.9, "00:00"],
    [-12, "+00:12"],
    [5400, "1:30:00"],
    [-0.4, "00:00"],
  ])("shows %d seconds as %s", (seconds, face) => {
    expect(clockFace(seconds)).toBe(face);
  });
  it.each([
    [Number.POSITIVE_INFINITY, 50, undefined],
    [301, 300, 300],
    [121, 119, 120],
    [61, 59.5, 60],
    [0.5, -0.5, 0],
    [-1, -2, undefined],
    [200, 130, undefined],
  ])("from %d to %d crosses %s", (before, at, mark) => {
    expect(crossed(before, at)).toBe(mark);
  });
});

describe("the agenda", () => {
  it("lays out what is to come after what has run", () => {
    const runs = new Map([run(0, "closed"), run(1, "open")].map((r) => [r.id, r]));
    const plan = agenda(activities(1), (id) => (id ? runs.get(id) : undefined), now - 17 * 60_000, 0, now);
    expect(plan.rows[0]).toMatchObject({ minutes: 12, over: 2 });
    expect(plan.rows[2]?.startsAt).toBe((plan.rows[1]?.startsAt ?? 0) + 10 * 60_000);
    expect(plan.planned).toBe(75);
  });
  describe("beside the engine's", () => {
    const started = now - 10 * 60_000;
    const [first, second, third] = activities(0);
    const three: ActivityRecord[] = [first, second, third].flatMap((a, i) =>
      a ? [{ ...a, minutes: i === 0 ? 10 : 5, ...(i === 1 ? { skipped: true } : {}) }] : [],
    );
    const after = (run: Partial<RunRecord>, at: number) => {
      const open = { ...runOf(0), startedAt: started, plannedSeconds: 600, ...run };
      const plan = agenda(three, (id) => (id === open.id ? open : undefined), started, 0, at);
      return [...plan.rows.map((row) => row.startsAt), plan.endsAt].map((time) => (time - started) / 60_000);
    };
    const runOf = (i: number) => run(i, "open");
    it.each([
      ["lays out the rest after the plan", {}, 5, [0, 10, 10, 15]],
      ["adds pauses that are over", { pausedMs: 10 * 60_000 }, 15, [0, 20, 20, 25]],
      ["adds the pause that lasts, in whole minutes", { state: "paused", pausedAt: started }, 9.5, [0, 20, 20, 25]],
      ["ends a run over its time with the minute that runs", {}, 12.5, [0, 13, 13, 18]],
      ["counts extra time", { extendedSeconds: -120 }, 5, [0, 8, 8, 13]],
    ] as const)("%s", (_, run, minutes, times) => {
      expect(after(run, started + minutes * 60_000)).toEqual(times);
    });
    it("leaves out what the group left out", () => {
      expect(agenda(three, () => undefined, started, 0, now).planned).toBe(15);
      expect(position(three, "a0")).toMatchObject({ number: 1, of: 2, next: { id: "a2" } });
    });
  });
  it("says which comes next, also between two activities", () => {
    expect(position(activities(1), "a1")).toMatchObject({ number: 2, of: 6, next: { id: "a2" } });
    const between = activities(1).map((a) => (a.id === "a1" ? { ...a, state: "closed" as const } : a));
    expect(position(between, undefined).next?.id).toBe("a2");
    expect(position(activities(6), undefined).next).toBeUndefined();
  });
  it("remembers the run that closed last", () => {
    const all = activities(2);
    const runs = [run(0, "closed"), run(1, "closed"), { ...run(1, "closed"), id: "older", closedAt: 1 }];
    expect(lastClosed(runs, all)?.id).toBe("r1");
    expect(lastClosed([run(0, "open")], all)).toBeUndefined();
    expect(lastClosed([{ ...run(0, "closed"), activity: "removed" }], all)).toBeUndefined();
  });
  it("orders by key, then by id", () => {
    expect(
      [
        { id: "b", order: "m" },
        { id: "a", order: "m" },
        { id: "c", order: "a" },
      ]
        .sort(byOrder)
        .map((x) => x.id),
    ).toEqual(["c", "a", "b"]);
  });
  it.each([
    ["b", -1, ""],
    ["c", -1, "a"],
    ["a", -1, undefined],
    ["b", 1, "c"],
    ["c", 1, undefined],
    ["x", 1, undefined],
  ] as const)("moving %s by %d stands after %s", (id, step, after) => {
    expect(afterMove(["a", "b", "c"], id, step)).toBe(after);
  });
  it("draws done, now and later, and keeps clockless activities visible", () => {
    const strip = segments(
      [
        { id: "a", title: "A", minutes: 0, state: "closed" },
        { id: "b", title: "B", minutes: 10, state: "paused" },
        { id: "c", title: "C", minutes: 5, state: "planned" },
      ],
      300,
      { minutes: 5, title: "In hand" },
      String,
    );
    expect(strip.map((s) => [s.state, s.minutes, s.progress])).toEqual([
      ["done", 0.5, 0],
      ["now", 10, 0.5],
      ["todo", 5, 0],
      ["spare", 5, 0],
    ]);
  });
});

describe("people and boards", () => {
  it("puts me first, then who has the floor", () => {
    const session = scene("write", false).find((r): r is SessionRecord => r.kind === "session");
    expect(
      circle(people(9), session)
        .slice(0, 2)
        .map((p) => p.name),
    ).toEqual(["Fatima Zahra", "Amina Khan"]);
  });
  it("keeps loose what names a cluster that is gone", () => {
    const records = board();
    const clusters = records.filter((r): r is ClusterRecord => r.kind === "cluster").slice(1);
    const notes = records.filter((r): r is NoteRecord => r.kind === "note");
    const all = groups(clusters, notes);
    expect(all.at(-1)?.cluster).toBeUndefined();
    expect(all.at(-1)?.notes).toHaveLength(9 + 3);
    expect(all.flatMap((g) => g.notes)).toHaveLength(notes.length);
  });
  it("shuffles options the same way for one voter and another way for others", () => {
    const options = Array.from({ length: 12 }, (_, i) => ({ id: `o${i}` }));
    const seen = (voter: string) =>
      shuffledFor(options, voter)
        .map((o) => o.id)
        .join();
    expect(seen("p1")).toBe(seen("p1"));
    expect(new Set(["p1", "p2", "p3", "p4"].map(seen)).size).toBe(4);
    expect(seen("p1").split(",").sort()).toEqual(options.map((o) => o.id).sort());
  });
  it("seats people on a circle, the first at the top", () => {
    const places = seats(4).map((seat) => [Math.round(seat.x), Math.round(seat.y)].map((n) => n + 0));
    expect(places).toEqual([
      [0, -1],
      [1, 0],
      [0, 1],
      [-1, 0],
    ]);
  });
  it.each([
    ["Amina Khan", "AK"],
    ["mei", "ME"],
    ["  ", "?"],
    ["Ana María de la Cruz", "AC"],
    ["ليلى حداد", "لح"],
  ])("%s is %s", (name, two) => {
    expect(initials(name)).toBe(two);
  });
});

describe("what stands in the way", () => {
  const session = (more: Partial<SessionRecord> = {}) =>
    ({ ...scene("write", true).find((r): r is SessionRecord => r.kind === "session"), ...more }) as SessionRecord;
  const sharing = (alone: boolean) => ({
    id: "sharing",
    kind: "sharing" as const,
    connected: 0,
    people: 5,
    waiting: 0,
    behind: 0,
    alone,
  });
  const amina = people(1)[0];
  it.each([
    ["nothing", session(), sharing(false), amina, 5, "none"],
    ["read-only comes first", session({ readOnly: "newer" }), sharing(true), amina, 5, "readonly"],
    ["alone, before the missing facilitator", session(), sharing(true), amina && { ...amina, here: false }, 5, "alone"],
    ["the facilitator is gone", session(), sharing(false), amina && { ...amina, here: false }, 5, "gone"],
    [
      "a draft misses nobody",
      session({ state: "draft" }),
      sharing(true),
      amina && { ...amina, here: false },
      5,
      "none",
    ],
    ["alone by oneself is not told", session(), sharing(true), amina, 1, "none"],
  ] as const)("%s", (_, s, share, floor, count, found) => {
    expect(trouble(s, share, floor, count)).toBe(found);
  });
});

describe("addresses", () => {
  it.each([
    ["#/", { screen: "home" }],
    ["", { screen: "home" }],
    ["#/room/", { screen: "home" }],
    ["#/room/a%2Fb", { screen: "room", session: "a/b" }],
    ["#/join", { screen: "join", link: "" }],
    ["#/nonsense/x", { screen: "home" }],
  ] as const)("%s", (hash, route) => {
    expect(parseRoute(hash)).toEqual(route);
  });
  it("carries a link through the address unharmed", () => {
    const link = "convene://join/#o2Fz?x=1&y=%20/z";
    expect(parseRoute(routeHash({ screen: "join", link }))).toEqual({ screen: "join", link });
  });
  it.each([
    ["#token=abc", "abc"],
    ["#/token=abc", "abc"],
    ["#/room/x", ""],
    ["", ""],
  ])("the token in %s is %s", (hash, token) => {
    expect(tokenIn(hash)).toBe(token);
  });
});

describe("names in order", () => {
  it.each(["en", "de", "es", "ar"])("lie as a collator of %s lays them", (language) => {
    const collator = new Intl.Collator(language);
    const letters = "aAbBzZ 09";
    const names = [
      "",
      "Ana",
      "ana",
      "Ana B",
      "Anab",
      "Zoé",
      "Åse",
      "Ñandú",
      "\u212Aelvin",
      "ben 10",
      "ben 9",
      "José",
      "Jose",
    ];
    for (let i = 0; i < 600; i++)
      names.push(
        Array.from({ length: 1 + (i % 4) }, (_, k) => letters[(i * (k + 3) * 7 + k) % letters.length]).join(""),
      );
    const wrong: string[] = [];
    for (const a of names)
      for (const b of names) if (Math.sign(byName(a, b)) !== Math.sign(collator.compare(a, b))) wrong.push(`${a}|${b}`);
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});
