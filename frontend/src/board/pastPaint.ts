/** Draws a board of the past on a canvas: as much of it as is seen, with words where they can be read, and what became of it. */
import type { BoardModel, BoardNote } from "./board.svelte";
import { axisRoom, gridSide } from "./canvases";
import { arrowWords } from "./arrows";
import { arrow, middle, overlaps, type Point, type Rect } from "./geometry";
import { penWidth } from "./ink";
import { head, pictureHeight, type FrameBox } from "./layout";
import { colours } from "./names";
import type { Since } from "./past.svelte";
import { seen, type Size, type Viewport } from "./viewport";
import { directionOf, wrapped } from "./wrap";

/** Below this zoom words cannot be read and are left out. */
const readable = 0.42;
/** Below this zoom an outline is too short for dashes, and a sign too small: what is gone is crossed out. */
const farthestDashed = 0.2;
const wordSize = 14;
const lineTall = 17;
/** What is left free on each side of a note's words. */
const rim = 10;

/** What it is drawn with, as the window has it: light, dark, or in the few colours that somebody forces. */
export interface Paints {
  font: string;
  ground: string;
  frame: string;
  line: string;
  text: string;
  soft: string;
  mark: string;
  onMark: string;
  /** Paper and edge of each colour. */
  notes: ReadonlyMap<string, { paper: string; edge: string }>;
}

export function paintsOf(element: Element): Paints {
  const style = getComputedStyle(element);
  const own = (name: string) => style.getPropertyValue(name).trim();
  const forced = matchMedia("(forced-colors: active)").matches;
  const note = (name: string) =>
    forced
      ? { paper: own("--past-ground"), edge: own("--past-text") }
      : { paper: own(`--n-${name}`), edge: own(`--n-${name}-e`) };
  return {
    font: own("--font"),
    ground: own("--past-ground"),
    frame: own("--past-frame"),
    line: own("--past-line"),
    text: own("--past-text"),
    soft: own("--past-soft"),
    mark: own("--past-mark"),
    onMark: own("--past-on-mark"),
    notes: new Map(colours.map((name) => [name, note(name)])),
  };
}

export interface Scene {
  model: BoardModel;
  view: Viewport;
  size: Size;
  /** Dots of the screen for each pixel. */
  ratio: number;
  since: ReadonlyMap<string, Since>;
  wanted: ReadonlySet<string>;
  pointed: string;
  /** Words at the ends of the axes of a plane: less and more across, less and more upwards. */
  axes: readonly [string, string, string, string] | undefined;
  name: (frame: FrameBox) => string;
  picture: (hash: string) => HTMLImageElement | undefined;
}

/** The lines of notes, wrapped once for each text and height. */
export class Lines {
  private readonly known = new Map<string, string[]>();

  of(context: CanvasRenderingContext2D, text: string, wide: number, most: number): string[] {
    const key = `${most} ${text}`;
    const found = this.known.get(key);
    if (found) return found;
    if (this.known.size > 5000) this.known.clear();
    const lines = wrapped(text, wide, most, (words) => context.measureText(words).width);
    this.known.set(key, lines);
    return lines;
  }
}

/** Where a sign of what became of something stands, on the screen. */
type Sign = Rect & { id: string };

export function paint(context: CanvasRenderingContext2D, scene: Scene, paints: Paints, lines: Lines): void {
  const { model, view, size, ratio } = scene;
  const part = seen(view, size);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = paints.ground;
  context.fillRect(0, 0, size.w, size.h);
  const ids = model.grid.within(part);
  const notes = ids.flatMap((id) => model.notes.get(id) ?? []).sort((a, b) => a.turn - b.turn);
  onBoard(context, scene);
  frames(context, scene, paints, part);
  papers(context, scene, paints, notes);
  if (view.z >= readable) for (const note of notes) words(context, note, paints, lines);
  const led = arrows(context, scene, paints);
  ink(context, scene, paints, part);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  titles(context, scene, paints, part);
  if (scene.axes) axes(context, scene.axes, scene, paints);
  const boxes = [
    ...notes.map(({ id, rect }) => ({ id, ...onScreen(rect, view) })),
    ...model.frames
      .filter(({ id, kind }) => kind === "cluster" && scene.since.has(id))
      .map((one) => ({ id: one.id, ...onScreen(one.rect, view) })),
    ...model.strokes.filter(({ id }) => scene.since.has(id)).map((one) => ({ id: one.id, ...onScreen(one.box, view) })),
    ...led.filter(({ id }) => scene.since.has(id)),
  ];
  signs(context, boxes, scene, paints);
}

