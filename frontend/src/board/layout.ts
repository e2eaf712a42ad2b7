/** Lays a board out: every note and every frame gets its rectangle. Pure: the same records lie the same on every laptop. */
import { around, overlaps, type Rect } from "./geometry";

export interface LaidNote {
  id: string;
  text: string;
  cluster?: string | undefined;
  order: string;
  x?: number | undefined;
  y?: number | undefined;
  /** Of the picture that it shows, in pixels of its own. */
  wide?: number | undefined;
  tall?: number | undefined;
}
export interface LaidCluster {
  id: string;
  name: string;
  order: string;
  x?: number | undefined;
  y?: number | undefined;
  locked?: boolean | undefined;
}
export interface FrameBox {
  id: string;
  kind: "cluster" | "loose" | "zone";
  title: string;
  /** What belongs there, of zones. */
  help: string;
  rect: Rect;
  notes: string[];
  locked: boolean;
}
export interface Laid {
  notes: Map<string, Rect>;
  frames: FrameBox[];
  /** Ids of notes in reading order. */
  reading: string[];
  bounds: Rect;
}

export const noteWidth = 128;
export const noteLeast = 88;
const noteMost = 224;
export const gap = 8;
export const pad = 12;
export const head = 40;
const between = 20;

/** Heights of records already laid out: a record never changes, a changed note is another record. */
const heights = new WeakMap<object, number>();

/** How high a note is; measured once for each record. */
export function heightOf(note: Pick<LaidNote, "text" | "wide" | "tall">): number {
  const known = heights.get(note);
  if (known !== undefined) return known;
  const height = note.wide && note.tall ? pictureHeight(note.wide, note.tall) + under : noteHeight(note.text);
  heights.set(note, height);
  return height;
}

/** How high a picture stands on its note: as wide as the note, unless it is very tall or very flat. */
export const pictureHeight = (wide: number, tall: number): number =>
  Math.round(Math.min(noteMost, Math.max(40, (noteWidth * tall) / wide)));
/** What is below a picture: two lines of its words, and the foot of the note. */
const under = 70;

/** How high a note is for its words: at least four lines, at most twelve; what is longer is cut on the board. */
export function noteHeight(text: string): number {
  let lines = 0;
  for (const line of text.split("\n")) {
    let width = 0;
    for (const sign of line) width += (sign.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
    lines += Math.max(1, Math.ceil(width / 15));
  }
  return Math.min(noteMost, Math.max(noteLeast, lines * 17 + 8 + 28));
}

/** Columns of a frame by how many notes it holds: wide enough to stay flat. */
export const columns = (count: number): number =>
  count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : count <= 16 ? 4 : Math.ceil(Math.sqrt(count * 1.2));

const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }): number =>
  a.order !== b.order ? (a.order < b.order ? -1 : 1) : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

const isPut = (thing: { x?: number | undefined; y?: number | undefined }): boolean =>
  (thing.x ?? 0) !== 0 || (thing.y ?? 0) !== 0;

/** How large a frame is whose notes stand in rows. */
export function sizeOf(notes: readonly LaidNote[], across: number): { w: number; h: number } {
  let y = head;
  for (let start = 0; start < notes.length; start += across) {
    let tall = noteLeast;
    for (let i = start; i < Math.min(start + across, notes.length); i++) {
      const note = notes[i];
      if (note) tall = Math.max(tall, heightOf(note));
    }
    y += tall + gap;
  }
  if (notes.length === 0) y += noteLeast + gap;
  return { w: 2 * pad + across * (noteWidth + gap) - gap, h: y - gap + pad };
}

/** Notes in rows below a frame's head; answers how large the frame is. */
export function rows(
  notes: readonly LaidNote[],
  left: number,
  top: number,
  across: number,
  put: Map<string, Rect>,
): { w: number; h: number } {
  let y = top + head;
  for (let start = 0; start < notes.length; start += across) {
    let tall = noteLeast;
    for (let i = 0; i < across; i++) {
      const note = notes[start + i];
      if (!note) break;
      const h = heightOf(note);
      tall = Math.max(tall, h);
      put.set(note.id, { x: left + pad + i * (noteWidth + gap), y, w: noteWidth, h });
    }
    y += tall + gap;
  }
  if (notes.length === 0) y += noteLeast + gap;
  return { w: 2 * pad + across * (noteWidth + gap) - gap, h: y - gap + pad - top };
}

