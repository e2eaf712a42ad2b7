/**
 * What the app says in sentences of its own (refusals, conditions, findings of the room check), in the language of the window. The app
 * speaks English; every sentence of it stands in told/en.ftl, held there by a test of the Go side, and under the same key in the other
 * catalogues. A name or a number stands as a place in it. Text is looked up sentence by sentence; one that no catalogue has, because the
 * app is newer than the page, is said as the app said it.
 */
import { Catalogue } from "./catalogue";

/** Gives the words for one sentence of the app, or nothing. */
export type Teller = (sentence: string) => string | undefined;

interface Known {
  key: string;
  pattern: RegExp;
  places: string[];
  /** How many letters are the sentence's own: the more, the surer it is this one. */
  own: number;
}

/** The app writes ' where a page writes ’. */
const plain = (text: string): string => text.replaceAll("’", "'");

function known(key: string, value: string): Known {
  const places: string[] = [];
  let own = 0;
  const pattern = plain(value)
    .split(/\{ \$([a-z]+) \}/u)
    .map((part, at) => {
      if (at % 2 === 1) {
        places.push(part);
        return "(.+)";
      }
      own += part.length;
      return part.replaceAll(/[.*+?^$(){}|[\]\\]/gu, "\\$&");
    });
  return { key, pattern: new RegExp(`^${pattern.join("")}$`, "su"), places, own };
}

/** A teller that knows the sentences of english and says them as theirs does. code is for numbers. Both are read when first asked. */
export function teller(code: string, english: string, theirs: string): Teller {
  let tell: Teller | undefined;
  return (sentence) => (tell ??= read(code, english, theirs))(sentence);
}

function read(code: string, english: string, theirs: string): Teller {
  const words = new Catalogue(code, theirs);
  const whole = new Map<string, string>();
  const open: Known[] = [];
  for (const [, key = "", value = ""] of english.matchAll(/^([a-z][a-z0-9-]*) = (.*)$/gmu)) {
    if (value.includes("{ $")) open.push(known(key, value));
    else whole.set(plain(value), key);
  }
  open.sort((a, b) => b.own - a.own);
  return (sentence) => {
    const wanted = plain(sentence);
    const key = whole.get(wanted);
    if (key !== undefined) return words.say(key);
    for (const one of open) {
      const found = one.pattern.exec(wanted);
      if (found)
        return words.say(one.key, Object.fromEntries(one.places.map((name, at) => [name, found[at + 1] ?? ""])));
    }
    return undefined;
  };
}

/** A text of one or several sentences; as it is where one of them is not known. */
export function retell(tell: Teller, text: string): string {
  if (text === "") return text;
  const parts = text.split(/(?<=\.) (?=[\p{Lu}\d“])/u).map(tell);
  if (parts.every((part) => part !== undefined)) return parts.join(" ");
  return tell(text) ?? text;
}
