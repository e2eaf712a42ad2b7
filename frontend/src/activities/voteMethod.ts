/** How a vote is cast on screen, read from a run's settings. Ballots are numbers; the words for them are in the catalogue. */
import type { Choice, Settings } from "../api/types";
import { t } from "../words/words.svelte";

export type Method = "dots" | "rank" | "steps";

export function methodOf(settings: Settings): Method {
  const method = settings["method"] ?? "dots";
  return method === "dots" || method === "rank" ? method : "steps";
}

export interface Step {
  value: number;
  label: string;
}

const numbers = (from: number, to: number): Step[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ value: from + i, label: String(from + i) }));

/** What can be chosen for one option: steps of a scale, places of a ranking, or the four answers of consent. */
export function stepsOf(settings: Settings, options: number): Step[] {
  if (settings["method"] === "rank") {
    const top = typeof settings["rankTop"] === "number" ? settings["rankTop"] : 3;
    return numbers(1, Math.max(1, Math.min(top, options)));
  }
  if (settings["method"] === "consent") {
    return [
      { value: 3, label: t("consent-yes") },
      { value: 2, label: t("consent-concern") },
      { value: 1, label: t("consent-aside") },
      { value: 0, label: t("consent-object") },
    ];
  }
  // A forecast is said in tens: nobody knows better, and a row of a hundred steps is none.
  if (settings["forecast"] === true)
    return Array.from({ length: 11 }, (_, i) => ({ value: i * 10, label: `${i * 10} %` }));
  const scale = settings["scale"];
  if (scale === "fist0-5") return numbers(0, 5);
  if (scale === "thumbs") {
    return [
      { value: 0, label: t("thumb-down") },
      { value: 1, label: t("thumb-side") },
      { value: 2, label: t("thumb-up") },
    ];
  }
  if (Array.isArray(scale) && typeof scale[0] === "number" && typeof scale[1] === "number")
    return numbers(scale[0], scale[1]);
  return numbers(1, 5);
}

/** The questions each option is judged by; one without a name when the prompt says it all. */
export function criteriaOf(settings: Settings): string[] {
  const method = settings["method"];
  const listed = settings["criteria"];
  if ((method !== "score" && method !== "grid") || !Array.isArray(listed)) return [""];
  const named = listed.filter((entry): entry is string => typeof entry === "string");
  return named.length > 1 ? named : [""];
}

/** Values by option and criterion; a place of a ranking belongs to one option only. */
export type Answers = Readonly<Record<string, number>>;

const separator = "#";
export const answerKey = (option: string, criterion: number): string => `${option}${separator}${criterion}`;

export function answer(answers: Answers, key: string, value: number, ranking: boolean): Answers {
  const kept = Object.entries(answers).filter(([other, given]) => other !== key && !(ranking && given === value));
  return { ...Object.fromEntries(kept), [key]: value };
}

/** On the wire a choice for criterion i is i * 1000 + value. */
export const toChoices = (answers: Answers): Choice[] =>
  Object.entries(answers)
    .map(([key, value]) => {
      const at = key.lastIndexOf(separator);
      return { option: key.slice(0, at), value: Number(key.slice(at + 1)) * 1000 + value };
    })
    .sort((a, b) => (a.option < b.option ? -1 : a.option > b.option ? 1 : a.value - b.value));

export const fromWire = (mine: readonly Choice[]): Answers =>
  Object.fromEntries(
    mine.map((choice) => [answerKey(choice.option, Math.floor(choice.value / 1000)), choice.value % 1000]),
  );