/**
 * Clusters, each where it was put, the rest in rows beside one another; loose notes where they were put, the rest in a frame of
 * their own behind the clusters.
 */
export function clustered(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): Laid {
  const known = new Map<string, LaidNote[]>(clusters.map((cluster) => [cluster.id, []]));
  const waiting: LaidNote[] = [];
  const put = new Map<string, Rect>();
  for (const note of [...notes].sort(byOrder)) {
    const within = known.get(note.cluster ?? "");
    if (within) within.push(note);
    else if (isPut(note)) put.set(note.id, { x: note.x ?? 0, y: note.y ?? 0, w: noteWidth, h: heightOf(note) });
    else waiting.push(note);
  }
  const free = [...put.keys()];
  const frames: FrameBox[] = [];
  const taken: Rect[] = [];
  const lay = (cluster: LaidCluster, left: number, top: number): FrameBox => {
    const within = known.get(cluster.id) ?? [];
    const size = rows(within, left, top, columns(within.length), put);
    return {
      id: cluster.id,
      kind: "cluster",
      title: cluster.name,
      help: "",
      rect: { x: left, y: top, ...size },
      notes: within.map((note) => note.id),
      locked: cluster.locked ?? false,
    };
  };
  const ordered = [...clusters].sort(byOrder);
  for (const cluster of ordered.filter(isPut)) {
    const frame = lay(cluster, cluster.x ?? 0, cluster.y ?? 0);
    frames.push(frame);
    taken.push(frame.rect);
  }
  const area = notes.length * (noteWidth + gap) * (noteLeast + gap) + clusters.length * 40_000;
  const flow = new Flow(Math.max(1380, Math.sqrt(area) * 1.5), taken);
  for (const cluster of ordered.filter((one) => !isPut(one))) {
    const across = columns(known.get(cluster.id)?.length ?? 0);
    const size = sizeOf(known.get(cluster.id) ?? [], across);
    const spot = flow.next(size.w, size.h);
    frames.push(lay(cluster, spot.x, spot.y));
  }
  if (waiting.length > 0 || (clusters.length === 0 && free.length === 0)) {
    const across = clusters.length === 0 ? Math.max(4, columns(waiting.length)) : columns(waiting.length);
    const size = sizeOf(waiting, across);
    const spot = flow.next(size.w, size.h);
    rows(waiting, spot.x, spot.y, across, put);
    const rect = { x: spot.x, y: spot.y, ...size };
    frames.push({
      id: "loose",
      kind: "loose",
      title: "",
      help: "",
      rect,
      notes: waiting.map((n) => n.id),
      locked: false,
    });
  }
  const place = (frame: FrameBox) => frame.rect;
  const inRows = [...frames].sort((a, b) => place(a).y - place(b).y || place(a).x - place(b).x);
  return done(put, inRows, free);
}

/** Rows of frames of differing height, around those that were put somewhere by hand. */
class Flow {
  private x = 0;
  private y = 0;
  private tall = 0;
  constructor(
    private readonly width: number,
    private readonly taken: readonly Rect[],
  ) {}

  next(w: number, h: number): { x: number; y: number } {
    for (;;) {
      if (this.x > 0 && this.x + w > this.width) {
        this.y += this.tall + between;
        this.x = 0;
        this.tall = 0;
      }
      const spot = { x: this.x, y: this.y, w, h };
      const hit = this.taken.find((rect) => overlaps(rect, spot));
      if (!hit) {
        this.x += w + between;
        this.tall = Math.max(this.tall, h);
        return spot;
      }
      if (this.x === 0 && hit.x + hit.w + w > this.width) this.y = hit.y + hit.h + between;
      else this.x = hit.x + hit.w + between;
    }
  }
}

function done(put: Map<string, Rect>, frames: FrameBox[], free: string[]): Laid {
  const bounds = around([...put.values(), ...frames.map((frame) => frame.rect)]);
  return { notes: put, frames, reading: [...frames.flatMap((frame) => frame.notes), ...free], bounds };
}

export { done as laid };
