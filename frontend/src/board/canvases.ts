/** The canvas layouts: zones as columns, a 2x2 grid, a stack, horizons, a table, a timetable, or free. Pure. */
import { around, type Rect } from "./geometry";
import {
  byOrder,
  gap,
  head,
  heightOf,
  laid,
  noteLeast,
  noteWidth,
  pad,
  rows,
  type FrameBox,
  type Laid,
  type LaidNote,
} from "./layout";

export interface Zone {
  title: string;
  help: string;
  /** Participants change nothing in it. */
  locked?: boolean;
}
export interface Place {
  zone: string;
  /** Slot of a timetable or row of a table, from 1; 0 is none. */
  slot: number;
  /** On a grid or a free canvas, 0 to 1000, across and up. */
  x: number;
  y: number;
}
/** A quarter of a grid, and the place of its middle. */
export interface Quarter {
  title: string;
  x: number;
  y: number;
}
export interface Canvas {
  layout: string;
  zones: readonly Zone[];
  slots: number;
  /** Columns of time follow the reader's direction. */
  mirrored: boolean;
  /** What a grid or a free canvas says across and upwards. */
  axisX?: string | undefined;
  axisY?: string | undefined;
  /** What people can mark notes with here; and whether they may draw arrows. */
  marks?: readonly string[] | undefined;
  arrows?: boolean | undefined;
  /** Of a grid; without names where none are given. */
  quarters?: readonly Quarter[] | undefined;
}
export type PlacedNote = LaidNote & { place: Place | undefined };

/** Where a note was put on a board, as it is told. */
export interface Placing extends Partial<Place> {
  note: string;
  board: string;
}
/** Notes with where each was put on a board. */
export function placedNotes(notes: readonly LaidNote[], placings: readonly Placing[], board: string): PlacedNote[] {
  const put = new Map(placings.flatMap((one) => (one.board === board ? [[one.note, one] as const] : [])));
  return notes.map((note) => {
    const at = put.get(note.id);
    const place = at && { zone: at.zone ?? "", slot: at.slot ?? 0, x: at.x ?? 0, y: at.y ?? 0 };
    return { ...note, place };
  });
}

/** The side of a grid or a free canvas, in pixels of the board. */
export const gridSide = 960;
const between = 16;

const frame = (zone: Zone, id: string, rect: Rect, notes: readonly LaidNote[]): FrameBox => ({
  id,
  kind: "zone",
  title: zone.title,
  help: zone.help,
  rect,
  notes: notes.map((note) => note.id),
  locked: zone.locked === true,
});

/** The middle of a plane, and of its quarters, the best one first. */
const centre = 500;
const unnamed: readonly Quarter[] = [
  { title: "", x: 250, y: 750 },
  { title: "", x: 750, y: 750 },
  { title: "", x: 250, y: 250 },
  { title: "", x: 750, y: 250 },
];
export const isPlane = (how: { layout: string } | undefined): boolean =>
  how?.layout === "grid2x2" || how?.layout === "free";
const planeId = (at: { x: number; y: number }): string => `plane/${at.x}/${at.y}`;

export const zoneId = (title: string, slot = 0): string => `zone/${slot}/${title}`;
/** What a zone's id says: its title and slot; undefined for other frames. */
export function zoneOf(id: string): { title: string; slot: number } | undefined {
  const parts = /^zone\/(\d+)\/(.*)$/su.exec(id);
  return parts ? { title: parts[2] ?? "", slot: Number(parts[1]) } : undefined;
}
/** Where a note lies that is put into a frame of a canvas; undefined for a frame that is none of one. */
export function placeIn(id: string): { zone: string; slot?: number } | { x: number; y: number } | undefined {
  const zone = zoneOf(id);
  if (zone) return { zone: zone.title, ...(zone.slot > 0 ? { slot: zone.slot } : {}) };
  const at = /^plane\/(\d+)\/(\d+)$/u.exec(id);
  return at ? { x: Number(at[1]), y: Number(at[2]) } : undefined;
}

