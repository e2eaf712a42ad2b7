/**
 * One session as this window sees it: the mirror, what is derived from it, and a way to ask. Screens read it; they never
 * write the mirror.
 */
import type { Api } from "../api/api";
import { ApiFailure, failureFrom } from "../api/failure";
import { Subscription } from "../api/subscription";
import type { ActivityRecord, Pointer, RunRecord, Speaker } from "../api/types";
import type { Clock } from "./clock.svelte";
import { Ghosts } from "./ghosts.svelte";
import { Away } from "./away";
import { Mirror } from "./mirror.svelte";
import {
  agenda,
  byOrder,
  circle,
  elapsed,
  groups,
  isFacilitator,
  lastClosed,
  leftOut,
  position,
  remaining,
} from "./reading";
import type { Toasts } from "./toasts.svelte";

export class Room {
  readonly mirror = new Mirror();
  readonly away = new Away();
  /** Where others are on the boards, right now. */
  pointers = $state.raw<Pointer[]>([]);
  /** Why the session cannot be shown at all, if so. */
  refused = $state<ApiFailure | undefined>();

  /** For whom this laptop writes now: a seat kept here, or "" for the person here. */
  seat = $state("");

  readonly record = $derived.by(() => this.mirror.only("session"));
  readonly activities = $derived.by(() => this.mirror.all("activity").sort(byOrder));
  /** The agenda without what was left out. */
  readonly toDo = $derived.by(() => this.activities.filter((activity) => !leftOut(activity)));
  /** Everybody who was not removed, in no promised order: who only counts them needs none. */
  readonly members = $derived.by(() => this.mirror.all("person").filter((person) => person.role !== "removed"));
  readonly people = $derived.by(() => circle(this.members, this.record));
  readonly me = $derived.by(() => this.mirror.one("person", this.record?.me) ?? this.people.find((p) => p.me));
  readonly floor = $derived.by(() => this.mirror.one("person", this.record?.floor));
  /** Seats of people who sit at this computer, in the order of their making; guests on phones write for themselves. */
  readonly seats = $derived.by(() => this.mirror.all("seat").filter((seat) => seat.mine && seat.guest !== true));
  /** The code at the door and who waits there; facilitators only. */
  readonly door = $derived.by(() => this.mirror.only("door"));
  readonly talk = $derived.by(() => this.mirror.only("talk"));
  /** Process points without an answer: they keep a session from ending. */
  readonly openPoints = $derived.by(() => this.mirror.all("point").filter((point) => !point.answer));
  /** What is parked and has neither a fate nor a follow-up: it does too. */
  readonly openParked = $derived.by(() => this.mirror.all("parked").filter((one) => !one.fate && !one.carried));
  readonly outcomes = $derived.by(() => this.mirror.all("outcome").sort(byOrder));
  /** The run that is open; between activities the one that closed last, whose result people still look at. */
  readonly run = $derived.by(
    () => this.mirror.one("run", this.record?.current) ?? lastClosed(this.mirror.all("run"), this.activities),
  );
  readonly activity = $derived.by(() => this.mirror.one("activity", this.run?.activity));
  readonly sharing = $derived.by(() => this.mirror.only("sharing"));
  readonly place = $derived.by(() => position(this.activities, this.activity?.id));
  readonly facilitator = $derived.by(() => this.record?.role === "facilitator" || isFacilitator(this.me));
  /** Observers and closed or read-only sessions are looked at, not written. */
  readonly mayWrite = $derived.by(
    () =>
      this.record?.readOnly === undefined &&
      this.record?.state !== "closed" &&
      this.record?.role !== "observer" &&
      this.record?.role !== "none",
  );
  readonly plan = $derived.by(() => {
    const session = this.record;
    const begin = session?.started ?? this.planBegin;
    return agenda(this.activities, (id) => this.mirror.one("run", id), begin, session?.offsetMs ?? 0, this.clock.now);
  });
  readonly secondsLeft = $derived.by(() =>
    this.run ? remaining(this.run, this.record?.offsetMs ?? 0, this.clock.now) : 0,
  );
  readonly secondsElapsed = $derived.by(() =>
    this.run ? elapsed(this.run, this.record?.offsetMs ?? 0, this.clock.now) : 0,
  );

  private readonly subscription: Subscription;
  private readonly planBegin: number;

