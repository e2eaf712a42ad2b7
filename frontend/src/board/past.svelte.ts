/** What one sees who looks at the past of a board: the moments, the board as it was, what of it differs from now, and what is to come back. */
import type { Moment, NoteRecord, PlacementRecord, ViewRecord } from "../api/types";
import type { RecordKind, RecordOf } from "../state/mirror.svelte";
import type { Room } from "../state/room.svelte";
import { t } from "../words/words.svelte";
import type { BoardActs } from "./acts.svelte";
import { BoardModel, type Records } from "./board.svelte";
import { canvas as layCanvas, placedNotes, type Canvas } from "./canvases";
import { clustered } from "./layout";

/** The most that is brought back at once, as the Go side has it. */
export const mostBrought = 1000;

export type Since = "same" | "changed" | "gone";

/** Something that was on the board, and what became of it. */
export interface Thing {
  id: string;
  what: "note" | "cluster" | "arrow" | "ink";
  since: Since;
}

/** Records that never change: one moment of a session. */
export class Still implements Records {
  readonly listeners: Records["listeners"] = new Set();
  private readonly shelves = new Map<RecordKind, Map<string, ViewRecord>>();

  constructor(records: readonly ViewRecord[]) {
    for (const record of records) {
      const shelf = this.shelves.get(record.kind) ?? new Map<string, ViewRecord>();
      shelf.set(record.id, record);
      this.shelves.set(record.kind, shelf);
    }
  }
  one<K extends RecordKind>(kind: K, id: string | undefined): RecordOf<K> | undefined {
    return id === undefined ? undefined : (this.shelves.get(kind)?.get(id) as RecordOf<K> | undefined);
  }
  all<K extends RecordKind>(kind: K): RecordOf<K>[] {
    return [...(this.shelves.get(kind)?.values() ?? [])] as RecordOf<K>[];
  }
}

/** A board of the past, laid out as the board of now is. It never changes. */
export function pastBoard(still: Still, boards: readonly string[], canvas: Canvas | undefined): BoardModel {
  const board = boards[0] ?? "";
  const places = canvas ? still.all("placement") : [];
  return new BoardModel(
    still,
    boards,
    () => 0,
    (notes, clusters) => (canvas ? layCanvas(placedNotes(notes, places, board), canvas) : clustered(notes, clusters)),
  );
}

/** Where each note was put on a board. */
export const placesOn = (places: readonly PlacementRecord[], board: string): Map<string, PlacementRecord> =>
  new Map(places.flatMap((one) => (one.board === board ? [[one.note, one] as const] : [])));

/** What became of a note: of its words, its colour, its cluster and its place. One that was in no place yet may lie in any. */
export function sinceThen(
  then: NoteRecord,
  now: NoteRecord | undefined,
  put: PlacementRecord | undefined,
  lies: PlacementRecord | undefined,
): Since {
  if (!now) return "gone";
  const same =
    then.text === now.text &&
    (then.cluster ?? "") === (now.cluster ?? "") &&
    then.color === now.color &&
    (then.x ?? 0) === (now.x ?? 0) &&
    (then.y ?? 0) === (now.y ?? 0);
  const moved =
    put &&
    ((put.zone ?? "") !== (lies?.zone ?? "") ||
      (put.slot ?? 0) !== (lies?.slot ?? 0) ||
      (put.x ?? 0) !== (lies?.x ?? 0) ||
      (put.y ?? 0) !== (lies?.y ?? 0));
  return same && !moved ? "same" : "changed";
}

/** What became of all that was on a board. Clusters, arrows and lines of the pen come back whole, so of those only that they went. */
export function thingsOf(
  then: BoardModel,
  put: ReadonlyMap<string, PlacementRecord>,
  now: BoardModel,
  lies: ReadonlyMap<string, PlacementRecord>,
): Thing[] {
  const ends = (id: string): boolean => then.rectOf(id) !== undefined;
  const arrows = new Set(now.connectors.map((one) => one.id));
  const ink = new Set(now.strokes.map((one) => one.id));
  const gone = (what: Thing["what"]) => (one: { id: string }) => ({ id: one.id, what, since: "gone" as const });
  return [
    ...then.clusterList.filter((one) => !now.cluster(one.id)).map(gone("cluster")),
    ...then.ordered().map(({ id, record }) => {
      const since = sinceThen(record, now.note(id)?.record, put.get(id), lies.get(id));
      return { id, what: "note" as const, since };
    }),
    ...then.connectors.filter((one) => !arrows.has(one.id) && ends(one.from) && ends(one.to)).map(gone("arrow")),
    ...then.strokes.filter((one) => !ink.has(one.id)).map(gone("ink")),
  ];
}

export class Past {
  moments = $state.raw<Moment[]>([]);
  /** Index of the moment that is looked at. */
  place = $state(0);
  /** The board at the moment that was asked for last. */
  then = $state.raw<BoardModel>();
  wanted = $state.raw<ReadonlySet<string>>(new Set());
  /** What is pointed at, in the picture or in the list. */
  pointed = $state("");
  said = $state("");
  private put: ReadonlyMap<string, PlacementRecord> = new Map();
  private asking = false;
  private asked = -1;

  constructor(
    readonly room: Room,
    readonly acts: BoardActs,
  ) {}

  readonly moment = $derived(this.moments[this.place]);
  readonly things = $derived.by(() => {
    const now = this.acts.model;
    void now.laid;
    const lies = placesOn(this.put.size > 0 ? this.room.mirror.all("placement") : [], now.board);
    return this.then ? thingsOf(this.then, this.put, now, lies) : [];
  });
  readonly differing = $derived(this.things.filter((one) => one.since !== "same"));
  readonly since: ReadonlyMap<string, Since> = $derived(new Map(this.differing.map((one) => [one.id, one.since])));

  async open(): Promise<void> {
    const answer = await this.room.ask((api) => api.history.moments, {});
    this.moments = answer?.moments ?? [];
    this.place = Math.max(0, this.moments.length - 1);
    await this.look();
  }

  go(place: number): void {
    this.place = place;
    void this.look();
  }

  /** One question on its way at most: a slider that is dragged asks for where it is when the answer comes. */
  async look(): Promise<void> {
    const moment = this.moments[this.place];
    if (this.asking || this.place === this.asked || !moment) return;
    this.asking = true;
    const here = this.place;
    const answer = await this.room.ask((api) => api.history.look, { at: moment.at });
    this.asking = false;
    this.asked = here;
    if (answer) {
      const still = new Still(answer.records);
      this.put = placesOn(still.all("placement"), this.acts.model.board);
      this.then = pastBoard(still, this.acts.model.boards, this.acts.canvas);
      this.wanted = new Set();
      this.pointed = "";
    }
    if (this.place !== this.asked) await this.look();
  }

  /** Chooses what differs to be brought back, or no more; false for what is as it was. */
  pick(id: string, on = !this.wanted.has(id)): boolean {
    if (!this.since.has(id)) return false;
    const next = new Set(this.wanted);
    if (on) next.add(id);
    else next.delete(id);
    this.wanted = next;
    return true;
  }

  /** As many as can be brought back at once. */
  pickAll(): void {
    this.wanted = new Set(this.differing.slice(0, mostBrought).map((one) => one.id));
  }

  async bring(): Promise<void> {
    const notes = [...this.wanted];
    const done = await this.room.ask((api) => api.history.bring, { at: this.moment?.at ?? "", notes });
    if (!done) return;
    this.said = t("board-brought", { count: notes.length });
    this.wanted = new Set();
  }
}
