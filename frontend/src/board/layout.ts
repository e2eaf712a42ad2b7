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

/** Notes that stand together in their order. */
interface Group {
  notes: LaidNote[];
  /** Theirs, as they were told last. */
  ids: string[];
}
/** A frame and what lies in it, before it has a place. */
interface Box extends Group {
  frame: Omit<FrameBox, "rect" | "notes">;
  /** Where it was put by hand. */
  put: { x: number; y: number } | undefined;
  /** Columns it has at least. */
  least: number;
  /** As it was laid out last; undefined where a note in it is not as it was. */
  laid: FrameBox | undefined;
}

const boxOf = (cluster: LaidCluster): Box => ({
  frame: { id: cluster.id, kind: "cluster", title: cluster.name, help: "", locked: cluster.locked ?? false },
  notes: [],
  ids: [],
  put: isPut(cluster) ? { x: cluster.x ?? 0, y: cluster.y ?? 0 } : undefined,
  least: 1,
  laid: undefined,
});
const looseBox = (clusters: number): Box => ({
  ...boxOf({ id: "loose", name: "", order: "" }),
  frame: { id: "loose", kind: "loose", title: "", help: "", locked: false },
  least: clusters === 0 ? 4 : 1,
});

/** Gives every frame its place. One that has its place and size still, and whose notes are as they were, stays the same object. */
function placed(boxes: readonly Box[], width: number, rects: Map<string, Rect>): FrameBox[] {
  const taken: Rect[] = [];
  const flow = new Flow(width, taken);
  return boxes.map((box) => {
    const across = Math.max(box.least, columns(box.notes.length));
    const size = box.laid ? box.laid.rect : sizeOf(box.notes, across);
    const { x, y } = box.put ?? flow.next(size.w, size.h);
    if (!box.laid || box.laid.rect.x !== x || box.laid.rect.y !== y)
      box.laid = { ...box.frame, notes: box.ids, rect: { x, y, ...rows(box.notes, x, y, across, rects) } };
    if (box.put) taken.push(box.laid.rect);
    return box.laid;
  });
}

/** What differs between two lists of notes. */
interface Changes {
  went: LaidNote[];
  came: LaidNote[];
  /** That stand where they stood, and may be higher or lower. */
  swapped: [was: LaidNote, is: LaidNote][];
}

/** Of a note that stands elsewhere now, or elsewhere in the list, the old one went and the new one came. */
function changes(was: readonly LaidNote[], is: readonly LaidNote[]): Changes {
  const went: LaidNote[] = [];
  const came: LaidNote[] = [];
  const swapped: Changes["swapped"] = [];
  let at = 0;
  for (const one of was) {
    const now = is[at];
    if (now === one) at++;
    else if (now?.id !== one.id) went.push(one);
    else {
      at++;
      if (now.cluster === one.cluster && now.order === one.order && now.x === one.x && now.y === one.y)
        swapped.push([one, now]);
      else {
        went.push(one);
        came.push(now);
      }
    }
  }
  return { went, came: came.concat(is.slice(at)), swapped };
}

