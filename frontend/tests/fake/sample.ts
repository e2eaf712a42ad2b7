/** The example session of tests and pictures: fourteen people, six activities, forty notes. */
import type { ActivityRecord, ClusterRecord, Kind, NoteRecord, RunRecord, ViewRecord } from "../../src/api/types";

import { desk, now, people } from "./people";

export const session = "s1";
export { now, people };
const minute = 60_000;

const question = "What would help all three sites test the water every week until March?";
const plan: [Kind, string, number, string, string][] = [
  [
    "brief",
    "Arrive",
    10,
    "Why we are here: agree what the three sites do together until March.",
    "Find a seat and say hello to someone new.",
  ],
  ["brainstorm", "Ideas alone", 10, question, "Write one idea per note. Short is fine."],
  [
    "cluster",
    "Cluster",
    12,
    "Which of these say the same thing?",
    "Move notes together, then give each cluster a name.",
  ],
  ["vote", "Vote", 8, "Which of these should all three sites do first?", ""],
  [
    "discuss",
    "Talk it through",
    20,
    "What would have to be true for this to work?",
    "One item at a time. One person writes.",
  ],
  ["commit", "Commit", 15, "Who does what, by when?", "Only what somebody says yes to."],
];

export function activities(current: number): ActivityRecord[] {
  return plan.map(([activityKind, title, minutes, prompt, instructions], i) => ({
    id: `a${i}`,
    kind: "activity",
    order: `m${i}`,
    activityKind,
    title,
    minutes,
    prompt,
    promptRaw: prompt,
    instructions,
    settings:
      activityKind === "brainstorm"
        ? { visibility: "private-until-reveal", authorship: "hidden" }
        : activityKind === "discuss"
          ? { items: "top:3" }
          : {},
    state: i < current ? "closed" : i === current ? "open" : "planned",
    ...(i <= current ? { run: `r${i}` } : {}),
    yields: "",
    ...(i >= 2 ? { source: "a1" } : {}),
  }));
}

export function run(index: number, state: RunRecord["state"], extra: Partial<RunRecord> = {}): RunRecord {
  const begin = now - 17 * minute;
  const starts = [0, 12, 22, 34, 42, 62];
  const [kind, , minutes] = plan[index] ?? ["brief", "", 10];
  const startedAt = state === "closed" ? begin + (starts[index] ?? 0) * minute : now - 4 * minute - 48_000;
  return {
    id: `r${index}`,
    kind: "run",
    activity: `a${index}`,
    activityKind: kind as Kind,
    state,
    startedAt,
    plannedSeconds: Number(minutes) * 60,
    extendedSeconds: 0,
    pausedMs: 0,
    settings: {},
    options: [],
    ...(state === "closed" ? { closedAt: startedAt + (index === 0 ? 12 : Number(minutes)) * minute } : {}),
    private: false,
    hiddenAuthors: false,
    secret: false,
    whoSees: "Everyone sees a note as soon as it is added.",
    sees: [{ code: "notes-now" }],
    eligible: 13,
    ...(kind === "brainstorm"
      ? {
          writing: {
            quiet: true,
            most: Number(extra.settings?.["maxPerPerson"] ?? 0),
            mine: 0,
            attachTo: "board",
            media: ["text", "sketch"],
          },
        }
      : {}),
    ...(kind === "cluster"
      ? { sorting: { sorts: true, who: "everyone", step: 0, steps: 1, leastWords: 1, mostWords: 7 } }
      : {}),
    ...extra,
  };
}

const clusters: [string, NoteRecord["color"][], string[]][] = [
  [
    "One way of testing",
    [],
    [
      "Same test kit at all three sites",
      "One page with pictures: how to take a sample",
      "Test on the same weekday, same hour",
      "Two people take each sample, not one",
      "Train with the nurse, she tests blood already",
      "Label bottles before you walk to the well",
      "Write it down when a test fails, too",
      "Cool box for the walk back",
      "Practise once together before the rain",
    ],
  ],
  [
    "Trust between sites",
    [],
    [
      "Nobody sees the other sites’ numbers",
      "Put results on the wall by the well",
      "Swap testers for one week",
      "Start with good news, not with blame",
      "Each site shows its worst week",
      "We argue about the method, not the water",
      "Teachers could check our sheets",
      "Call each other on Friday, ten minutes",
    ],
  ],
  [
    "Telling people",
    [],
    [
      "Green or red flag on the pump",
      "Radio notice on Saturday morning",
      "Children carry the result home",
      "Say what to do, not only “unsafe”",
      "Text message in both languages",
    ],
  ],
  [
    "Cost of kits",
    [],
    [
      "Buy kits together, a third cheaper",
      "Ask the council for storage",
      "Strips weekly, laboratory once a month",
      "Who pays when the grant ends?",
      "Boil and reuse the bottles",
      "A small fee per jerrycan?",
      "Ask the school for its fridge",
    ],
  ],
  [
    "Who decides",
    [],
    [
      "One person per site may close the well",
      "Red strip means closed, in writing",
      "The committee meets too rarely",
      "Women fetch the water, ask them first",
    ],
  ],
];
const loose = ["Rain gauge at every site", "Map of the old pipes", "What about the dry season?"];
const colours: NoteRecord["color"][] = ["yellow", "cyan", "green"];

