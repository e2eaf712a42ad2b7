/** The sessions and templates of the example computer. */
import type { SessionEntry, TemplateEntry } from "../../src/api/types";
import { now, session } from "./sample";

const minute = 60_000;

export const library = (): SessionEntry[] => [
  {
    id: session,
    title: "Clean water pilot",
    purpose: "Agree what the three sites do together until March.",
    state: "live",
    role: "facilitator",
    updated: now,
    started: now - 17 * minute,
    people: 14,
    open: true,
  },
  {
    id: "s2",
    title: "Nurses and testers, first joint round",
    purpose: "Practise the sample together and write the one-page method.",
    state: "draft",
    role: "facilitator",
    updated: now - 3 * 86_400_000,
    people: 3,
    open: false,
  },
  {
    id: "s3",
    title: "Storage with the council",
    purpose: "Find a dry, locked place for kits at each site.",
    state: "draft",
    role: "facilitator",
    updated: now - 5 * 86_400_000,
    people: 1,
    open: false,
  },
  {
    id: "s4",
    title: "What the wells told us in October",
    purpose: "Look at the numbers together before the rain.",
    state: "closed",
    role: "facilitator",
    updated: now - 14 * 86_400_000,
    started: now - 14 * 86_400_000,
    people: 12,
    open: false,
  },
  {
    id: "s5",
    title: "Charter with the water committee",
    purpose: "Purpose, working agreements, who decides what.",
    state: "closed",
    role: "participant",
    updated: now - 34 * 86_400_000,
    started: now - 34 * 86_400_000,
    people: 9,
    open: false,
  },
  {
    id: "s6",
    title: "اجتماع لجنة المياه",
    purpose: "الاتفاق على طريقة واحدة للفحص قبل موسم المطر.",
    state: "closed",
    role: "participant",
    updated: now - 48 * 86_400_000,
    started: now - 48 * 86_400_000,
    people: 6,
    open: false,
  },
];

export const templates = (): TemplateEntry[] =>
  (
    [
      [
        "quick-cocreation",
        "Quick co-creation",
        "From one question to named ideas, a priority and owned actions in one hour.",
        60,
        true,
      ],
      ["charter", "Session charter", "Purpose, working agreements and who decides what.", 45, true],
      ["one-two-four-all", "1-2-4-All question", "Every voice on one question, quickly.", 15, false],
      [
        "consensus-workshop",
        "Consensus workshop",
        "Many ideas to a few named directions everybody can stand behind.",
        90,
        true,
      ],
      ["consent-decision", "Consent decision", "Good enough for now, safe enough to try.", 60, true],
      ["retro", "Look back, look ahead", "What to keep, what to change, who does it.", 60, true],
      ["three-horizons", "Three horizons", "From what fades to what grows.", 120, false],
      ["follow-up", "Follow-up circle", "What happened to the actions.", 45, true],
    ] as const
  ).map(([id, name, purpose, minutes, supported]) => ({
    id,
    name,
    purpose,
    minutes,
    groupMin: 4,
    groupMax: 16,
    kinds: supported ? ["brief", "round", "brainstorm", "cluster", "vote", "commit"] : ["brief", "breakout", "canvas"],
    supported,
    own: false,
    learned: 0,
  }));
