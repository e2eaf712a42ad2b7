/**
 * What people do on a board: every gesture of hand, key, menu and outline ends in one of these, and each in one request that one
 * undo takes back. Nothing here writes what is drawn; that comes back as a diff.
 */
import type { Color } from "../api/types";
import type { Room } from "../state/room.svelte";
import { t } from "../words/words.svelte";
import { BoardModel, type BoardNote } from "./board.svelte";
import type { Camera } from "./camera.svelte";
import { isPlane, placeAt, placeIn, zoneOf, type Canvas } from "./canvases";
import { aligned, dropAfter, neighbour, type Edge, type Point, type Rect, type Way } from "./geometry";
import type { FrameBox } from "./layout";
import { InkActs, type Beside } from "./inkActs";
import { keyOf } from "./strokes";
import { Pictures } from "./pictures";
import type { Field } from "./splices";

export type Panel =
  | "move"
  | "paste"
  | "palette"
  | "comments"
  | "connect"
  | "arrow"
  | "rewind"
  | "name"
  | "cluster"
  | "merge"
  | "picture"
  | "ink"
  | undefined;

/** More notes of others than this are not moved or deleted without asking. */
export const freely = 10;
const mostAtOnce = 1000;

/** A note that is not there yet and is written in already: where it will be, and the words it begins with. */
export interface Fresh {
  where: Where & { color?: Color };
  words?: Field;
}

/** Where notes lie on a plane that are carried so far. */
const spots = (
  notes: readonly BoardNote[],
  dx: number,
  dy: number,
  from: (note: BoardNote) => Rect = (note) => note.rect,
) => notes.map((note) => ({ note: note.id, ...placeAt({ x: from(note).x + dx, y: from(note).y + dy }) }));

/** Where a new note lies: on a board, or on a canvas. */
export interface Where {
  cluster?: string;
  at?: Point;
  zone?: string;
  slot?: number;
  x?: number;
  y?: number;
}

export class BoardActs {
  panel = $state<Panel>();
  /** What the dialog is about: ids of notes, strokes and clusters. */
  about = $state.raw<readonly string[]>([]);
  /** Asked before many notes of others change. */
  asking = $state.raw<{ count: number; remove: boolean; act: () => void } | undefined>();
  private spoken = $state("");
  editing = $state("");
  naming = $state("");
  /** What the dialog "paste" holds. */
  pasting = $state("");
  fresh = $state.raw<Fresh | undefined>();
  connecting = $state("");
  /** Whether the hand draws, and in which colour. */
  drawing = $state(false);
  pen = $state<Color>("blue");
  /** The stroke that the dialog "ink" is about. */
  inked = $state("");
  outline = $state(false);
  /** Whether a press chooses beside what is chosen, as it does with Shift. */
  several = $state(false);
  finding = $state(false);
  follow = $state("");
  /** What the dialog "picture" begins with: a file that was pasted or dropped, and where. */
  bringing = $state.raw<{ file?: File | undefined; spot?: Point | undefined } | undefined>();
  readonly pictures: Pictures;
  readonly ink: InkActs = new InkActs(this);
  /** The cluster that the dialog "cluster" moves. */
  carried = $state("");
  canvas = $state.raw<Canvas | undefined>();

  constructor(
    readonly room: Room,
    readonly model: BoardModel,
    readonly camera: Camera,
  ) {
    this.pictures = new Pictures(room, () => model.drawn++);
  }

