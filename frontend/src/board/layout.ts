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
  kind: "cluster" | "loose" | "zone" | "plane";
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
  /** Ids of notes that lie in no frame. */
  free: string[];
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

const linesOf = (width: number): number => Math.max(1, Math.ceil(width / 15));

/** How high a note is for its words: at least four lines, at most twelve; what is longer is cut on the board. */
export function noteHeight(text: string): number {
  let lines = 0;
  let width = 0;
  // By code units, for thousands of notes: the second half of a sign beyond 16 bits adds nothing to its first.
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x1100) {
      if (unit !== 10) width++;
      else {
        lines += linesOf(width);
        width = 0;
      }
    } else if (unit < 0xdc00 || unit > 0xdfff) width += 2;
  }
  lines += linesOf(width);
  return Math.min(noteMost, Math.max(noteLeast, lines * 17 + 8 + 28));
}

/** Columns of a frame by how many notes it holds: wide enough to stay flat. */
export const columns = (count: number): number =>
  count <= 1 ? 1 : count <= 4 ? 2 : count <= 9 ? 3 : count <= 16 ? 4 : Math.ceil(Math.sqrt(count * 1.2));

/** The order in which records stand, the same on every laptop. */
export const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }): number =>
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

/** A frame and what lies in it, before it has a place. */
interface Box {
  frame: Omit<FrameBox, "rect">;
  notes: LaidNote[];
  /** Where it was put by hand. */
  put: { x: number; y: number } | undefined;
  across: number;
  /** As it was laid out last; undefined where a note in it is not as it was. */
  laid: FrameBox | undefined;
}

/** Frames in the order in which they are given a place: those that were put somewhere first, loose notes last. */
function boxed(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): { boxes: Box[]; free: LaidNote[] } {
  const known = new Map<string, LaidNote[]>(clusters.map((cluster) => [cluster.id, []]));
  const waiting: LaidNote[] = [];
  const free: LaidNote[] = [];
  for (const note of [...notes].sort(byOrder)) {
    const within = known.get(note.cluster ?? "");
    if (within) within.push(note);
    else if (isPut(note)) free.push(note);
    else waiting.push(note);
  }
  const box = (cluster: LaidCluster): Box => {
    const within = known.get(cluster.id) ?? [];
    return {
      frame: {
        id: cluster.id,
        kind: "cluster",
        title: cluster.name,
        help: "",
        notes: within.map((note) => note.id),
        locked: cluster.locked ?? false,
      },
      notes: within,
      put: isPut(cluster) ? { x: cluster.x ?? 0, y: cluster.y ?? 0 } : undefined,
      across: columns(within.length),
      laid: undefined,
    };
  };
  const all = [...clusters].sort(byOrder).map(box);
  const boxes = [...all.filter((one) => one.put), ...all.filter((one) => !one.put)];
  if (waiting.length > 0 || (clusters.length === 0 && free.length === 0)) {
    boxes.push({
      frame: { id: "loose", kind: "loose", title: "", help: "", notes: waiting.map((n) => n.id), locked: false },
      notes: waiting,
      put: undefined,
      across: clusters.length === 0 ? Math.max(4, columns(waiting.length)) : columns(waiting.length),
      laid: undefined,
    });
  }
  return { boxes, free };
}

/** Gives every frame its place. One that has its place and size still, and whose notes are as they were, stays the same object. */
function placed(boxes: readonly Box[], width: number, rects: Map<string, Rect>): FrameBox[] {
  const taken: Rect[] = [];
  const flow = new Flow(width, taken);
  return boxes.map((box) => {
    const size = box.laid ? box.laid.rect : sizeOf(box.notes, box.across);
    const { x, y } = box.put ?? flow.next(size.w, size.h);
    if (!box.laid || box.laid.rect.x !== x || box.laid.rect.y !== y)
      box.laid = { ...box.frame, rect: { x, y, ...rows(box.notes, x, y, box.across, rects) } };
    if (box.put) taken.push(box.laid.rect);
    return box.laid;
  });
}

/**
 * Clusters, each where it was put, the rest in rows beside one another; loose notes where they were put, the rest in a frame of
 * their own behind the clusters.
 *
 * It remembers what it laid out last. Mostly a note has grown by a line: then only its frame is laid out, and those that had to make
 * room. Frames that are as they were stay the same objects; what it answered before is overwritten.
 */
export class Clustering {
  private notes: readonly LaidNote[] = [];
  private clusters: readonly LaidCluster[] = [];
  private boxes: Box[] = [];
  private free: LaidNote[] = [];
  private rects = new Map<string, Rect>();
  private last: Laid | undefined;

  lay(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): Laid {
    const grown = this.grown(notes, clusters);
    if (!grown) {
      this.last = undefined;
      this.rects = new Map();
      Object.assign(this, boxed(notes, clusters));
      for (const note of this.free) this.rects.set(note.id, rectOf(note));
    } else for (const note of grown) this.replace(note);
    this.notes = notes;
    this.clusters = clusters;
    const area = notes.length * (noteWidth + gap) * (noteLeast + gap) + clusters.length * 40_000;
    const frames = placed(this.boxes, Math.max(1380, Math.sqrt(area) * 1.5), this.rects);
    const inRows = [...frames].sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
    return (this.last = this.read(inRows));
  }

  /** Notes that are as high as they were no more; undefined where anything else may be different. */
  private grown(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): LaidNote[] | undefined {
    if (!this.last || notes.length !== this.notes.length || clusters.length !== this.clusters.length) return undefined;
    if (clusters.some((cluster, i) => cluster !== this.clusters[i])) return undefined;
    const grown: LaidNote[] = [];
    for (let i = 0; i < notes.length; i++) {
      const [was, is] = [this.notes[i], notes[i]];
      if (was === is || !was || !is) continue;
      if (was.id !== is.id || was.cluster !== is.cluster || was.order !== is.order || was.x !== is.x || was.y !== is.y)
        return undefined;
      if (heightOf(was) !== heightOf(is)) grown.push(is);
    }
    return grown;
  }

  private replace(note: LaidNote): void {
    const box =
      this.boxes.find((one) => one.frame.kind === "cluster" && one.frame.id === note.cluster) ??
      (isPut(note) ? undefined : this.boxes.at(-1));
    const list = box ? box.notes : this.free;
    const at = list.findIndex((one) => one.id === note.id);
    list[at] = note;
    if (box) box.laid = undefined;
    else this.rects.set(note.id, rectOf(note));
  }

  /** What is read after what: as before where the frames stand in the same order. */
  private read(frames: FrameBox[]): Laid {
    const free = this.last?.free ?? this.free.map((note) => note.id);
    const same = this.last?.frames.every((frame, i) => frame.id === frames[i]?.id);
    const reading = same && this.last ? this.last.reading : [...frames.flatMap((frame) => frame.notes), ...free];
    const lying = free.flatMap((id) => this.rects.get(id) ?? []);
    return { notes: this.rects, frames, free, reading, bounds: around([...lying, ...frames.map((one) => one.rect)]) };
  }
}

const rectOf = (note: LaidNote): Rect => ({ x: note.x ?? 0, y: note.y ?? 0, w: noteWidth, h: heightOf(note) });

export const clustered = (notes: readonly LaidNote[], clusters: readonly LaidCluster[]): Laid =>
  new Clustering().lay(notes, clusters);

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
  return { notes: put, frames, free, reading: [...frames.flatMap((frame) => frame.notes), ...free], bounds };
}

export { done as laid };
