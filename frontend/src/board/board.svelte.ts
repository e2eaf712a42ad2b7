/**
 * One board as it is drawn. Fed by the diffs of the mirror: a change of one note touches that note and wakes only who reads it.
 * Lists of what is seen are made anew only when other cells come into sight or something was laid out anew.
 */
import { SvelteSet, SvelteMap } from "svelte/reactivity";
import type { Told } from "../api/subscription";
import type {
  ClusterRecord,
  CommentRecord,
  ConnectorRecord,
  MarkRecord,
  NoteRecord,
  StrokeRecord,
  ViewRecord,
} from "../api/types";
import type { Mirror, RecordKind } from "../state/mirror.svelte";
import { around, contains, type Placed, type Point, type Rect } from "./geometry";
import { Grid } from "./grid";
import { boxOf, hits, pathOf } from "./ink";
import { Clustering, heightOf, type FrameBox, type Laid } from "./layout";

/** What a board is drawn from: the mirror of a session, or records that never change. */
export type Records = Pick<Mirror, "all" | "listeners" | "one">;

const nowhere: Rect = { x: 0, y: 0, w: 0, h: 0 };
const none: never[] = [];

interface Face {
  record: NoteRecord;
  rect: Rect;
  comments: CommentRecord[];
  marks: MarkRecord[];
  /** The frame that holds it; none where it lies loose by itself. */
  frame: FrameBox | undefined;
  arrows: ConnectorRecord[];
}

/** A note as it is drawn. One signal for all that is drawn of it: boards hold thousands, and only those in sight are read. */
export class BoardNote {
  /** Grows in reading order, with gaps between frames. */
  turn = 0;
  private face = $state.raw<Face>() as Face;
  /** The same, for who goes through all notes: reading a signal takes longer, and wakes who reads. */
  private plain: Face;

  constructor(
    readonly id: string,
    record: NoteRecord,
  ) {
    this.plain = { record, rect: nowhere, comments: none, marks: none, arrows: none, frame: undefined };
    this.face = this.plain;
  }

  private show(face: Face): void {
    this.plain = face;
    this.face = face;
  }
  /** Its record, for who goes through all notes. */
  get latest(): NoteRecord {
    return this.plain.record;
  }
  get record(): NoteRecord {
    return this.face.record;
  }
  set record(record: NoteRecord) {
    this.show({ ...this.plain, record });
  }
  get rect(): Rect {
    return this.face.rect;
  }
  get comments(): CommentRecord[] {
    return this.face.comments;
  }
  set comments(comments: CommentRecord[]) {
    this.show({ ...this.plain, comments });
  }
  get marks(): MarkRecord[] {
    return this.face.marks;
  }
  set marks(marks: MarkRecord[]) {
    this.show({ ...this.plain, marks });
  }
  get frame(): FrameBox | undefined {
    return this.face.frame;
  }
  /** Lies there from now on, in that frame; true where it lay elsewhere. */
  lie(rect: Rect, frame: FrameBox | undefined): boolean {
    const { rect: was, frame: within } = this.plain;
    const same = was.x === rect.x && was.y === rect.y && was.w === rect.w && was.h === rect.h;
    if (!same || within !== frame) this.show({ ...this.plain, rect: same ? was : rect, frame });
    return !same;
  }
  /** That lead from it or to it. */
  get arrows(): ConnectorRecord[] {
    return this.face.arrows;
  }
  set arrows(arrows: ConnectorRecord[]) {
    this.show({ ...this.plain, arrows });
  }
}

/** A stroke as it is drawn. */
export interface InkStroke {
  id: string;
  record: StrokeRecord;
  path: string;
  box: Rect;
}

/** What a change of a note means: laid out anew only where its place or height may differ. */
const lies = (a: NoteRecord, b: NoteRecord): boolean =>
  a.cluster === b.cluster && a.order === b.order && a.x === b.x && a.y === b.y;

