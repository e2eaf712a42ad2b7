/** What an open activity asks of people, as its settings have it: one line each, in the order in which people need them. Pure. */
import type { Sorting, TalkRecord, VoteRules, Writing } from "../api/types";
import { t } from "../words/words.svelte";

export interface Ask {
  text: string;
  /** Advice that is not kept to yet. */
  off?: boolean;
}

const listed = (words: readonly string[]): string => words.join(", ");

function mediumName(medium: string): string {
  return medium === "sketch" ? t("set-media-sketch") : medium === "photo" ? t("set-media-photo") : t("set-media-text");
}

/** Of a brainstorm. starred counts the own notes with a star. */
export function writingAsks(writing: Writing, starred: number): Ask[] {
  const asks: Ask[] = [];
  const { least = 0, stars = 0, boxes = 0, mine } = writing;
  if (writing.quiet) asks.push({ text: t("ask-quiet") });
  if (boxes > 0) asks.push({ text: t("ask-boxes", { count: boxes }) });
  if (least > 0) asks.push({ text: t("ask-least", { count: least, mine }), off: mine < least });
  if (stars > 0) asks.push({ text: t("ask-stars", { count: stars, mine: starred }), off: starred < stars });
  if (writing.attachTo === "notes") asks.push({ text: t("ask-about-notes") });
  if (writing.attachTo === "connectors") asks.push({ text: t("ask-about-arrows") });
  if (!writing.media.includes("text") || writing.media.includes("photo"))
    asks.push({ text: t("ask-media", { list: listed(writing.media.map(mediumName)) }) });
  return asks;
}

export interface Sorted {
  /** Names of the clusters that are there; "" for one without. */
  clusters: readonly string[];
  nameOf: (person: string) => string;
  /** When the step ends, as people say it. */
  until: string;
  /** Names should be of so many words: somebody said so. */
  named: boolean;
}

const wordsIn = (name: string): number => name.split(/\s+/u).filter(Boolean).length;

/** Of a sorting. */
export function sortingAsks(sorting: Sorting, board: Sorted): Ask[] {
  const asks: Ask[] = [];
  const { leastWords: least, mostWords: most, mostClusters = 0, hosts = [] } = sorting;
  if (sorting.who === "hosts")
    asks.push({
      text: hosts.length > 0 ? t("ask-hosts", { names: listed(hosts.map(board.nameOf)) }) : t("ask-hosts-none"),
    });
  if (!sorting.sorts) asks.push({ text: sorting.who === "hosts" ? t("ask-tell") : t("cluster-watch") });
  if (sorting.steps > 1)
    asks.push({ text: t("ask-step", { step: sorting.step + 1, of: sorting.steps, time: board.until }) });
  if ((sorting.held ?? 0) > 0) asks.push({ text: t("ask-held", { count: sorting.held ?? 0 }) });
  if (sorting.pairsOnly) asks.push({ text: t("ask-pairs") });
  if (sorting.merging) {
    asks.push({ text: t("ask-merge") });
    return asks;
  }
  if (sorting.largestFirst) asks.push({ text: t("ask-largest") });
  if (mostClusters > 0)
    asks.push({
      text: t("ask-most", { count: mostClusters, have: board.clusters.length }),
      off: board.clusters.length > mostClusters,
    });
  if (sorting.nameOnly) asks.push({ text: t("ask-names", { least, most }) });
  else if (board.named) asks.push({ text: t("ask-name-words", { least, most }) });
  if (sorting.nameOnly || board.named) {
    const off = board.clusters.filter((name) => name !== "" && (wordsIn(name) < least || wordsIn(name) > most));
    if (off.length > 0) asks.push({ text: t("ask-names-off", { least, most, list: listed(off) }), off: true });
  }
  return asks;
}

/** Of a round. circle is who sits with the person here, where there are several circles. */
export function roundAsks(settings: Record<string, unknown>, talk: TalkRecord | undefined, circle: string[]): Ask[] {
  const asks: Ask[] = [];
  if (circle.length > 0) asks.push({ text: t("ask-circle", { names: listed(circle) }) });
  if (settings["answer"] === "word") asks.push({ text: t("ask-word") });
  if (settings["answer"] === "symbol") asks.push({ text: t("ask-symbol") });
  if (settings["order"] === "volunteers") asks.push({ text: t("ask-volunteers") });
  if (settings["mode"] === "until-empty") asks.push({ text: t("ask-until-empty") });
  if (talk?.secondsPerTurn) asks.push({ text: t("ask-turn", { seconds: talk.secondsPerTurn }) });
  return asks;
}

/** Of a vote, before it is taken. reading is how many options this voter reads, where each reads some only. */
export function voteAsks(vote: VoteRules, reading: number): Ask[] {
  const asks: Ask[] = [];
  if (vote.purpose === "decide") asks.push({ text: t("ask-decides") });
  if (reading > 0) asks.push({ text: t("ask-passes", { count: reading }) });
  if (vote.ownBarred) asks.push({ text: t("ask-own-barred") });
  if (vote.threshold !== undefined && vote.method === "scale" && !vote.forecast)
    asks.push({ text: t("ask-threshold", { least: vote.threshold }) });
  if (vote.quorum > 1) asks.push({ text: t("ask-quorum", { count: vote.quorum }) });
  return asks;
}