/** Lays out a canvas. Notes that are in no zone of it lie in a frame of their own below. */
export function canvas(given: readonly PlacedNote[], how: Canvas): Laid {
  const notes = [...given].sort(byOrder);
  if (isPlane(how)) return plane(notes, how);
  const known = new Set(how.zones.map((zone) => zone.title));
  const inZone = (title: string, slot?: number) =>
    notes.filter((note) => note.place?.zone === title && (slot === undefined || Math.max(1, note.place.slot) === slot));
  const put = new Map<string, Rect>();
  const frames: FrameBox[] = [];
  let bottom = 0;
  if (how.layout === "timetable" || how.layout === "table") {
    const slots =
      how.layout === "timetable" ? how.slots : Math.max(1, ...notes.map((note) => note.place?.slot ?? 0)) + 1;
    bottom = lattice(how, slots, inZone, put, frames);
  } else if (how.layout === "stack" || how.layout === "horizons") {
    for (const zone of how.zones) {
      const within = inZone(zone.title);
      const size = rows(within, 0, bottom, how.layout === "horizons" ? 9 : 6, put);
      frames.push(frame(zone, zoneId(zone.title), { x: 0, y: bottom, ...size }, within));
      bottom += size.h + between;
    }
  } else {
    const order = how.mirrored ? [...how.zones].reverse() : how.zones;
    order.forEach((zone, i) => {
      const within = inZone(zone.title);
      const left = i * (2 * (noteWidth + gap) + 2 * pad + between);
      const size = rows(within, left, 0, 2, put);
      frames.push(frame(zone, zoneId(zone.title), { x: left, y: 0, ...size }, within));
      bottom = Math.max(bottom, size.h + between);
    });
    const tall = bottom - between;
    for (const one of frames) one.rect = { ...one.rect, h: Math.max(tall, 320) };
    bottom = Math.max(tall, 320) + between;
    if (how.mirrored) frames.reverse();
  }
  unplaced(
    notes.filter((note) => !note.place || !known.has(note.place.zone)),
    bottom,
    put,
    frames,
  );
  return laid(put, frames, []);
}

/** Rows of zones by columns of slots, every cell as high as the fullest of its row. */
function lattice(
  how: Canvas,
  slots: number,
  inZone: (title: string, slot: number) => PlacedNote[],
  put: Map<string, Rect>,
  frames: FrameBox[],
): number {
  const wide = 2 * pad + noteWidth;
  let top = 0;
  for (const zone of how.zones) {
    let tall = head + noteLeast + pad;
    const row: FrameBox[] = [];
    for (let slot = 1; slot <= slots; slot++) {
      const column = how.mirrored ? slots - slot : slot - 1;
      const within = inZone(zone.title, slot);
      const size = rows(within, column * (wide + gap), top, 1, put);
      tall = Math.max(tall, size.h);
      const rect = { x: column * (wide + gap), y: top, w: wide, h: size.h };
      row.push(frame(slot === 1 ? zone : { ...zone, help: "" }, zoneId(zone.title, slot), rect, within));
    }
    for (const cell of row) cell.rect = { ...cell.rect, h: tall };
    frames.push(...row);
    top += tall + gap;
  }
  return top + between;
}

/**
 * A plane with two axes: up is up, so y turns over. What was put into a zone of a free canvas without a place lies in that zone
 * below.
 */
function plane(notes: readonly PlacedNote[], how: Canvas): Laid {
  const put = new Map<string, Rect>();
  const lies = ({ place }: PlacedNote) => place !== undefined && (place.x !== 0 || place.y !== 0);
  const frames = cells(how);
  beside(notes.filter(lies), frames, put);
  const top = (id: string) => put.get(id) ?? { x: 0, y: 0 };
  for (const cell of frames) cell.notes.sort((a, b) => top(a).y - top(b).y || top(a).x - top(b).x);
  const axes = (how.axisX ?? "") !== "" || (how.axisY ?? "") !== "";
  let bottom = gridSide + (axes ? axisRoom : 0) + between;
  let waiting = notes.filter((note) => !lies(note));
  for (const zone of how.layout === "free" ? how.zones : []) {
    const within = waiting.filter((note) => note.place?.zone === zone.title);
    waiting = waiting.filter((note) => !within.includes(note));
    const size = rows(within, 0, bottom, 6, put);
    frames.push(frame(zone, zoneId(zone.title), { x: 0, y: bottom, ...size }, within));
    bottom += size.h + between;
  }
  unplaced(waiting, bottom, put, frames);
  const all = laid(put, frames, []);
  const around_ = { x: -axisRoom, y: 0, w: gridSide + axisRoom, h: gridSide + axisRoom };
  return axes ? { ...all, bounds: around([all.bounds, around_]) } : all;
}
/** What the names of the axes take beside a plane and below it. */
export const axisRoom = 40;

