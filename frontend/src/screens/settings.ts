/** The settings of each kind, as a facilitator meets them: names as in the templates, words from the catalogue. */
import type { Kind } from "../api/types";
import { captureName, kindName } from "../words/kinds";
import { t } from "../words/words.svelte";

export interface ChoiceRow {
  form: "choice";
  name: string;
  label: string;
  standard: string;
  options: { value: string; label: string }[];
  hint?: (value: string) => string | undefined;
}
export interface NumberRow {
  form: "number";
  name: string;
  label: string;
  /** Said when the setting is absent, and offered as a way back to it. */
  none: string;
  start: number;
  min: number;
  max: number;
  /** The setting counts in parts of this: 0.1 shows tenths. */
  step?: number;
}
export interface FlagRow {
  form: "flag";
  name: string;
  label: string;
  standard: boolean;
}
/** Several lines: texts, numbers, or titles of zones. */
export interface LinesRow {
  form: "lines";
  name: string;
  label: string;
  of: "texts" | "numbers" | "zones" | "pair" | "text pair" | "sizes";
}
/** Any of a few. */
export interface PicksRow {
  form: "picks";
  name: string;
  label: string;
  standard: readonly string[];
  options: { value: string; label: string }[];
}
export type Row = ChoiceRow | NumberRow | FlagRow | LinesRow | PicksRow;

type Pairs = [value: string, label: string][];
const listed = (pairs: Pairs) => pairs.map(([value, label]) => ({ value, label }));
const choice = (name: string, label: string, standard: string, pairs: Pairs): ChoiceRow => ({
  form: "choice",
  name,
  label,
  standard,
  options: listed(pairs),
});
const number = (name: string, label: string, none: string, start: number, min: number, max: number): NumberRow => ({
  form: "number",
  name,
  label,
  none,
  start,
  min,
  max,
});
const flag = (name: string, label: string, standard: boolean): FlagRow => ({ form: "flag", name, label, standard });
const lines = (name: string, label: string, of: LinesRow["of"] = "texts"): LinesRow => ({
  form: "lines",
  name,
  label,
  of,
});
const picks = (name: string, label: string, standard: readonly string[], pairs: Pairs): PicksRow => ({
  form: "picks",
  name,
  label,
  standard,
  options: listed(pairs),
});

const authorship = (): ChoiceRow => ({
  ...choice("authorship", t("set-names"), "named", [
    ["named", t("set-names-shown")],
    ["hidden", t("set-names-hidden")],
    ["anonymous", t("set-names-anonymous")],
  ]),
  hint: (value) =>
    value === "named" ? undefined : value === "anonymous" ? t("sees-notes-batched") : t("set-names-hidden-hint"),
});
const visibility = (standard: string): ChoiceRow =>
  choice("visibility", t("set-while"), standard, [
    ["private-until-reveal", t("set-while-private")],
    ["public", t("set-while-public")],
    ["own-group", t("set-while-group")],
  ]);

function round(): Row[] {
  return [
    choice("answer", t("set-answer"), "text", [
      ["text", t("set-answer-text")],
      ["word", t("set-answer-word")],
      ["scale5", t("set-answer-five")],
      ["fist0-5", t("set-answer-fist")],
      ["symbol", t("set-answer-symbol")],
      ["none", t("set-answer-none")],
    ]),
    flag("passAllowed", t("set-pass"), true),
    flag("spokenOnly", t("set-spoken"), false),
    number("secondsPerTurn", t("set-turn"), t("set-standard"), 30, 10, 600),
    choice("order", t("set-order"), "random", [
      ["circle", t("set-order-circle")],
      ["random", t("set-order-random")],
      ["volunteers", t("set-order-volunteers")],
    ]),
    choice("mode", t("set-mode"), "once", [
      ["once", t("set-mode-once")],
      ["until-empty", t("set-mode-empty")],
    ]),
    choice("scope", t("set-scope"), "all", [
      ["all", t("set-scope-all")],
      ["table", t("set-scope-table")],
      ["pairs", t("set-scope-pairs")],
    ]),
    flag("secret", t("set-secret-answers"), false),
  ];
}

function brainstorm(): Row[] {
  return [
    visibility("private-until-reveal"),
    authorship(),
    number("maxPerPerson", t("set-max"), t("set-no-limit"), 8, 1, 50),
    number("minPerPerson", t("set-min"), t("set-standard"), 1, 0, 50),
    number("starOwn", t("set-star"), t("set-standard"), 1, 0, 20),
    flag("silent", t("set-silent"), true),
    picks(
      "media",
      t("set-media"),
      ["text", "sketch"],
      [
        ["text", t("set-media-text")],
        ["sketch", t("set-media-sketch")],
        ["photo", t("set-media-photo")],
      ],
    ),
    number("slots", t("set-slots"), t("set-standard"), 8, 1, 100),
    number("secondsPerSlot", t("set-slot-seconds"), t("set-standard"), 60, 10, 600),
    choice("attachTo", t("set-attach"), "board", [
      ["board", t("set-attach-board")],
      ["notes", t("set-attach-notes")],
      ["connectors", t("set-attach-arrows")],
    ]),
  ];
}

