/** The canvas layouts: zones as columns, a 2x2 grid, a stack, horizons, a table, a timetable, or free. Pure. */
import type { Rect } from "./geometry";
import {
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
export interface Canvas {
  layout: string;
  zones: readonly Zone[];
  slots: number;
  /** Columns of time follow the reader's direction. */
  mirrored: boolean;
}
export type PlacedNote = LaidNote & { place: Place | undefined };

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

export const zoneId = (title: string, slot = 0): string => `zone/${slot}/${title}`;
/** What a zone's id says: its title and slot; undefined for other frames. */
export function zoneOf(id: string): { title: string; slot: number } | undefined {
  const parts = /^zone\/(\d+)\/(.*)$/su.exec(id);
  return parts ? { title: parts[2] ?? "", slot: Number(parts[1]) } : undefined;
}

/** Lays out a canvas. Notes that are in no zone of it lie in a frame of their own below. */
export function canvas(notes: readonly PlacedNote[], how: Canvas): Laid {
  if (how.layout === "grid2x2" || how.layout === "free") return plane(notes, how);
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

/** A plane with two axes: up is up, so y turns over. */
function plane(notes: readonly PlacedNote[], how: Canvas): Laid {
  const put = new Map<string, Rect>();
  const free: string[] = [];
  const waiting: PlacedNote[] = [];
  for (const note of notes) {
    if (!note.place || (note.place.x === 0 && note.place.y === 0)) waiting.push(note);
    else {
      free.push(note.id);
      put.set(note.id, { ...spot(note.place), w: noteWidth, h: heightOf(note) });
    }
  }
  const half = gridSide / 2;
  const cells = how.zones.slice(0, 4).map((zone, i) => {
    const rect =
      how.layout === "grid2x2"
        ? { x: (i % 2) * half, y: Math.floor(i / 2) * half, w: half, h: half }
        : { x: 0, y: 0, w: gridSide, h: gridSide };
    return frame(zone, zoneId(zone.title), rect, []);
  });
  const frames =
    cells.length > 0
      ? cells
      : [frame({ title: "", help: "" }, zoneId(""), { x: 0, y: 0, w: gridSide, h: gridSide }, [])];
  unplaced(waiting, gridSide + between, put, frames);
  return laid(put, frames, free);
}

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
