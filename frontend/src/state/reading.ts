/** Pure readings of records: orders, clocks, counts. No state, no words. */
import type { ActivityRecord, ClusterRecord, NoteRecord, PersonRecord, RunRecord, SessionRecord } from "../api/types";

/** Order keys are compared by code unit, as on the Go side; equal keys by id. */
export function byOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** Seconds left on the clock; negative past the soft end. now is this computer's clock in milliseconds. */
export function remaining(run: RunRecord, offsetMs: number, now: number): number {
  return run.plannedSeconds + run.extendedSeconds - elapsed(run, offsetMs, now);
}

/** Seconds the activity has run, pauses not counted. A run that has closed stands still. */
export function elapsed(run: RunRecord, offsetMs: number, now: number): number {
  const until = run.closedAt ?? run.pausedAt ?? now + offsetMs;
  return Math.max(0, (until - run.startedAt - run.pausedMs) / 1000);
}

export interface AgendaRow {
  activity: ActivityRecord;
  /** When it starts, milliseconds; planned for what is to come. */
  startsAt: number;
  /** Minutes it took (closed) or is given (else). */
  minutes: number;
  /** Minutes over (+) or under (-) the plan, for what has closed. */
  over: number;
}

/** The group left it out, and nothing ran there. */
export const leftOut = (activity: ActivityRecord): boolean => activity.skipped === true && activity.state === "planned";

/** When a run ended, or will at the earliest; now is by the floor holder's clock. Over its time it ends with the minute that runs. */
function endOf(run: RunRecord, now: number): number {
  if (run.state === "closed" && run.closedAt) return run.closedAt;
  const wholeMinutes = (ms: number) => Math.ceil(Math.max(0, ms) / 60_000) * 60_000;
  let end = run.startedAt + (run.plannedSeconds + run.extendedSeconds) * 1000 + run.pausedMs;
  if (run.pausedAt) end += wholeMinutes(now - run.pausedAt);
  return end + wholeMinutes(now - end);
}

/**
 * The agenda with times, laid out as the engine does (workshop.Schedule) but by the second and before the start too: what has run
 * as it ran, with its pauses, the rest after it. What was left out takes no time.
 */
export function agenda(
  activities: readonly ActivityRecord[],
  runs: (id: string | undefined) => RunRecord | undefined,
  begin: number,
  offsetMs: number,
  now: number,
): { rows: AgendaRow[]; endsAt: number; planned: number } {
  let cursor = begin;
  let planned = 0;
  const rows = [...activities].sort(byOrder).map((activity) => {
    const run = runs(activity.run);
    const given = leftOut(activity) ? 0 : activity.minutes;
    planned += given;
    const startsAt = run ? run.startedAt : cursor;
    const endsAt = run ? endOf(run, now + offsetMs) : startsAt + given * 60_000;
    cursor = Math.max(cursor, endsAt);
    const minutes = run ? Math.max(0, Math.round((endsAt - startsAt) / 60_000)) : activity.minutes;
    const over = activity.state === "closed" ? minutes - activity.minutes : 0;
    return { activity, startsAt, minutes, over };
  });
  return { rows, endsAt: cursor, planned };
}

/** Me first, then who has the floor, then by name in the reader's language. Removed people are left out. */
export function circle(people: readonly PersonRecord[], session: SessionRecord | undefined): PersonRecord[] {
  const weight = (p: PersonRecord) => (p.me ? 0 : p.id === session?.floor ? 1 : 2);
  return people
    .filter((p) => p.role !== "removed")
    .sort((a, b) => weight(a) - weight(b) || byName(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

const plain = /^[a-zA-Z0-9 ]*$/u;

/**
 * Puts names in order as the language of the window does. Those of plain letters lie the same in all its languages, and are compared
 * by hand: the first use of a collator takes 10 ms, before the first frame.
 */
export function byName(a: string, b: string): number {
  if (!plain.test(a) || !plain.test(b)) return a.localeCompare(b);
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  if (x !== y) return x < y ? -1 : 1;
  return a === b ? 0 : a > b ? -1 : 1;
}

export const isFacilitator = (person: PersonRecord | undefined): boolean =>
  person !== undefined && ["first", "successor", "cofacilitator", "elected"].includes(person.role);

export interface Group {
  cluster: ClusterRecord | undefined;
  notes: NoteRecord[];
}

/** Clusters in order with their notes; loose notes last (cluster undefined). Notes that name a cluster not here are loose. */
export function groups(clusters: readonly ClusterRecord[], notes: readonly NoteRecord[]): Group[] {
  const known = new Map<string, Group>();
  const result: Group[] = [...clusters].sort(byOrder).map((cluster) => {
    const group = { cluster, notes: [] as NoteRecord[] };
    known.set(cluster.id, group);
    return group;
  });
  const loose: Group = { cluster: undefined, notes: [] };
  for (const note of [...notes].sort(byOrder)) (known.get(note.cluster ?? "") ?? loose).notes.push(note);
  result.push(loose);
  return result;
}

/** Numbers around the agenda: which of how many, and what comes next. What was left out is none of them. */
export function position(activities: readonly ActivityRecord[], current: string | undefined) {
  const ordered = [...activities].sort(byOrder).filter((activity) => activity.id === current || !leftOut(activity));
  const at = ordered.findIndex((activity) => activity.id === current);
  const lastClosed = ordered.findLastIndex((activity) => activity.state === "closed");
  const next = ordered.find((activity, i) => i > (at >= 0 ? at : lastClosed) && activity.state !== "closed");
  return { number: at + 1, of: ordered.length, next };
}

/** The order in which one voter sees the options: the same for them at every look, another for each voter. */
export function shuffledFor<T extends { id: string }>(options: readonly T[], voter: string): T[] {
  const weigh = (text: string) => {
    let hash = 2166136261;
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
    hash ^= hash >>> 15;
    return Math.imul(hash, 2246822519) >>> 0;
  };
  return options
    .map((option) => ({ option, weight: weigh(voter + option.id) }))
    .sort((a, b) => a.weight - b.weight || (a.option.id < b.option.id ? -1 : 1))
    .map((entry) => entry.option);
}

/** The run that closed last, while there is still something to open or nothing has opened since; undefined before the first. */
export function lastClosed(runs: readonly RunRecord[], activities: readonly ActivityRecord[]): RunRecord | undefined {
  const shown = new Set(activities.map((activity) => activity.id));
  return runs
    .filter((run) => run.state === "closed" && shown.has(run.activity))
    .reduce<RunRecord | undefined>(
      (last, run) => (last && (last.closedAt ?? 0) >= (run.closedAt ?? 0) ? last : run),
      undefined,
    );
}
