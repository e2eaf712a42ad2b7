/**
 * Every word the window says. Catalogues are Fluent files, one per language with the same keys; text people wrote is isolated
 * inside sentences, so that mixed directions stay readable. English is always there; others are loaded when chosen.
 */
import { Catalogue, type Args } from "./catalogue";
import english from "./en.ftl?raw";
import { retell, teller, type Teller } from "./told";

export interface Language {
  code: string;
  /** In its own language. */
  name: string;
  dir: "ltr" | "rtl";
  load: () => Promise<string>;
  /** What the app says by itself, in this language. */
  told: () => Promise<string>;
}

const inEnglish = (): Promise<string> => import("./told/en.ftl?raw").then((module) => module.default);

/** Every catalogue here has all keys; a test compares them. Arabic is also the proof that everything works from right to left. */
export const languages: readonly Language[] = [
  { code: "en", name: "English", dir: "ltr", load: () => Promise.resolve(english), told: inEnglish },
  {
    code: "de",
    name: "Deutsch",
    dir: "ltr",
    load: () => import("./de.ftl?raw").then((module) => module.default),
    told: () => import("./told/de.ftl?raw").then((module) => module.default),
  },
  {
    code: "es",
    name: "Español",
    dir: "ltr",
    load: () => import("./es.ftl?raw").then((module) => module.default),
    told: () => import("./told/es.ftl?raw").then((module) => module.default),
  },
  {
    code: "ar",
    name: "العربية",
    dir: "rtl",
    load: () => import("./ar.ftl?raw").then((module) => module.default),
    told: () => import("./told/ar.ftl?raw").then((module) => module.default),
  },
];

/** Digits are the same everywhere, because clocks and codes on the same screen are read aloud to each other. */
const sameDigits = (code: string): string => (code.startsWith("ar") ? `${code}-u-nu-latn` : code);

const fallback = new Catalogue("en", english);

class Speech {
  code = $state("en");
  /** Asked for last; its words may still be on their way. */
  wanted = "";
  words = $state.raw(fallback);
  tell = $state.raw<Teller>(() => undefined);
}

const speech = new Speech();

/** The words for a key. A key that no catalogue has is a mistake in the program and is shown as itself. */
export const t = (key: string, args?: Args): string => speech.words.say(key, args) ?? fallback.say(key, args) ?? key;

/** What comes from the Go side as a code: who sees what, kinds of what a search found. */
export type Coded = "sees" | "hit";

/** The words for a code; undefined where no catalogue has it, because the app is newer or says it itself. */
export function byCode(kind: Coded, code: string, args?: Args): string | undefined {
  const key = `${kind}-${code}`;
  const words = t(key, args);
  return words === key ? undefined : words;
}

/** What the app said in English, in the language of the window; what people wrote inside it stays as they wrote it. */
export const told = (text: string): string => retell(speech.tell, text);

export const language = (): string => speech.code;

/** The language with the region this computer uses, for dates and numbers; British order where English has no region. */
export function locale(): string {
  const here = navigator.languages.find((known) => known.toLowerCase().startsWith(`${speech.code}-`));
  return sameDigits(here ?? (speech.code === "en" ? "en-GB" : speech.code));
}

/** Speaks another language from now on; an unknown one leaves things as they are. */
export async function speak(code: string, root: HTMLElement): Promise<void> {
  const wanted = code.toLowerCase().split(/[-_]/u)[0];
  const found = languages.find((known) => known.code === wanted);
  if (!found || found.code === speech.wanted) return;
  speech.wanted = found.code;
  if (found.code === "en") become(found, fallback, root); // the page begins in English: nothing is drawn again
  const [words, ours, theirs] = await Promise.all([found.load(), inEnglish(), found.told()]);
  if (speech.wanted !== found.code) return; // another was chosen while this one was fetched
  if (found.code !== "en") become(found, new Catalogue(sameDigits(found.code), words), root);
  speech.tell = teller(sameDigits(found.code), ours, theirs);
}

function become(spoken: Language, words: Catalogue, root: HTMLElement): void {
  speech.words = words;
  speech.code = spoken.code;
  root.lang = spoken.code;
  root.dir = spoken.dir;
}