const sameFrame = (a: FrameBox, b: FrameBox): boolean =>
  a === b ||
  (a.title === b.title &&
    a.help === b.help &&
    a.locked === b.locked &&
    a.rect.x === b.rect.x &&
    a.rect.y === b.rect.y &&
    a.rect.w === b.rect.w &&
    a.rect.h === b.rect.h &&
    a.notes.length === b.notes.length &&
    a.notes.every((id, i) => id === b.notes[i]));

/** Words that grow by a line move what lies below: that may wait so many milliseconds for others that do the same. */
const growth = 150;

/** Pixels of the screen around what is seen in which notes are elements already. */
const margin = 96;
/** Of the notes of one frame, when reading order is told in numbers. */
const most = 2 ** 24;

const clustering = () => {
  const laying = new Clustering();
  return (notes: NoteRecord[], clusters: ClusterRecord[]) => laying.lay(notes, clusters);
};

export class BoardModel {
  readonly notes = new Map<string, BoardNote>();
  readonly chosen = new SvelteSet<string>();
  /** Kept in the page wherever the eye is: what has the focus, is held or written in. */
  readonly pinned = new SvelteSet<string>();
  frames = $state.raw<FrameBox[]>([]);
  connectors = $state.raw<ConnectorRecord[]>([]);
  /** In the order in which they were drawn: the last lies on top. */
  strokes = $state.raw<InkStroke[]>([]);
  bounds = $state.raw<Rect>({ x: 0, y: 0, w: 0, h: 0 });
  /** Counts up when anything was laid out or coloured anew: canvases draw then. */
  drawn = $state(0);
  /** Counts up when notes came, went or lie elsewhere. */
  laid = $state(0);
  readonly grid = new Grid();
  private clusters = new SvelteMap<string, ClusterRecord>();
  private reading: string[] = [];
  private laidBounds: Rect = { x: 0, y: 0, w: 0, h: 0 };
  private frame = 0;
  private growing = 0;
  private free: string[] = [];
  /** What went since the last layout. */
  private readonly gone = new Set<string>();
  /** Whether something of it came back: it lies nowhere, even if no layout has to change for it. */
  private again = false;
  private readonly hear = (told: Told, gone: ReadonlySet<RecordKind>) => this.take(told, gone);

  constructor(
    private readonly mirror: Records,
    /** Ids of the boards whose notes lie here: its own first. */
    readonly boards: readonly string[],
    private readonly later: (act: () => void) => number = (act) => requestAnimationFrame(act),
    private readonly layout: (notes: NoteRecord[], clusters: ClusterRecord[]) => Laid = clustering(),
  ) {
    mirror.listeners.add(this.hear);
    this.readAll();
    this.lay();
  }

  /** The activity whose board this is. */
  get board(): string {
    return this.boards[0] ?? "";
  }

  leave(): void {
    this.mirror.listeners.delete(this.hear);
    if (this.frame !== 0) cancelAnimationFrame(this.frame);
    clearTimeout(this.growing);
  }