function onBoard(context: CanvasRenderingContext2D, { view, ratio }: Scene): void {
  context.setTransform(view.z * ratio, 0, 0, view.z * ratio, view.x * ratio, view.y * ratio);
}
export const onScreen = (rect: Rect, view: Viewport): Rect => ({
  x: rect.x * view.z + view.x,
  y: rect.y * view.z + view.y,
  w: rect.w * view.z,
  h: rect.h * view.z,
});

function frames(context: CanvasRenderingContext2D, { model, view }: Scene, paints: Paints, part: Rect): void {
  context.lineWidth = 1 / view.z;
  context.strokeStyle = paints.line;
  context.fillStyle = paints.frame;
  for (const { rect, kind } of model.frames) {
    if (!overlaps(rect, part)) continue;
    context.beginPath();
    context.roundRect(rect.x, rect.y, rect.w, rect.h, 12);
    if (kind !== "loose") context.fill();
    context.setLineDash(kind === "loose" ? [6 / view.z, 4 / view.z] : []);
    context.stroke();
  }
  context.setLineDash([]);
}

/** The papers, those of a colour in one go, and the pictures on them. */
function papers(context: CanvasRenderingContext2D, scene: Scene, paints: Paints, notes: readonly BoardNote[]): void {
  const far = scene.view.z < readable;
  const byColour = new Map<string, Path2D>();
  for (const { rect, record } of notes) {
    const path = byColour.get(record.color) ?? new Path2D();
    byColour.set(record.color, path);
    if (far) path.rect(rect.x, rect.y, rect.w, rect.h);
    else path.roundRect(rect.x, rect.y, rect.w, rect.h, 6);
  }
  context.lineWidth = 1 / scene.view.z;
  for (const [colour, path] of byColour) {
    const { paper, edge } = paints.notes.get(colour) ?? { paper: paints.ground, edge: paints.text };
    context.fillStyle = paper;
    context.fill(path);
    context.strokeStyle = edge;
    context.stroke(path);
  }
  for (const { rect, record } of notes) {
    const image = record.picture ? scene.picture(record.picture) : undefined;
    if (image && image.naturalWidth > 0) {
      const tall = pictureHeight(record.wide ?? 1, record.tall ?? 1);
      context.drawImage(image, rect.x + 1, rect.y + 1, rect.w - 2, tall - 1);
    }
  }
}

function words(context: CanvasRenderingContext2D, { rect, record }: BoardNote, paints: Paints, lines: Lines): void {
  context.font = `${wordSize}px ${paints.font}`;
  context.fillStyle = paints.text;
  context.textBaseline = "middle";
  const above = record.picture ? pictureHeight(record.wide ?? 1, record.tall ?? 1) : 0;
  const most = Math.max(1, Math.floor((rect.h - above - 12) / lineTall));
  const mirrored = directionOf(record.text) === "rtl";
  context.direction = mirrored ? "rtl" : "ltr";
  context.textAlign = mirrored ? "right" : "left";
  const x = mirrored ? rect.x + rect.w - rim : rect.x + rim;
  lines.of(context, record.text, rect.w - 2 * rim, most).forEach((line, i) => {
    context.fillText(line, x, rect.y + above + 8 + lineTall * (i + 0.5));
  });
}