  /** Read aloud. What is said twice differs by a sign that nobody sees or hears, or the second time would be silent. */
  get said(): string {
    return this.spoken;
  }
  set said(text: string) {
    this.spoken = text !== "" && this.spoken === text ? `${text}\u200B` : text;
  }
  get chosen(): BoardNote[] {
    return [...this.model.chosen].flatMap((id) => this.model.note(id) ?? []).sort((a, b) => a.turn - b.turn);
  }
  /** Opens a dialog about some of what lies on the board. */
  open(panel: Panel, about: readonly string[]): void {
    this.about = about;
    this.panel = panel;
  }
  choose(id: string, add = false): void {
    if (!add) this.model.chosen.clear();
    if (add && this.model.chosen.has(id)) this.model.chosen.delete(id);
    else this.model.chosen.add(id);
  }
  mayWriteIn(note: BoardNote): boolean {
    const own = note.record.mine && !this.locked && !this.lockedAt(note);
    return (this.room.facilitator || own) && this.room.mayWrite;
  }
  /** Whether a note is locked, or lies in a cluster or zone that is. */
  lockedAt(note: BoardNote): boolean {
    return note.record.locked === true || this.model.lockedIn(note.id);
  }
  /** A canvas says whether notes are connected on it; other boards always have arrows. */
  get mayConnect(): boolean {
    return this.canvas === undefined || this.canvas.arrows === true;
  }
  /** Facilitators make one note of several at any time, whoever sorts where a sorting is there for it. */
  get mayMerge(): boolean {
    return this.room.facilitator || (this.merging && this.room.run?.sorting?.sorts === true);
  }
  /** Whether this board is sorted now by making one note of those that say the same; no cluster is made then. */
  get merging(): boolean {
    const run = this.room.run;
    return run?.board === this.model.board && run.state === "open" && run.sorting?.merging === true;
  }
  async merge(notes: string[], text: string): Promise<string | undefined> {
    const made = await this.room.ask((api) => api.notes.merge, { notes, text });
    if (made) this.said = t("board-merged", { count: notes.length });
    return made?.id;
  }
  nameOf(frame: string): string {
    return this.frameName(this.model.frames.find((one) => one.id === frame) ?? this.framed(frame));
  }
  private framed(frame: string): Pick<FrameBox, "id" | "kind" | "title"> | undefined {
    const cluster = this.model.cluster(frame);
    return cluster && { id: frame, kind: "cluster", title: cluster.name };
  }
  /** What is read out of a note: its words, and where it lies. */
  noteLabel(text: string, frame: FrameBox | undefined): string {
    const placed = !this.canvas || (frame !== undefined && frame.kind !== "loose");
    return placed ? t("note-label", { text, cluster: this.frameName(frame) }) : t("note-unplaced", { text });
  }
  /** How a frame is called; without one, what lies in none. */
  frameName(frame: Pick<FrameBox, "id" | "kind" | "title"> | undefined): string {
    if (!frame || frame.kind === "loose") return t(this.canvas ? "zone-loose" : "loose");
    if (frame.kind === "cluster") return frame.title || t("cluster-unnamed");
    if (frame.kind === "plane") return frame.title || t("plane-free");
    const slot = zoneOf(frame.id)?.slot ?? 0;
    const inRows = this.canvas?.layout === "table";
    return slot === 0 ? frame.title : t(inRows ? "zone-row" : "zone-slot", { zone: frame.title, slot });
  }

  /** Asks first where many notes of others are meant. */
  private careful(notes: readonly BoardNote[], remove: boolean, act: () => void): void {
    const count = notes.filter((note) => !note.record.mine).length;
    if (count > freely) this.asking = { count, remove, act };
    else act();
  }

  /** Puts notes into a frame: a cluster, a zone, or "" and "loose" for none. */
  move(ids: readonly string[], frame: string, after = ""): void {
    const notes = ids.flatMap((id) => this.model.note(id) ?? []);
    if (notes.length === 0) return;
    this.careful(notes, false, () => void this.moveNow(notes, frame, after));
  }