  note(id: string | undefined): BoardNote | undefined {
    return id === undefined ? undefined : this.notes.get(id);
  }
  cluster(id: string | undefined): ClusterRecord | undefined {
    return id === undefined ? undefined : this.clusters.get(id);
  }
  get clusterList(): ClusterRecord[] {
    return [...this.clusters.values()].sort((a, b) => (a.order < b.order ? -1 : 1));
  }
  /** The first note in reading order. */
  get first(): string {
    return this.reading[0] ?? "";
  }
  /** Ids of all notes in reading order. */
  get order(): readonly string[] {
    return this.reading;
  }
  /** All notes in reading order. */
  ordered(): BoardNote[] {
    return this.reading.flatMap((id) => this.notes.get(id) ?? []);
  }
  placed(): Placed[] {
    return this.reading.flatMap((id) => {
      const note = this.notes.get(id);
      return note ? [{ id, rect: note.rect }] : [];
    });
  }
  /** What is to be in the page for a part of the board, in reading order. */
  within(part: Rect): BoardNote[] {
    const ids = new Set([...this.grid.within(part), ...this.pinned]);
    const found: BoardNote[] = [];
    for (const id of ids) {
      const note = this.notes.get(id);
      if (note) found.push(note);
    }
    return found.sort((a, b) => a.turn - b.turn);
  }
  stroke(id: string | undefined): InkStroke | undefined {
    return id === undefined ? undefined : this.strokes.find((one) => one.id === id);
  }
  /** The stroke under a hand, the one on top first. */
  inkAt(point: Point, reach: number): string | undefined {
    return this.strokes.findLast(({ box, record }) => {
      const wider = { x: box.x - reach, y: box.y - reach, w: box.w + 2 * reach, h: box.h + 2 * reach };
      return contains(wider, point) && hits(record.dots, point, reach);
    })?.id;
  }
  /** Whether a note lies in a frame that is locked. */
  lockedIn(note: string): boolean {
    return this.notes.get(note)?.frame?.locked ?? false;
  }
  rectOf(id: string): Rect | undefined {
    return this.notes.get(id)?.rect ?? this.stroke(id)?.box ?? this.frames.find((frame) => frame.id === id)?.rect;
  }
  static readonly margin = margin;

  /** Lays out in the next frame; many diffs in one frame are one layout. */
  soon(): void {
    if (this.frame !== 0) return;
    this.frame = this.later(() => {
      this.frame = 0;
      this.lay();
    });
  }

  /** Lays out when some notes have grown: many that grow one after the other are one layout. */
  private grown(): void {
    if (this.growing !== 0 || this.frame !== 0) return;
    this.growing = window.setTimeout(() => this.soon(), growth);
  }

  private readAll(): void {
    for (const id of [...this.notes.keys()]) if (!this.mirror.one("note", id)) this.forget(id);
    this.clusters.clear();
    for (const note of this.mirror.all("note")) this.put(note);
    for (const cluster of this.mirror.all("cluster")) this.put(cluster);
    this.around();
    this.inked();
  }

  /** Lets a note go from everywhere; true where there was one. */
  private forget(id: string): boolean {
    if (!this.notes.delete(id)) return false;
    this.chosen.delete(id);
    this.pinned.delete(id);
    this.grid.drop(id);
    this.gone.add(id);
    return true;
  }

  private take(told: Told, gone: ReadonlySet<RecordKind>): void {
    if (told.what === "snapshot") {
      this.readAll();
      this.soon();
      return;
    }
    // A placement that went leaves its note where no placement is.
    let anew = gone.has("placement");
    let hanging = gone.has("connector") || gone.has("comment") || gone.has("mark");
    let ink = gone.has("stroke");
    for (const list of [told.added, told.updated])
      for (const record of list) {
        if (record.kind === "connector" || record.kind === "comment" || record.kind === "mark") hanging = true;
        else if (record.kind === "stroke") ink = true;
        else if (this.put(record)) anew = true;
      }
    for (const id of told.removed) if (this.forget(id) || this.clusters.delete(id)) anew = true;
    if (hanging) this.around();
    if (ink) this.inked();
    if (anew) this.soon();
  }

  /** Takes a record in; true when the board is to be laid out anew. */
  private put(record: ViewRecord): boolean {
    if (record.kind === "cluster") {
      if (record.activity !== this.board) return false;
      this.clusters.set(record.id, record);
      return true;
    }
    if (record.kind !== "note") return record.kind === "placement";
    if (!this.boards.includes(record.activity) || record.draft || record.setAside) return this.forget(record.id);
    const known = this.notes.get(record.id);
    if (!known) {
      this.notes.set(record.id, new BoardNote(record.id, record));
      this.again ||= this.gone.has(record.id);
      return true;
    }
    const same = lies(known.record, record);
    if (same && heightOf(known.record) !== heightOf(record)) this.grown();
    if (known.record.color !== record.color) this.drawn++;
    known.record = record;
    return !same;
  }