  constructor(
    readonly session: string,
    private readonly api: Api,
    readonly clock: Clock,
    readonly ghosts: Ghosts,
    private readonly toasts: Toasts,
  ) {
    this.planBegin = Math.ceil(clock.now / 300_000) * 300_000;
    this.subscription = new Subscription(
      session,
      { subscribe: (id) => api.view.subscribe({ session: id }), snapshot: (id) => api.view.snapshot({ session: id }) },
      (told) => {
        this.refused = undefined;
        this.away.take(told, this.clock.now);
        this.mirror.receive(told);
      },
      (failure) => {
        const known = failure instanceof ApiFailure ? failure : failureFrom(failure);
        if (known.code !== "connection-lost" && known.code !== "locked") this.refused = known;
      },
    );
  }

  /** Starts, or starts again after the line came back. */
  start(): Promise<void> {
    return this.subscription.start();
  }

  take(diff: Parameters<Subscription["take"]>[0]): void {
    this.subscription.take(diff);
  }

  pointed(told: { session: string; pointers: Pointer[] }): void {
    if (told.session === this.session) this.pointers = told.pointers;
  }

  leave(): void {
    this.subscription.stop();
    void this.api.view.unsubscribe({ session: this.session }).catch(() => undefined);
  }

  /**
   * Asks for something in this session. A refusal is shown in words and answers undefined; what was being written stays
   * where it is, because nothing is cleared before the answer.
   */
  async ask<P extends { session: string }, R>(
    act: (api: Api) => (params: P) => Promise<R>,
    params: Omit<P, "session">,
  ): Promise<R | undefined> {
    try {
      return await act(this.api)({ ...params, session: this.session } as P);
    } catch (failure) {
      this.toasts.show(failure instanceof ApiFailure ? failure : failureFrom(failure), "error");
      return undefined;
    }
  }

  /** Says what happened, beside the screen. */
  tell(code: string, message: string, hint: string): void {
    this.toasts.show({ code, message, hint }, "info");
  }

  /** Asks for something that may be refused without a word, because the screen is whole without it. */
  async try<P extends { session: string }, R>(
    act: (api: Api) => (params: P) => Promise<R>,
    params: Omit<P, "session">,
  ): Promise<R | undefined> {
    try {
      return await act(this.api)({ ...params, session: this.session } as P);
    } catch {
      return undefined;
    }
  }

  /** Asks without a word when it fails: for what is over in a moment anyway. */
  hint<P extends { session: string }, R>(
    act: (api: Api) => (params: P) => Promise<R>,
    params: Omit<P, "session">,
  ): void {
    act(this.api)({ ...params, session: this.session } as P).catch(() => undefined);
  }

  /** This moment by the floor holder's clock. */
  get now(): number {
    return this.clock.now + (this.record?.offsetMs ?? 0);
  }

  /** What to call who speaks: a person, or a seat. */
  speaker(who: Speaker): string {
    return (who.seat ? this.mirror.one("seat", who.seat)?.name : undefined) ?? this.name(who.person);
  }

  /** Who a note is from: the seat it was entered for, else its author; "" where the author is hidden. */
  writer(note: { author?: string; seat?: string }): string {
    return note.author ? this.speaker({ person: note.author, ...(note.seat ? { seat: note.seat } : {}) }) : "";
  }

  name(person: string | undefined): string {
    return this.mirror.one("person", person)?.name ?? "";
  }

  /** The board an activity works on: its own, or the one its run names. */
  boardOf(activity: ActivityRecord, run: RunRecord | undefined): string {
    return run?.board ?? activity.source ?? activity.id;
  }

  notesOn(board: string) {
    return this.mirror.all("note").filter((note) => note.activity === board && !note.setAside);
  }

  /** The notes an activity takes up from an earlier board, where it works on one. */
  boardNotes(activity: ActivityRecord, run: RunRecord | undefined) {
    const board = this.boardOf(activity, run);
    return board === activity.id ? [] : this.notesOn(board);
  }

  groupsOf(run: RunRecord) {
    return this.mirror
      .all("group")
      .filter((group) => group.run === run.id)
      .sort((a, b) => a.round - b.round || a.number - b.number);
  }

  groupsOn(board: string) {
    return groups(
      this.mirror.all("cluster").filter((cluster) => cluster.activity === board),
      this.notesOn(board).filter((note) => !note.draft),
    );
  }

  of<K extends "response" | "capture" | "facedown" | "ballot" | "result">(kind: K, run: string | undefined) {
    return this.mirror.all(kind).filter((record) => "run" in record && record.run === run);
  }
}