/** At which place of a list that is in order a note stands, or would. */
function placeOf(list: readonly LaidNote[], note: LaidNote): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const there = list[middle];
    if (there && byOrder(there, note) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Clusters, each where it was put, the rest in rows beside one another; loose notes where they were put, the rest in a frame of
 * their own behind the clusters.
 *
 * It remembers what it laid out last. Mostly a few notes came, went, moved or have grown: then only their frames are laid out, and
 * those that had to make room. Frames that are as they were stay the same objects, and so does the list of what lies free and the
 * order in which all is read; the rectangles it answered before are overwritten. A record that is the same object is as it was.
 */
export class Clustering {
  private notes: readonly LaidNote[] = [];
  private clusters: readonly LaidCluster[] = [];
  /** Those of clusters, in the order in which they are given a place: those that were put somewhere first. */
  private boxes: Box[] = [];
  private readonly homes = new Map<string, Box>();
  private loose = looseBox(0);
  private free: Group = { notes: [], ids: [] };
  private freeBounds: Rect[] = [];
  private rects = new Map<string, Rect>();
  private last: Laid | undefined;

  lay(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): Laid {
    const changed = changes(this.notes, notes);
    const same = clusters.length === this.clusters.length && clusters.every((one, i) => one === this.clusters[i]);
    const few = (changed.went.length + changed.came.length) * 4 <= notes.length;
    const before = same && few ? this.last : undefined;
    const stands = before ? this.mend(changed) : this.begin(notes, clusters);
    this.notes = notes;
    this.clusters = clusters;
    const boxes = [...this.boxes];
    // Loose notes come last; a board without anything is an empty frame of them.
    if (this.loose.notes.length > 0 || (clusters.length === 0 && this.free.notes.length === 0)) boxes.push(this.loose);
    const area = notes.length * (noteWidth + gap) * (noteLeast + gap) + clusters.length * 40_000;
    const frames = placed(boxes, Math.max(1380, Math.sqrt(area) * 1.5), this.rects);
    frames.sort((a, b) => a.rect.y - b.rect.y || a.rect.x - b.rect.x);
    return (this.last = this.read(frames, stands ? before : undefined));
  }

  /** Where a note stands: in its cluster, free where it was put, or in the frame of loose notes. */
  private groupOf(note: LaidNote): Group {
    return this.homes.get(note.cluster ?? "") ?? (isPut(note) ? this.free : this.loose);
  }

  private begin(notes: readonly LaidNote[], clusters: readonly LaidCluster[]): false {
    const all = [...clusters].sort(byOrder).map(boxOf);
    this.boxes = [...all.filter((one) => one.put), ...all.filter((one) => !one.put)];
    this.homes.clear();
    for (const box of all) this.homes.set(box.frame.id, box);
    this.loose = looseBox(clusters.length);
    this.free = { notes: [], ids: [] };
    this.rects = new Map();
    for (const note of [...notes].sort(byOrder)) this.groupOf(note).notes.push(note);
    for (const group of [...all, this.loose, this.free]) this.settle(group);
    return false;
  }

  /** Lets notes go and takes others in; true where all stand in the same order as before. */
  private mend({ went, came, swapped }: Changes): boolean {
    const touched = new Set<Group>();
    for (const note of went) {
      const group = this.groupOf(note);
      group.notes.splice(placeOf(group.notes, note), 1);
      touched.add(group);
      this.rects.delete(note.id);
    }
    for (const note of came) {
      const group = this.groupOf(note);
      group.notes.splice(placeOf(group.notes, note), 0, note);
      touched.add(group);
    }
    for (const [was, is] of swapped) {
      const group = this.groupOf(is);
      group.notes[placeOf(group.notes, is)] = is;
      if (heightOf(was) !== heightOf(is)) touched.add(group);
    }
    const stood = [...touched].map((group) => this.settle(group));
    return !stood.includes(false);
  }

  /** After notes of a group changed; true where the same stand in it in the same order. */
  private settle(group: Group): boolean {
    const before = group.ids;
    group.ids = group.notes.map((note) => note.id);
    if (group === this.free) {
      for (const note of group.notes) this.rects.set(note.id, rectOf(note));
      this.freeBounds = group.notes.length > 0 ? [around(group.notes.map(rectOf))] : [];
    } else (group as Box).laid = undefined;
    return before.length === group.ids.length && before.every((id, i) => id === group.ids[i]);
  }

  /** What is read after what: as before where the same notes and frames stand in the same order. */
  private read(frames: FrameBox[], before: Laid | undefined): Laid {
    const free = this.free.ids;
    const same = before?.frames.every(({ id }, i) => id === frames[i]?.id);
    // Not flatMap: of 20,000 it took 7 ms, and this 0.1.
    const anew = () => ([] as string[]).concat(...frames.map((frame) => frame.notes), free);
    const reading = before && same ? before.reading : anew();
    const bounds = around([...this.freeBounds, ...frames.map((one) => one.rect)]);
    return { notes: this.rects, frames, free, reading, bounds };
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