  /** Arrows, comments and marks: few beside the notes, so read whole. */
  private around(): void {
    const comments = new Map<string, CommentRecord[]>();
    for (const comment of this.mirror.all("comment"))
      comments.set(comment.on, [...(comments.get(comment.on) ?? []), comment]);
    const marks = new Map<string, MarkRecord[]>();
    for (const mark of this.mirror.all("mark")) marks.set(mark.note, [...(marks.get(mark.note) ?? []), mark]);
    this.connectors = this.mirror.all("connector").filter((one) => one.activity === this.board);
    const arrows = new Map<string, ConnectorRecord[]>();
    for (const one of this.connectors)
      for (const end of [one.from, one.to]) arrows.set(end, [...(arrows.get(end) ?? []), one]);
    for (const note of this.notes.values()) {
      const said = comments.get(note.id) ?? [];
      if (said.length > 0 || note.comments.length > 0) note.comments = said;
      const put = marks.get(note.id) ?? [];
      if (put.length > 0 || note.marks.length > 0) note.marks = put;
      const led = arrows.get(note.id) ?? [];
      if (led.length > 0 || note.arrows.length > 0) note.arrows = led;
    }
  }

  /** Strokes that are as they were stay the same objects. */
  private inked(): void {
    const before = new Map(this.strokes.map((one) => [one.id, one]));
    this.strokes = this.mirror.all("stroke").flatMap((record) => {
      if (record.activity !== this.board) return [];
      const known = before.get(record.id);
      if (known?.record === record) return [known];
      return [{ id: record.id, record, path: pathOf(record.dots), box: boxOf(record.dots) }];
    });
    for (const id of before.keys()) if (this.chosen.has(id) && !this.stroke(id)) this.chosen.delete(id);
    this.bound();
    this.drawn++;
  }

  private bound(): void {
    const all = this.strokes.map((one) => one.box);
    if (this.laidBounds.w > 0) all.push(this.laidBounds);
    const now = around(all);
    const { x, y, w, h } = this.bounds;
    if (x !== now.x || y !== now.y || w !== now.w || h !== now.h) this.bounds = now;
  }

  /** Puts the notes of a frame where they lie now; at is how many frames are read before it. */
  private lieAt(
    ids: readonly string[],
    rects: ReadonlyMap<string, Rect>,
    frame: FrameBox | undefined,
    at: number,
  ): void {
    let turn = at * most;
    for (const id of ids) {
      const note = this.notes.get(id);
      const rect = rects.get(id);
      if (!note || !rect) continue;
      note.turn = turn++;
      if (note.lie(rect, frame)) this.grid.put(id, rect);
    }
  }

  private lay(): void {
    clearTimeout(this.growing);
    this.growing = 0;
    const records: NoteRecord[] = [];
    for (const note of this.notes.values()) records.push(note.latest);
    const laid = this.layout(records, [...this.clusters.values()]);
    this.reading = laid.reading;
    // A frame that is as it was stays the same object: who draws it is not woken, and its notes lie where they lay.
    const shown = this.frames;
    const before = new Map(shown.map((frame) => [frame.id, frame]));
    this.frames = laid.frames.map((frame, at) => {
      const known = before.get(frame.id);
      const kept = known && sameFrame(known, frame) ? known : frame;
      const as = known === frame && shown[at]?.id === frame.id && !this.again;
      if (!as) this.lieAt(frame.notes, laid.notes, kept, at);
      return kept;
    });
    if (laid.free !== this.free || shown.length !== laid.frames.length || this.again)
      this.lieAt(laid.free, laid.notes, undefined, laid.frames.length);
    this.free = laid.free;
    this.gone.clear();
    this.again = false;
    this.laidBounds = laid.bounds;
    this.bound();
    this.laid++;
    this.drawn++;
  }
}
