/** The past of the fake: the notes come one after the other, are put into clusters, and a few things are taken away again. */
import type { Moment, NoteRecord, ViewRecord } from "../../src/api/types";
import type { Table } from "./board";

const minute = (m: number) => Date.UTC(2026, 10, 23, 9, m);

/** In the first nobody is named; the last is now. */
export const moments: Moment[] = [
  { at: "m1", wall: minute(12), count: 30 },
  { at: "m2", wall: minute(15), activity: "a0", person: "p0", count: 2 },
  { at: "m3", wall: minute(20), activity: "a1", person: "p1", count: 12 },
  { at: "m4", wall: minute(22), activity: "a1", person: "p4", count: 9 },
  { at: "m5", wall: minute(24), activity: "a1", person: "p1", count: 3 },
  { at: "m6", wall: minute(34), activity: "a2", person: "p4", count: 6 },
  { at: "m7", wall: minute(36), activity: "a2", person: "p8", count: 4 },
  { at: "m8", wall: minute(40), activity: "a2", person: "p1", count: 12 },
  { at: "m9", wall: minute(44), activity: "a2", person: "p4", count: 1 },
];

/** What was there from m6 to m8, and is gone. */
const lost = (cluster: string): ViewRecord[] => [
  { id: "lostc", kind: "cluster", activity: "a1", name: "Boiling", order: "zz" },
  {
    id: "lost",
    kind: "note",
    activity: "a1",
    text: "Boil it before the walk",
    textRev: 1,
    color: "red",
    order: "zz",
    cluster: "lostc",
    author: "p4",
    mine: false,
    draft: false,
  },
  { id: "lostarrow", kind: "connector", activity: "a1", from: cluster, to: "lostc", label: "or else", sign: "" },
  {
    id: "lostink",
    kind: "stroke",
    activity: "a1",
    dots: [700, 60, 760, 20, 840, 70, 780, 120, 700, 60],
    color: "purple",
    label: "the way",
    author: "p1",
    mine: false,
  },
];

/** The boards at a moment. */
export function boardsAt(table: Table, at: string): ViewRecord[] {
  const place = moments.findIndex((moment) => moment.at === at);
  const all = [...table.records.values()].filter((record) => record.id.startsWith("lost") === false);
  const notes = all.filter((record) => record.kind === "note");
  if (place < 5) {
    const early = (one: NoteRecord, i: number): NoteRecord => {
      const { cluster, ...loose } = one;
      return cluster !== undefined && i % 3 === 0 ? { ...loose, text: `${one.text} (then)` } : loose;
    };
    return notes.slice(0, Math.ceil((notes.length * (place + 1)) / 5)).map(early);
  }
  const around = all.filter(({ kind }) => kind === "cluster" || kind === "connector" || kind === "placement");
  const first = around.find((one) => one.kind === "cluster")?.id ?? "";
  return [...around, ...notes, ...(place < 8 ? lost(first) : [])];
}