/** Answers where the arrows are that have a sign. */
function arrows(context: CanvasRenderingContext2D, { model, view }: Scene, paints: Paints): Sign[] {
  const led: Sign[] = [];
  context.lineWidth = Math.max(2, 1.2 / view.z);
  for (const one of model.connectors) {
    const [from, to] = [model.rectOf(one.from), model.rectOf(one.to)];
    if (!from || !to) continue;
    const shape = arrow(from, to);
    context.strokeStyle = paints.soft;
    context.setLineDash(one.sign === "-" ? [6, 4] : []);
    context.stroke(new Path2D(shape.path));
    context.setLineDash([]);
    const turn = (shape.angle * Math.PI) / 180;
    const wing = (dx: number, dy: number): Point => ({
      x: shape.head.x + dx * Math.cos(turn) - dy * Math.sin(turn),
      y: shape.head.y + dx * Math.sin(turn) + dy * Math.cos(turn),
    });
    const [a, b] = [wing(-9, -5), wing(-9, 5)];
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(shape.head.x, shape.head.y);
    context.lineTo(b.x, b.y);
    context.stroke();
    if (view.z >= readable && arrowWords(one) !== "") label(context, arrowWords(one), shape.label, paints);
    led.push({ id: one.id, ...onScreen(signOfArrow(shape.label), view) });
  }
  return led;
}

/** Where an arrow has its sign, on the board: below its words. */
export const signOfArrow = (label: Point): Rect => ({ x: label.x - 10, y: label.y + 4, w: 20, h: 20 });

function label(context: CanvasRenderingContext2D, text: string, at: Point, paints: Paints): void {
  context.font = `550 13px ${paints.font}`;
  context.textAlign = "center";
  context.textBaseline = "alphabetic";
  context.direction = directionOf(text);
  context.lineWidth = 4;
  context.strokeStyle = paints.ground;
  context.strokeText(text, at.x, at.y - 4);
  context.lineWidth = 2;
  context.fillStyle = paints.text;
  context.fillText(text, at.x, at.y - 4);
}

function ink(context: CanvasRenderingContext2D, { model, view }: Scene, paints: Paints, part: Rect): void {
  context.lineCap = context.lineJoin = "round";
  const wide = Math.max(penWidth, 1.5 / view.z);
  for (const { box, path, record } of model.strokes) {
    if (!overlaps(box, part)) continue;
    const line = new Path2D(path);
    context.lineWidth = wide + 3 / view.z;
    context.strokeStyle = paints.ground;
    context.stroke(line);
    context.lineWidth = wide;
    context.strokeStyle = paints.notes.get(record.color)?.edge ?? paints.text;
    context.stroke(line);
  }
  context.lineCap = "butt";
  context.lineJoin = "miter";
}

/** The names of frames, as large as can be read at any zoom where they have the room for it. */
function titles(context: CanvasRenderingContext2D, scene: Scene, paints: Paints, part: Rect): void {
  const { model, view } = scene;
  const tall = Math.max(10, Math.min(17, 17 * view.z));
  context.font = `700 ${tall}px ${paints.font}`;
  context.textBaseline = "middle";
  for (const frame of model.frames) {
    const text = scene.name(frame);
    if (!overlaps(frame.rect, part) || text === "" || (frame.kind === "plane" && frame.title === "")) continue;
    const { x, y, w } = onScreen(frame.rect, view);
    if (w < 40) continue;
    const mirrored = directionOf(text) === "rtl";
    context.direction = mirrored ? "rtl" : "ltr";
    context.textAlign = mirrored ? "right" : "left";
    const [line = ""] = wrapped(text, w - 16, 1, (some) => context.measureText(some).width);
    const level = y + Math.max((head * view.z) / 2, tall / 2 + 2);
    const at = mirrored ? x + w - 8 : x + 8;
    if (head * view.z < tall + 2) {
      context.lineWidth = 3;
      context.strokeStyle = paints.frame;
      context.strokeText(line, at, level);
    }
    context.fillStyle = paints.text;
    context.fillText(line, at, level);
  }
}

function axes(
  context: CanvasRenderingContext2D,
  [left, right, low, high]: readonly [string, string, string, string],
  { view }: Scene,
  paints: Paints,
): void {
  const plane = onScreen({ x: 0, y: 0, w: gridSide, h: gridSide }, view);
  const out = (axisRoom / 2) * view.z;
  context.font = `${Math.max(10, Math.min(15, 15 * view.z))}px ${paints.font}`;
  context.fillStyle = paints.soft;
  context.textBaseline = "middle";
  context.direction = "ltr";
  const put = (text: string, align: CanvasTextAlign, x: number, y: number) => {
    context.textAlign = align;
    context.fillText(text, x, y, plane.w / 2);
  };
  put(left, "left", plane.x, plane.y + plane.h + out);
  put(right, "right", plane.x + plane.w, plane.y + plane.h + out);
  context.save();
  context.translate(plane.x - out, plane.y + plane.h);
  context.rotate(-Math.PI / 2);
  put(low, "left", 0, 0);
  put(high, "right", plane.h, 0);
  context.restore();
}

