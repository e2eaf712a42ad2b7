/** The people of the example session, and what only the facilitator among them is told. */
import type { PersonRecord, ViewRecord } from "../../src/api/types";
import type { Scene } from "./sample";

/** 23 November 2026, 09:47:00 UTC. */
export const now = Date.UTC(2026, 10, 23, 9, 47, 0);

const names = [
  "Amina Khan",
  "Jonas Weber",
  "Priya Nair",
  "Tomás Rivera",
  "Leila Haddad",
  "Samuel Okoro",
  "Grace Wanjiru",
  "Mei Lin",
  "Daniel Baptiste",
  "Fatima Zahra",
  "Viktor Petrov",
  "Ingrid Solberg",
  "Kofi Asante",
  "Rosa Marino",
];
const ready = new Set([1, 3, 4, 6, 7, 11, 12]);

export function people(me: number, options: { away?: number; alone?: boolean } = {}): PersonRecord[] {
  return names.map((name, i) => ({
    id: `p${i}`,
    kind: "person",
    name,
    role: i === 0 ? "first" : i === 1 ? "cofacilitator" : "participant",
    me: i === me,
    here: i !== options.away && !(options.alone && i !== me),
    ready: ready.has(i),
    hand: i === 8,
    via: i === 3 ? ("direct" as const) : i === 6 ? ("relayed" as const) : ("near" as const),
  }));
}

/** What only a facilitator's window is told: the door and their own notes. */
export function desk(which: Scene): ViewRecord[] {
  const here = which === "waiting" || which === "write";
  return [
    {
      id: "door",
      kind: "door",
      ...(which === "waiting" ? { code: "4-tulip-anchor" } : {}),
      waiting: here
        ? [
            { person: "w1", name: "Yusuf Demir", words: "maple harbor", role: "participant", since: now - 20_000 },
            ...(which === "waiting"
              ? [{ person: "w2", name: "", words: "cedar lamp", role: "observer" as const, since: now - 8_000 }]
              : []),
          ]
        : [],
    },
    { id: "memo", kind: "memo", text: "Daniel looks at the window a lot. Ask him about the river site over coffee." },
    ...(which === "commit"
      ? [{ id: "pt1", kind: "point" as const, text: "We talk over each other.", author: "p4" }]
      : []),
  ];
}
