/** What the fake does with the gestures of a board. Splices are taken against the text as it is: one writer at a time. */
import type { ConnectorRecord, NoteRecord, StrokeRecord, ViewRecord } from "../../src/api/types";
import { apply, type Splice } from "../../src/board/splices";
import { boardsAt, moments } from "./past";

export interface Table {
  records: Map<string, ViewRecord>;
  tell: (record: ViewRecord) => void;
  drop: (id: string) => void;
  next: () => number;
  me: () => string;
}
/** A picture of one pixel. */
const dot = "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPgjr8gnW0FAAbFAfuUapTCAAAAAElFTkSuQmCC";
type Params = Record<string, unknown>;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Lays a note onto a canvas, or without a place off it. */
function lay(table: Table, p: Params, one: Params): void {
  const id = `place/${String(p["board"])}/${String(one["note"])}`;
  const at = { ...p, ...one };
  if (["zone", "slot", "x", "y"].some((name) => at[name]))
    table.tell({ ...at, id, kind: "placement" } as unknown as ViewRecord);
  else table.drop(id);
}

/** The answer to a method of the board, or undefined where it is none. */
export function onBoard(table: Table, method: string, p: Params): object | undefined {
  const note = (id: unknown): NoteRecord | undefined => {
    const record = table.records.get(String(id));
    return record?.kind === "note" ? record : undefined;
  };
  switch (method) {
    case "text.splice": {
      const known = note(p["record"]);
      if (!known) return {};
      const text = list(p["splices"]).reduce<string>((now, splice) => apply(now, splice as Splice), known.text);
      table.tell({ ...known, text, textRev: known.textRev + 1 });
      return { rev: known.textRev + 1 };
    }
    case "picture.send":
      return {};
    case "picture.add": {
      const id = `new${table.next()}`;
      table.tell({
        id,
        kind: "note",
        activity: String(p["activity"]),
        text: String(p["text"]),
        textRev: 1,
        color: "yellow",
        order: `zz${id.padStart(8, "0")}`,
        mine: true,
        draft: false,
        author: table.me(),
        picture: "f00d",
        wide: 2,
        tall: 1,
      });
      return { id };
    }
    case "picture.get":
      return { data: dot, size: 72, type: "image/png" };
    case "notes.add": {
      const ids = list(p["texts"]).map((text, i) => {
        const id = `new${table.next()}`;
        table.tell({
          id,
          kind: "note",
          activity: String(p["activity"]),
          text: String(text),
          textRev: 1,
          color: (list(p["colors"])[i] ?? p["color"] ?? "yellow") as NoteRecord["color"],
          order: `zz${id.padStart(8, "0")}`,
          mine: true,
          draft: false,
          author: table.me(),
          ...(p["cluster"] ? { cluster: String(p["cluster"]) } : {}),
        });
        return id;
      });
      return { ids };
    }
    case "notes.place":
      for (const one of list(p["notes"]) as Params[]) {
        const known = note(one["note"]);
        if (!known) continue;
        const moved = { ...known, x: Number(one["x"] ?? known.x ?? 0), y: Number(one["y"] ?? known.y ?? 0) };
        if (p["cluster"] === "") delete moved.cluster;
        else if (p["cluster"] !== undefined) moved.cluster = String(p["cluster"]);
        table.tell(moved);
      }
      return {};
    case "cluster.place": {
      const known = table.records.get(String(p["cluster"]));
      if (known?.kind === "cluster") table.tell({ ...known, x: Number(p["x"]), y: Number(p["y"]) });
      return {};
    }
    case "note.place":
      lay(table, p, p);
      return {};
    case "notes.lay":
      for (const one of list(p["notes"]) as Params[]) lay(table, p, one);
      return {};
    case "notes.remove":
      for (const id of [...list(p["notes"]), ...list(p["strokes"])]) table.drop(String(id));
      return {};
    case "notes.recolor":
      for (const id of list(p["notes"])) {
        const known = note(id);
        if (known) table.tell({ ...known, color: p["color"] as NoteRecord["color"] });
      }
      return {};
    case "connector.add": {
      const id = `arrow${table.next()}`;
      const made = { id, kind: "connector", activity: "a1", from: String(p["from"]), to: String(p["to"]) } as const;
      table.tell({ ...made, label: "", sign: "" });
      return { id };
    }
    case "connector.edit": {
      const known = table.records.get(String(p["connector"]));
      if (known) table.tell({ ...known, ...p, id: known.id } as ConnectorRecord);
      return {};
    }
    case "comment.add": {
      const id = `said${table.next()}`;
      const text = String(p["text"]);
      table.tell({ id, kind: "comment", on: String(p["on"]), text, author: table.me(), mine: true });
      return { id };
    }
    case "mark.set": {
      const id = `mark/${String(p["note"])}/${String(p["reaction"])}`;
      if (p["label"] === "") table.drop(id);
      else
        table.tell({
          id,
          kind: "mark",
          note: String(p["note"]),
          label: String(p["label"]),
          reaction: p["reaction"] === true,
          mine: true,
        });
      return {};
    }
    case "ink.add": {
      const id = `ink${table.next()}`;
      table.tell({
        id,
        kind: "stroke",
        activity: String(p["activity"]),
        dots: list(p["dots"]).map(Number),
        color: (p["color"] ?? "blue") as StrokeRecord["color"],
        label: String(p["label"] ?? ""),
        author: table.me(),
        mine: true,
      });
      return { id };
    }
    case "ink.edit": {
      const known = table.records.get(String(p["stroke"]));
      if (known?.kind === "stroke")
        table.tell({
          ...known,
          label: String(p["label"] ?? known.label),
          color: (p["color"] ?? known.color) as StrokeRecord["color"],
        });
      return {};
    }
    case "ink.move":
      for (const id of list(p["strokes"])) {
        const known = table.records.get(String(id));
        if (known?.kind !== "stroke") continue;
        const by = [Number(p["dx"]), Number(p["dy"])];
        table.tell({ ...known, dots: known.dots.map((at, i) => at + (by[i % 2] ?? 0)) });
      }
      return {};
    case "ink.remove":
      for (const id of list(p["strokes"])) table.drop(String(id));
      return {};
    case "zone.lock":
      for (const run of table.records.values()) {
        if (run.kind !== "run" || !run.canvas || run.activity !== p["board"]) continue;
        const zones = run.canvas.zones.map((zone) =>
          zone.title === p["zone"] ? { ...zone, locked: p["locked"] === true } : zone,
        );
        table.tell({ ...run, canvas: { ...run.canvas, zones } });
      }
      return {};
    case "board.lock": {
      const known = table.records.get(String(p["record"]));
      if (known) table.tell({ ...known, locked: p["locked"] === true } as ViewRecord);
      return {};
    }
    case "history.moments":
      return { moments };
    case "history.look":
      return { records: boardsAt(table, String(p["at"])) };
    case "history.bring":
      for (const record of boardsAt(table, String(p["at"])))
        if (list(p["notes"]).includes(record.id)) table.tell(record);
      return {};
    default:
      return undefined;
  }
}