/** How large the sign on something is. */
const signSize = (box: Rect): number => Math.max(5, Math.min(8, box.w * 0.2, box.h * 0.3));

/**
 * What became of each thing, never by colour alone: a dashed outline, with a triangle for what changed and a cross for what is gone;
 * a whole outline and a tick for what is to come back; and one more around what is pointed at.
 */
function signs(context: CanvasRenderingContext2D, boxes: readonly Sign[], scene: Scene, paints: Paints): void {
  const dashed = new Path2D();
  const discs = new Path2D();
  const crosses = new Path2D();
  const triangles = new Path2D();
  const chosen = new Path2D();
  const ticks = new Path2D();
  const tickDiscs = new Path2D();
  let pointed: Rect | undefined;
  const far = scene.view.z < farthestDashed;
  for (const box of boxes) {
    if (box.id === scene.pointed) pointed = box;
    const since = scene.since.get(box.id);
    if (!since) continue;
    const r = signSize(box);
    const at = { x: box.x + box.w, y: box.y };
    if (!far) {
      discs.moveTo(at.x + r + 1, at.y);
      discs.arc(at.x, at.y, r + 1, 0, 2 * Math.PI);
    }
    if (since === "gone") crossOf(crosses, far ? middle(box) : at, far ? Math.min(box.w, box.h) / 2 : r * 0.6);
    else if (!far) triangleOf(triangles, at, r * 0.75);
    if (!scene.wanted.has(box.id)) dashed.rect(box.x - 1, box.y - 1, box.w + 2, box.h + 2);
    else {
      chosen.rect(box.x - 1.5, box.y - 1.5, box.w + 3, box.h + 3);
      const from = { x: box.x, y: box.y };
      tickDiscs.moveTo(from.x + r + 1, from.y);
      tickDiscs.arc(from.x, from.y, r + 1, 0, 2 * Math.PI);
      tickOf(ticks, from, r * 0.6);
    }
  }
  const stroke = (path: Path2D, style: string, wide: number) => {
    context.strokeStyle = style;
    context.lineWidth = wide;
    context.stroke(path);
  };
  const thin = far ? 1 : 1.5;
  context.setLineDash(far ? [] : [4, 3]);
  stroke(dashed, paints.text, thin);
  context.setLineDash([]);
  stroke(chosen, paints.mark, 3);
  context.fillStyle = paints.ground;
  context.fill(discs);
  context.fillStyle = paints.text;
  context.fill(triangles);
  stroke(crosses, paints.text, thin + 0.5);
  context.fillStyle = paints.mark;
  context.fill(tickDiscs);
  stroke(ticks, paints.onMark, 2);
  if (!pointed) return;
  context.strokeStyle = paints.mark;
  context.lineWidth = 2;
  context.strokeRect(pointed.x - 5, pointed.y - 5, pointed.w + 10, pointed.h + 10);
}

function crossOf(path: Path2D, at: Point, r: number): void {
  path.moveTo(at.x - r, at.y - r);
  path.lineTo(at.x + r, at.y + r);
  path.moveTo(at.x + r, at.y - r);
  path.lineTo(at.x - r, at.y + r);
}
function triangleOf(path: Path2D, at: Point, r: number): void {
  path.moveTo(at.x, at.y - r);
  path.lineTo(at.x + r, at.y + r * 0.75);
  path.lineTo(at.x - r, at.y + r * 0.75);
}
function tickOf(path: Path2D, at: Point, r: number): void {
  path.moveTo(at.x - r, at.y);
  path.lineTo(at.x - r * 0.2, at.y + r * 0.7);
  path.lineTo(at.x + r, at.y - r * 0.7);
}