export function board(): (NoteRecord | ClusterRecord)[] {
  let n = 0;
  const note = (text: string, cluster: string | undefined): NoteRecord => ({
    id: `n${n}`,
    kind: "note",
    activity: "a1",
    text,
    textRev: 1,
    color: colours[(n * 7) % 3] ?? "yellow",
    order: `k${String(n++).padStart(3, "0")}`,
    mine: n % 12 === 0,
    draft: false,
    ...(cluster ? { cluster } : {}),
  });
  return [
    ...clusters.flatMap(([name, , texts], i): (NoteRecord | ClusterRecord)[] => [
      { id: `c${i}`, kind: "cluster", activity: "a1", name, order: `m${i}` },
      ...texts.map((text) => note(text, `c${i}`)),
    ]),
    ...loose.map((text) => note(text, undefined)),
  ];
}

export const options = [
  ["Red strip means closed, in writing", "Who decides"],
  ["Put results on the wall by the well", "Trust between sites"],
  ["Same test kit at all three sites", "One way of testing"],
  ["Radio notice on Saturday morning", "Telling people"],
  ["Train with the nurse, she tests blood already", "One way of testing"],
  ["Women fetch the water, ask them first", "Who decides"],
  ["Buy kits together, a third cheaper", "Cost of kits"],
  ["Ask the council for storage", "Cost of kits"],
].map(([text, sub], i) => ({ id: `o${i}`, text: text ?? "", sub: sub ?? "" }));

const sealed = "Sealed until the vote closes, also for Amina.";
const privately = "Only on this laptop until Amina turns all notes over. Names stay hidden in the room.";
const sealedNotes = [{ code: "notes-until", name: "Amina" }, { code: "notes-names" }];
const sealedVote = [{ code: "votes-until" }, { code: "votes-until-for", name: "Amina" }];

const drafts = (): NoteRecord[] =>
  [
    "Red strip means closed, in writing",
    "Children carry the result home",
    "Call each other on Friday, ten minutes",
    "A small fee per jerrycan?",
  ].map((text, i) => ({
    id: `d${i}`,
    kind: "note",
    activity: "a1",
    text,
    textRev: 1,
    color: "yellow",
    order: `z${i}`,
    mine: true,
    draft: true,
  }));

const result = (): ViewRecord => ({
  id: "result/r3",
  kind: "result",
  run: "r3",
  method: "dots",
  handedIn: 13,
  eligible: 13,
  counted: 12,
  unopened: 1,
  verdict: "narrowed",
  void: 0,
  quorum: 7,
  abstained: 0,
  dotsEach: 5,
  secret: true,
  tie: true,
  rows: [
    ["1", 2, 14, 9],
    ["2=", 1, 11, 8],
    ["2=", 0, 11, 7],
    ["4", 5, 9, 6],
    ["5", 4, 8, 6],
    ["6", 6, 6, 4],
    ["7", 3, 4, 3],
    ["8", 7, 2, 2],
  ].map(([rank, option, dots, voters]) => ({
    option: `o${option}`,
    text: options[Number(option)]?.text ?? "",
    rank: String(rank),
    dots: Number(dots),
    voters: Number(voters),
    share: 0,
  })),
});

export type Scene =
  | "draft"
  | "waiting"
  | "brief"
  | "round"
  | "write"
  | "cluster"
  | "vote"
  | "result"
  | "discuss"
  | "commit"
  | "later"
  | "closed"
  | "gone"
  | "alone";