  private async moveNow(notes: BoardNote[], frame: string, after: string, ink: Beside = {}): Promise<void> {
    const place = placeIn(frame);
    const cluster = frame === "loose" ? "" : frame;
    const behind = after === "" ? {} : { after };
    const one = notes.length === 1 && !ink.ink ? notes[0]?.id : undefined;
    let done: object | undefined;
    if (this.canvas && frame === "loose") {
      if (!ink.ink && notes.every((note) => note.frame?.kind === "loose")) return;
      done = await this.lay(
        notes.map((note) => ({ note: note.id })),
        ink,
      );
    } else if (place && "x" in place)
      done = await this.lay(
        notes.map((note) => ({ note: note.id, ...place })),
        ink,
      );
    else if (place) {
      done = await this.lay(
        notes.map((note) => ({ note: note.id })),
        { ...place, ...ink },
      );
    } else if (one !== undefined && cluster !== "") {
      done = await this.room.ask((api) => api.note.move, { note: one, cluster, ...behind });
    } else {
      // Loose again: where it was put by hand before does not hold any more.
      const spots = notes.map((note) => ({ note: note.id, ...(cluster === "" ? { x: 0, y: 0 } : {}) }));
      done = await this.room.ask((api) => api.notes.place, { notes: spots, cluster, ...behind, ...ink });
    }
    if (done) this.said = t("board-moved", { count: notes.length, cluster: this.nameOf(frame) });
  }

  private lay(notes: { note: string; x?: number; y?: number }[], where: { zone?: string; slot?: number } & Beside) {
    return this.room.ask((api) => api.notes.lay, { notes, board: this.model.board, ...where });
  }

  /** A drop: into the frame under the hand, else to where the notes lie now; the strokes that were carried go as far. */
  drop(
    ids: readonly string[],
    dx: number,
    dy: number,
    hand: Point,
    over: string | undefined,
    starts: ReadonlyMap<string, Rect> = new Map(),
  ): void {
    const from = (note: BoardNote) => starts.get(note.id) ?? note.rect;
    const notes = ids.flatMap((id) => this.model.note(id) ?? []);
    if (notes.length === 0) {
      this.ink.shift(ids, dx, dy);
      return;
    }
    const ink = this.ink.beside(ids, dx, dy);
    const plane = isPlane(this.canvas);
    if (over !== undefined && !(plane && "x" in (placeIn(over) ?? {}))) {
      const inside = this.model.frames.find((frame) => frame.id === over)?.notes ?? [];
      const others = inside.flatMap((id) => {
        const note = ids.includes(id) ? undefined : this.model.note(id);
        return note ? [{ id, rect: note.rect }] : [];
      });
      const after = dropAfter(others, hand, false);
      this.careful(notes, false, () => void this.moveNow(notes, over, after, ink));
      return;
    }
    const act = () => void (plane ? this.lay(spots(notes, dx, dy, from), ink) : this.shift(notes, dx, dy, ink, from));
    this.careful(notes, false, act);
  }

  /** Lays notes out by hand: loose, at their place. */
  private shift(
    notes: readonly BoardNote[],
    dx: number,
    dy: number,
    ink: Beside = {},
    from = (note: BoardNote) => note.rect,
  ): Promise<object | undefined> {
    const spots = notes.map((note) => ({
      note: note.id,
      x: Math.round(from(note).x + dx) || 1,
      y: Math.round(from(note).y + dy) || 1,
    }));
    return this.room.ask((api) => api.notes.place, { notes: spots, cluster: "", ...ink });
  }

  /** Moves a cluster with all its notes, from where it lies or lay. */
  carry(cluster: string, dx: number, dy: number, rect = this.model.rectOf(cluster)): void {
    if (rect && this.model.cluster(cluster))
      void this.put(cluster, Math.round(rect.x + dx) || 1, Math.round(rect.y + dy) || 1);
  }
  /** Lets a cluster lie where the board lays it out by itself. */
  settle(cluster: string): void {
    void this.put(cluster, 0, 0);
  }
  carrying(cluster: string): void {
    this.carried = cluster;
    this.panel = "cluster";
  }
  private async put(cluster: string, x: number, y: number): Promise<void> {
    const done = await this.room.ask((api) => api.cluster.place, { cluster, x, y });
    if (done) this.said = t("board-cluster-moved", { name: this.nameOf(cluster) });
  }
  /** Looks where somebody looks, from now on. */
  go(person: string): void {
    this.follow = person;
    const at = this.room.pointers.find((one) => one.person === person);
    if (at) this.camera.lookAt({ x: at.cx, y: at.cy }, at.zoom / 1000);
    this.said = t("board-following", { name: this.room.name(person) });
  }

