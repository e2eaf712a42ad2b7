/** Who can see what is written in a run, sentence by sentence, in the person's language. */
import { byCode } from "./words.svelte";

/** One sentence by its code, with what it names. */
export interface Sentence {
  code: string;
  name?: string;
  count?: number;
}

/** On a guest's phone nothing is "on this laptop": the notes lie on the one that signs for it. */
const forGuest: Readonly<Record<string, string>> = {
  "notes-yours": "notes-guest",
  "notes-until": "notes-guest",
  "notes-until-any": "notes-guest",
};

/** The sentences in order; english is said where a newer app sends a code that no catalogue has. */
export function whoSees(sees: readonly Sentence[] | undefined, english: string, guest = false): string {
  const said = (sees ?? []).map(({ code, name, count }) =>
    byCode("sees", guest ? (forGuest[code] ?? code) : code, { name: name ?? "", count: count ?? 0 }),
  );
  return said.length === 0 || said.includes(undefined) ? english : said.join(" ");
}