function scenery(scene: Scene, facilitator: boolean): { current: number; runs: RunRecord[]; more: ViewRecord[] } {
  const past = (n: number) => Array.from({ length: n }, (_, i) => run(i, "closed"));
  const items = options
    .slice(0, 3)
    .map((option, i) => ({ id: option.id, text: option.text, dots: [14, 11, 11][i] ?? 0 }));
  switch (scene) {
    case "draft":
    case "waiting":
      return { current: -1, runs: [], more: [] };
    case "brief":
      return { current: 0, runs: [run(0, "open")], more: [] };
    case "round":
      return {
        current: 0,
        runs: [run(0, "open", { activityKind: "round" })],
        more: [
          {
            id: "q1",
            kind: "response",
            run: "r0",
            person: "p1",
            text: "That we stop arguing about whose numbers are right.",
            pass: false,
            mine: false,
          },
          {
            id: "q2",
            kind: "response",
            run: "r0",
            person: "p4",
            text: "A date in the calendar for every site.",
            pass: false,
            mine: false,
          },
          { id: "q3", kind: "response", run: "r0", person: "p12", text: "", pass: true, mine: false },
        ],
      };
    case "write":
    case "gone":
      return {
        current: 1,
        runs: [
          ...past(1),
          run(1, "open", { private: true, hiddenAuthors: true, whoSees: privately, sees: sealedNotes }),
        ],
        more: [
          ...(facilitator ? [] : drafts()),
          { id: "facedown/r1", kind: "facedown", run: "r1", count: facilitator ? 31 : 27, writers: 12 },
        ],
      };
    case "cluster":
    case "alone":
      return { current: 2, runs: [...past(2), run(2, "open", { board: "a1" })], more: board() };
    case "vote":
      return {
        current: 3,
        runs: [
          ...past(3),
          run(3, "open", { options, dots: 5, maxPerOption: 2, secret: true, whoSees: sealed, sees: sealedVote }),
        ],
        more: [{ id: "ballot/r3", kind: "ballot", run: "r3", handedIn: 9, eligible: 13 }],
      };
    case "result":
      return {
        current: 3,
        runs: [...past(3), run(3, "closed", { options, dots: 5, maxPerOption: 2 })],
        more: [
          {
            id: "ballot/r3",
            kind: "ballot",
            run: "r3",
            handedIn: 13,
            eligible: 13,
            mine: [
              { option: "o2", value: 2 },
              { option: "o0", value: 1 },
            ],
          },
          result(),
        ],
      };
    case "discuss":
      return {
        current: 4,
        runs: [...past(4), run(4, "open", { items, item: "o2" })],
        more: [
          result(),
          {
            id: "k1",
            kind: "capture",
            run: "r4",
            activity: "a4",
            type: "insight",
            text: "One kit means one price and one way to read it.",
            item: "o2",
            author: "p2",
          },
          {
            id: "k2",
            kind: "capture",
            run: "r4",
            activity: "a4",
            type: "question",
            text: "Who keeps the spare strips cool?",
            item: "o2",
            author: "p4",
          },
          { id: "k3", kind: "parked", text: "Map of the old pipes", author: "p12" },
        ],
      };
    case "commit":
    case "closed":
      return {
        current: scene === "closed" ? 6 : 5,
        runs: [...past(5), run(5, scene === "closed" ? "closed" : "open")],
        more: [
          {
            id: "t1",
            kind: "action",
            number: 1,
            what: "Order six test kits",
            owner: "p1",
            accepted: "yes",
            due: "2026-12-04",
            evidence: [],
          },
          {
            id: "t2",
            kind: "action",
            number: 2,
            what: "Write the one-page method with pictures",
            owner: "p2",
            accepted: "spoken",
            due: "2026-12-11",
            evidence: [],
          },
          {
            id: "t3",
            kind: "action",
            number: 3,
            what: "Hang a results sheet at each well",
            owner: "p9",
            accepted: "no",
            due: "2026-12-07",
            evidence: [],
          },
          { id: "t4", kind: "action", number: 4, what: "Ask the council for storage", accepted: "no", evidence: [] },
          { id: "k3", kind: "parked", text: "Map of the old pipes", author: "p12" },
        ],
      };
    case "later":
      return { current: 2, runs: [...past(2), run(2, "open", { activityKind: "canvas" })], more: [] };
  }
}

/** All records of a scene, as one person sees it. */
export function scene(which: Scene, facilitator: boolean): ViewRecord[] {
  const me = facilitator ? (which === "gone" ? 1 : 0) : 9;
  const { current, runs, more } = scenery(which, facilitator);
  const alone = which === "alone";
  const crowd =
    which === "draft"
      ? people(me).slice(0, 1)
      : which === "waiting"
        ? people(me).slice(0, 10)
        : people(me, { alone, ...(which === "gone" ? { away: 0 } : {}) });
  return [
    {
      id: session,
      kind: "session",
      title: "Clean water pilot",
      purpose: "Agree what the three sites do together until March.",
      question,
      period: "until March",
      date: "2026-11-23",
      place: "Town hall, room 2",
      state: which === "draft" || which === "waiting" ? "draft" : which === "closed" ? "closed" : "live",
      ...(current >= 0 ? { started: now - 17 * minute } : {}),
      ...(which === "closed" ? { ended: now } : {}),
      floor: "p0",
      me: `p${me}`,
      role: facilitator ? "facilitator" : "participant",
      ...(current >= 0 && current < 6 && which !== "result" ? { current: `r${current}` } : {}),
      offsetMs: 0,
    },
    { id: "u1", kind: "outcome", text: "Every household knows each week if the water is safe.", order: "m" },
    ...crowd,
    ...activities(current),
    ...runs,
    ...more,
    ...(facilitator ? desk(which) : []),
    ...(current >= 0 && current < 6 && which !== "result"
      ? [
          {
            id: "talk",
            kind: "talk" as const,
            run: `r${current}`,
            queue: [{ person: "p8" }, { person: "p4" }],
            ...(which === "discuss" ? { speaker: { person: "p8" }, speakerAt: now - 40_000 } : {}),
          },
        ]
      : []),
    {
      id: "sharing",
      kind: "sharing",
      connected: alone ? 0 : crowd.length - 1,
      people: crowd.length,
      waiting: alone ? 3 : 0,
      behind: 0,
      alone,
    },
  ];
}