  nudge(ids: readonly string[], dx: number, dy: number): void {
    const notes = ids.flatMap((id) => this.model.note(id) ?? []);
    if (notes.length === 0) return;
    const plane = isPlane(this.canvas);
    const said = plane ? t("board-nudged") : this.loosened(notes, t("board-nudged"));
    const done = (moved: object | undefined) => moved && (this.said = said);
    const shift = (ink: Beside) => (plane ? this.lay(spots(notes, dx, dy), ink) : this.shift(notes, dx, dy, ink));
    this.careful(notes, false, () => void shift(this.ink.beside(ids, dx, dy)).then(done));
  }
  /** Puts notes into the next area of a canvas in a direction; at the edge they stay. */
  moveOn(ids: readonly string[], way: Way): void {
    const from = this.model.note(ids[0])?.frame;
    const areas = this.model.frames.filter((frame) => frame.kind !== "loose");
    const next = from && neighbour(areas, from, way);
    if (next) this.move(ids, next.id);
  }

  align(edge: Edge, ids: readonly string[]): void {
    const notes = ids.flatMap((id) => this.model.note(id) ?? []);
    if (notes.length < 2) return;
    const spots = aligned(
      notes.map((note) => ({ id: note.id, rect: note.rect })),
      edge,
    ).map(({ id, rect }) => ({ note: id, x: Math.round(rect.x) || 1, y: Math.round(rect.y) || 1 }));
    const said = this.loosened(notes, t("board-aligned"));
    const ask = () => this.room.ask((api) => api.notes.place, { notes: spots, cluster: "" });
    this.careful(notes, false, () => void ask().then((moved) => moved && (this.said = said)));
  }
  /** What was done, and that notes left their cluster by it. */
  private loosened(notes: readonly BoardNote[], done: string): string {
    const count = notes.filter((note) => this.model.cluster(note.record.cluster)).length;
    return count > 0 ? `${done}. ${t("board-loosened", { count })}` : done;
  }

  /** Takes notes and strokes away in one step: all of those that this person may, or after a "no" none. */
  remove(ids: readonly string[]): void {
    const notes = ids.flatMap((id) => this.model.note(id) ?? []);
    const own = this.room.facilitator ? notes : notes.filter((note) => note.record.mine);
    const mine = own.filter((note) => this.mayWriteIn(note));
    const strokes = this.ink.own(ids);
    if (mine.length === 0) {
      if (ids.some((id) => this.model.stroke(id) !== undefined)) this.ink.wipe(ids);
      else if (notes.length > 0) this.said = t(own.length > 0 ? "board-locked" : "board-not-yours");
      return;
    }
    this.careful(mine, true, () => {
      const list = mine.slice(0, mostAtOnce - strokes.length).map((note) => note.id);
      const both = { notes: list, ...(strokes.length > 0 ? { strokes } : {}) };
      void this.room
        .ask((api) => api.notes.remove, both)
        .then((done) => {
          if (!done) return;
          const wiped = strokes.length > 0 ? [t("ink-wiped", { count: strokes.length })] : [];
          this.said = [t("board-removed", { count: list.length, key: keyOf("undo") }), ...wiped].join(" ");
        });
    });
  }

