/** A canvas as a list of areas: what a keyboard, a screen reader and a small screen need. Pure; labels come from the caller. */
import type { Canvas, NoteRecord, PlacementRecord } from "../api/types";

export interface Place {
  zone?: string;
  slot?: number;
  x?: number;
  y?: number;
}

export interface Area {
  key: string;
  title: string;
  help: string;
  /** How a note there begins. */
  pattern: string;
  open: boolean;
  place: Place;
}

export interface AxisWords {
  more: (axis: string) => string;
  less: (axis: string) => string;
  both: (one: string, other: string) => string;
  slot: (zone: string, slot: number) => string;
  /** Where a quarter lies whose axis has no name. */
  top: string;
  bottom: string;
  left: string;
  right: string;
}

const low = 250;
const high = 750;
const middle = 500;

/** The areas of a canvas in reading order. A grid has four quarters, the best one first; a timetable an area for each cell. */
export function areasOf(canvas: Canvas, words: AxisWords): Area[] {
  if (canvas.layout === "grid2x2") {
    const x = canvas.axisX ?? "";
    const y = canvas.axisY ?? "";
    const quarter = (across: number, up: number): Area => ({
      key: `${across}/${up}`,
      title: words.both(
        y === "" ? (up > middle ? words.top : words.bottom) : up > middle ? words.more(y) : words.less(y),
        x === "" ? (across > middle ? words.right : words.left) : across > middle ? words.more(x) : words.less(x),
      ),
      help: "",
      pattern: "",
      open: true,
      place: { x: across, y: up },
    });
    return [quarter(low, high), quarter(high, high), quarter(low, low), quarter(high, low)];
  }
  const slots = canvas.layout === "timetable" ? (canvas.slots ?? 1) : 0;
  return canvas.zones.flatMap((zone): Area[] => {
    const area = (slot: number): Area => ({
      key: slot > 0 ? `${zone.title}#${slot}` : zone.title,
      title: slot > 0 ? words.slot(zone.title, slot) : zone.title,
      help: zone.help ?? "",
      pattern: zone.pattern ?? "",
      open: zone.open,
      place: slot > 0 ? { zone: zone.title, slot } : { zone: zone.title },
    });
    return slots > 0 ? Array.from({ length: slots }, (_, i) => area(i + 1)) : [area(0)];
  });
}

/** The key of the area a note lies in, or "" where nobody has placed it. */
export function areaOf(placement: PlacementRecord | undefined, canvas: Canvas): string {
  if (!placement) return "";
  if (canvas.layout === "grid2x2")
    return placement.x === 0 && placement.y === 0
      ? ""
      : `${placement.x > middle ? high : low}/${placement.y > middle ? high : low}`;
  const zone = placement.zone ?? "";
  if (!canvas.zones.some((known) => known.title === zone)) return "";
  return canvas.layout === "timetable" ? `${zone}#${placement.slot ?? 1}` : zone;
}

/** Notes by area; what lies nowhere, or where no area is, stands under "". */
export function sorted(
  notes: readonly NoteRecord[],
  placements: readonly PlacementRecord[],
  board: string,
  canvas: Canvas,
): Map<string, NoteRecord[]> {
  const at = new Map(placements.filter((one) => one.board === board).map((one) => [one.note, one]));
  const found = new Map<string, NoteRecord[]>();
  for (const note of notes) {
    const key = areaOf(at.get(note.id), canvas);
    found.set(key, [...(found.get(key) ?? []), note]);
  }
  return found;
}