/** The frames of a plane: its quarters, or one for all of it. */
function cells(how: Canvas): FrameBox[] {
  const half = gridSide / 2;
  const cell = (at: Quarter, rect: Rect): FrameBox => ({
    ...frame({ title: at.title, help: "" }, planeId(at), rect, []),
    kind: "plane",
  });
  if (how.layout === "free")
    return [cell({ title: "", x: centre, y: centre }, { x: 0, y: 0, w: gridSide, h: gridSide })];
  return (how.quarters ?? unnamed).map((quarter) =>
    cell(quarter, { x: quarter.x > centre ? half : 0, y: quarter.y > centre ? 0 : half, w: half, h: half }),
  );
}

/** Where the second, third and further note lies of those that were put to exactly the same place, in steps of a note. */
const steps = [0, -1, 1, -2, 2].flatMap((down) => [0, 1, -1].map((across) => ({ across, down })));

/**
 * Lays notes onto a plane and tells its cells which they hold. Those that were put to exactly the same place, as menus do, lie
 * beside one another while their cell has room, and then a little further each.
 */
function beside(notes: readonly PlacedNote[], within: FrameBox[], put: Map<string, Rect>): void {
  const piles = new Map<string, number>();
  for (const note of notes) {
    const place = note.place ?? { x: centre, y: centre };
    const corner = spot(place);
    const inCell = ({ rect }: FrameBox) =>
      within.length === 1 || (rect.x > 0 === place.x > centre && (rect.y === 0) === place.y > centre);
    const cell = within.find(inCell);
    cell?.notes.push(note.id);
    const nth = piles.get(planeId(place)) ?? 0;
    piles.set(planeId(place), nth + 1);
    const spots = steps
      .map(({ across, down }) => ({
        x: corner.x + across * (noteWidth + gap),
        y: corner.y + down * (noteLeast + gap),
      }))
      .filter(({ x, y }, i) => i === 0 || (cell && holds(cell.rect, { x, y, w: noteWidth, h: noteLeast })));
    const further = Math.floor(nth / spots.length) * 14;
    const { x, y } = spots[nth % spots.length] ?? corner;
    put.set(note.id, { x: x + further, y: y + further, w: noteWidth, h: heightOf(note) });
  }
}
const holds = (outer: Rect, inner: Rect): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

/** The corner of a note whose middle lies at a place of the plane, and the other way round. */
export const spot = (place: { x: number; y: number }): { x: number; y: number } => ({
  x: (place.x / 1000) * (gridSide - noteWidth),
  y: ((1000 - place.y) / 1000) * (gridSide - noteLeast),
});
export const placeAt = (corner: { x: number; y: number }): { x: number; y: number } => {
  const within = (n: number) => Math.round(Math.min(1000, Math.max(1, n)));
  return {
    x: within((corner.x / (gridSide - noteWidth)) * 1000),
    y: within(1000 - (corner.y / (gridSide - noteLeast)) * 1000),
  };
};

function unplaced(notes: readonly PlacedNote[], top: number, put: Map<string, Rect>, frames: FrameBox[]): void {
  if (notes.length === 0) return;
  const size = rows(notes, 0, top, 6, put);
  frames.push({
    id: "loose",
    kind: "loose",
    title: "",
    help: "",
    rect: { x: 0, y: top, ...size },
    notes: notes.map((note) => note.id),
    locked: false,
  });
}