function cluster(): Row[] {
  return [
    choice("who", t("set-who"), "everyone", [
      ["everyone", t("set-who-everyone")],
      ["hosts", t("set-who-hosts")],
      ["facilitators", t("set-who-facilitators")],
    ]),
    choice("mode", t("set-mode"), "group", [
      ["group", t("set-mode-group")],
      ["name-only", t("set-mode-name")],
      ["merge", t("set-mode-merge")],
    ]),
    choice("release", t("set-release"), "all-at-once", [
      ["all-at-once", t("set-release-all")],
      ["in-batches", t("set-release-batches")],
    ]),
    flag("startWithPairs", t("set-pairs"), false),
    choice("order", t("set-order"), "free", [
      ["free", t("set-order-free")],
      ["largest-first", t("set-order-largest")],
    ]),
    number("maxClusters", t("set-clusters"), t("set-no-limit"), 7, 1, 100),
    lines("nameWords", t("set-name-words"), "pair"),
  ];
}

function vote(): Row[] {
  return [
    choice("method", t("set-method"), "dots", [
      ["dots", t("set-method-dots")],
      ["rank", t("set-method-rank")],
      ["score", t("set-method-score")],
      ["grid", t("set-method-grid")],
      ["scale", t("set-method-scale")],
      ["consent", t("set-method-consent")],
    ]),
    choice("purpose", t("set-purpose"), "narrow", [
      ["gauge", t("set-purpose-gauge")],
      ["narrow", t("set-purpose-narrow")],
      ["decide", t("set-purpose-decide")],
    ]),
    choice("options", t("set-options"), "clusters", [
      ["clusters", t("set-options-clusters")],
      ["notes", t("set-options-notes")],
      ["proposal", t("set-options-proposal")],
      ["charter", t("set-options-charter")],
      ["reports", t("set-options-reports")],
      ["selection", t("set-options-selection")],
      ["all", t("set-options-all")],
    ]),
    number("dots", t("set-dots"), t("set-auto"), 3, 1, 20),
    number("maxPerOption", t("set-stack"), t("set-standard"), 2, 1, 20),
    flag("secret", t("set-sealed"), true),
    flag("ownAllowed", t("set-own"), true),
    flag("forecast", t("set-forecast"), false),
    choice("scale", t("set-scale"), "scale5", [
      ["scale5", t("set-answer-five")],
      ["fist0-5", t("set-answer-fist")],
      ["thumbs", t("set-scale-thumbs")],
    ]),
    number("rankTop", t("set-places"), t("set-standard"), 3, 1, 20),
    lines("criteria", t("set-criteria")),
    number("passes", t("set-passes"), t("set-scope-all"), 5, 1, 20),
    number("threshold", t("set-threshold"), t("set-standard"), 3, 0, 20),
    { ...number("quorum", t("set-quorum-share"), t("set-standard"), 0.5, 0, 1), step: 0.1 },
  ];
}

function discuss(): Row[] {
  return [
    choice("items", t("set-items"), "none", [
      ["none", t("set-items-none")],
      ["top:3", t("set-items-top")],
      ["spread:3", t("set-items-spread")],
      ["ranked", t("set-items-ranked")],
      ["clusters", t("set-options-clusters")],
      ["groups", t("set-items-groups")],
      ["proposal", t("set-options-proposal")],
      ["objections", t("set-items-objections")],
    ]),
    number("minutesPerItem", t("set-item"), t("set-standard"), 5, 1, 60),
    choice("extendByVote", t("set-extend"), "none", [
      ["none", t("no")],
      ["thumbs", t("set-scale-thumbs")],
    ]),
    lines("extensions", t("set-extensions"), "numbers"),
    choice("speaking", t("set-speaking"), "queue", [
      ["open", t("set-speaking-open")],
      ["queue", t("set-speaking-queue")],
      ["round", t("set-speaking-round")],
    ]),
    picks(
      "capture",
      t("set-capture"),
      ["insight", "parked"],
      (["insight", "question", "decision", "action", "parked"] as const).map((type) => [type, captureName(type)]),
    ),
  ];
}