  /** What a new note at a point of the board lies in. */
  whereAt(point: Point, frame: string | undefined): Where {
    const place = placeIn(frame ?? "");
    if (place) return "x" in place ? placeAt(point) : place;
    if (this.canvas) return {};
    return frame !== undefined && this.model.cluster(frame)
      ? { cluster: frame }
      : { at: { x: Math.round(point.x), y: Math.round(point.y) } };
  }
  async add(text: string, where?: Fresh["where"]): Promise<string | undefined> {
    const made = await this.room.ask((api) => api.note.add, { text, activity: this.model.board, ...where });
    return made?.id;
  }
  /** Makes a cluster, and puts notes into it; asks first where many of them are of others. */
  addCluster(name: string, notes: string[]): void {
    const known = notes.flatMap((id) => this.model.note(id) ?? []);
    this.careful(known, false, () => void this.addClusterNow(name, notes));
  }
  private async addClusterNow(name: string, notes: string[]): Promise<void> {
    const made = await this.room.ask((api) => api.cluster.add, { name, ...(notes.length > 0 ? { notes } : {}) });
    if (made)
      this.said = notes.length > 0 ? t("moved-to", { cluster: name }) : t("board-cluster-made", { cluster: name });
  }
  async paste(texts: string[]): Promise<boolean> {
    const made = await this.room.ask((api) => api.notes.add, { texts, activity: this.model.board });
    if (made) this.said = t("board-pasted", { count: made.ids.length });
    return made !== undefined;
  }
  bringPicture(file?: File, spot?: Point): void {
    this.bringing = { file, spot };
    this.panel = "picture";
  }
  async bring(file: File, text: string, at?: Point): Promise<boolean> {
    const spot = at && !this.canvas ? { x: Math.round(at.x) || 1, y: Math.round(at.y) || 1 } : undefined;
    const id = await this.pictures.add(file, text, this.model.board, spot);
    if (id) this.said = t("picture-added");
    return id !== undefined;
  }
  /** Doubles notes, each in its colour. A picture is one file on its way to all: it is not doubled, and that is said. */
  duplicate(ids: readonly string[]): void {
    const all = ids.flatMap((id) => this.model.note(id) ?? []);
    const notes = all.filter((note) => !note.record.picture);
    const left = all.length > notes.length ? [t("board-duplicated-not", { count: all.length - notes.length })] : [];
    if (notes.length === 0) {
      this.said = left.join(" ");
      return;
    }
    const cluster = notes[0]?.record.cluster;
    const copies = { texts: notes.map((note) => note.record.text), colors: notes.map((note) => note.record.color) };
    void this.room
      .ask((api) => api.notes.add, { ...copies, activity: this.model.board, ...(cluster ? { cluster } : {}) })
      .then((made) => {
        if (made) this.said = [t("board-duplicated", { count: made.ids.length }), ...left].join(" ");
      });
  }
  /** Gives notes and strokes another colour, in one step. */
  recolor(color: Color, ids: readonly string[] = [...this.model.chosen]): void {
    const known = ids.flatMap((id) => this.model.note(id) ?? []);
    const notes = known.filter((note) => this.mayWriteIn(note)).map((note) => note.id);
    const strokes = this.ink.own(ids);
    const both = { notes, ...(strokes.length > 0 ? { strokes } : {}) };
    if (notes.length + strokes.length > 0) void this.room.ask((api) => api.notes.recolor, { ...both, color });
  }
  mark(note: BoardNote, label: string, reaction: boolean): void {
    const has = note.marks.some((mark) => mark.mine && mark.reaction === reaction && mark.label === label);
    void this.room
      .ask((api) => api.mark.set, { note: note.id, label: has ? "" : label, reaction })
      .then((done) => {
        if (done) this.said = t(has ? "board-unmarked" : "board-marked");
      });
  }
  connect(from: string, to: string): void {
    this.connecting = "";
    if (from === to) return;
    void this.room
      .ask((api) => api.connector.add, { from, to })
      .then((made) => {
        if (made) this.said = t("board-connected");
      });
  }
  lock(record: string, locked: boolean): void {
    void this.room
      .ask((api) => api.board.lock, { record, locked })
      .then((done) => {
        if (done) this.said = t(locked ? "board-locked-said" : "board-unlocked-said");
      });
  }
  /** Whether the whole board is locked. */
  get locked(): boolean {
    return this.room.mirror.one("activity", this.model.board)?.locked === true;
  }
  /** Locks a frame, a cluster or a zone, or opens it. */
  lockFrame(frame: string, locked: boolean): void {
    const zone = zoneOf(frame);
    if (!zone) {
      this.lock(frame, locked);
      return;
    }
    void this.room
      .ask((api) => api.zone.lock, { board: this.model.board, zone: zone.title, locked })
      .then((done) => {
        if (done) this.said = t(locked ? "board-locked-said" : "board-unlocked-said");
      });
  }
  reveal(id: string): void {
    const rect = this.model.rectOf(id);
    if (rect) this.camera.reveal(rect);
  }
}