function breakout(): Row[] {
  return [
    choice("form", t("set-form"), "fixed", [
      ["fixed", t("set-form-fixed")],
      ["escalate", t("set-form-escalate")],
      ["rotate", t("set-form-rotate")],
      ["self-select", t("set-form-choose")],
    ]),
    choice(
      "inner",
      t("set-inner"),
      "discuss",
      (["brainstorm", "discuss", "canvas", "round", "commit"] as const).map((kind) => [kind, kindName(kind)]),
    ),
    number("groupSize", t("set-size"), t("set-standard"), 4, 2, 50),
    choice("assign", t("set-assign"), "never-met-first", [
      ["random", t("set-order-random")],
      ["never-met-first", t("set-assign-never")],
      ["chosen", t("set-assign-chosen")],
    ]),
    number("rounds", t("set-rounds"), t("set-standard"), 3, 1, 20),
    number("minutesPerRound", t("set-round-minutes"), t("set-standard"), 20, 1, 240),
    flag("hostStays", t("set-host"), true),
    lines("sizes", t("set-sizes"), "sizes"),
    lines("minutesPerStep", t("set-step-minutes"), "numbers"),
    number("maxPerGroup", t("set-back"), t("set-standard"), 5, 1, 50),
    lines("report", t("set-report")),
    lines("zones", t("set-zones"), "zones"),
    lines("marks", t("set-marks")),
  ];
}

function canvas(): Row[] {
  return [
    choice("layout", t("set-layout"), "columns", [
      ["columns", t("set-layout-columns")],
      ["grid2x2", t("set-layout-grid")],
      ["stack", t("set-layout-stack")],
      ["horizons", t("set-layout-horizons")],
      ["table", t("set-layout-table")],
      ["timetable", t("set-layout-timetable")],
      ["free", t("set-order-free")],
    ]),
    lines("zones", t("set-zones"), "zones"),
    lines("axes", t("set-axes"), "text pair"),
    visibility("public"),
    authorship(),
    flag("openStepwise", t("set-stepwise"), false),
    lines("minutesPerZone", t("set-zone-minutes"), "numbers"),
    choice("direction", t("set-direction"), "left-to-right", [
      ["left-to-right", t("set-direction-right")],
      ["right-to-left", t("set-direction-left")],
    ]),
    flag("connectors", t("set-arrows"), false),
    lines("marks", t("set-marks")),
    number("slots", t("set-columns"), t("set-standard"), 4, 1, 50),
    number("maxItems", t("set-most-notes"), t("set-no-limit"), 50, 1, 1000),
    flag("matches", t("set-matches"), false),
  ];
}

function commit(): Row[] {
  return [
    choice("mode", t("set-mode"), "new", [
      ["new", t("set-mode-new")],
      ["review", t("set-mode-review")],
    ]),
    flag("ownerAccepts", t("set-accepts"), true),
    picks(
      "require",
      t("set-require"),
      ["what", "owner", "due"],
      [
        ["what", t("set-what")],
        ["owner", t("set-owner")],
        ["due", t("set-due")],
        ["firstStep", t("set-first")],
        ["reviewDate", t("set-review")],
      ],
    ),
    picks(
      "extra",
      t("set-extra"),
      [],
      [
        ["sign", t("set-extra-sign")],
        ["place", t("set-extra-place")],
        ["partner", t("set-extra-partner")],
        ["witness", t("set-extra-witness")],
        ["help", t("set-extra-help")],
        ["type", t("set-extra-type")],
      ],
    ),
    lines("roles", t("set-roles")),
    lines("states", t("set-states")),
    flag("forecast", t("set-forecast-back"), false),
    number("maxActions", t("set-actions"), t("set-no-limit"), 10, 1, 100),
  ];
}

export function settingsFor(kind: Kind): Row[] {
  switch (kind) {
    case "brief":
      return [
        choice("prefill", t("set-prefill"), "nothing", [
          ["nothing", t("set-prefill-nothing")],
          ["charter", t("set-prefill-charter")],
          ["previous-session", t("set-prefill-previous")],
        ]),
        flag("ack", t("set-ack"), false),
      ];
    case "round":
      return round();
    case "brainstorm":
      return brainstorm();
    case "cluster":
      return cluster();
    case "vote":
      return vote();
    case "discuss":
      return discuss();
    case "breakout":
      return breakout();
    case "canvas":
      return canvas();
    case "commit":
      return commit();
  }
}

/** What stands in a setting of several lines, one after the other. */
export function toLines(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value
    .map((one: unknown) => {
      if (typeof one === "object" && one !== null && "title" in one) return String(one.title);
      return String(one);
    })
    .join("\n");
}

/** The setting that lines say; undefined where there are none, which is the usual. Zones keep what else was known of them. */
export function fromLines(text: string, of: LinesRow["of"], before: unknown): unknown {
  const rows = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (rows.length === 0) return undefined;
  switch (of) {
    case "texts":
      return rows;
    case "text pair":
      return rows.slice(0, 2);
    case "numbers":
    case "pair":
      return rows.map(Number).filter((value) => Number.isFinite(value));
    case "sizes":
      return rows.map((row) => (Number.isFinite(Number(row)) ? Number(row) : row));
    case "zones": {
      const known = new Map(
        (Array.isArray(before) ? before : []).map((zone: { title?: unknown }) => [String(zone.title), zone]),
      );
      return rows.map((title) => known.get(title) ?? { title });
    }
  }
}
