/** Words in lines, for what is drawn and not set by the browser. Pure but for how wide words are, which is asked. */

/**
 * Lines of at most so wide. Words stay whole where they fit into a line. Of more than `most` lines the last ends with an ellipsis.
 */
export function wrapped(text: string, wide: number, most: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    if (lines.length > most) break;
    lines.push(...paragraphOf(paragraph, wide, most + 1 - lines.length, widthOf));
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = [...(kept.at(-1) ?? "")];
  while (last.length > 0 && widthOf(`${last.join("")}…`) > wide) last.pop();
  return [...kept.slice(0, -1), `${last.join("").trimEnd()}…`];
}

/** The lines of words without a break; stops after so many. */
function paragraphOf(text: string, wide: number, most: number, widthOf: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/(?<=\s)(?=\S)/u)) {
    if (lines.length >= most) return lines;
    if (widthOf(line + word.trimEnd()) <= wide) {
      line += word;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = "";
    if (widthOf(word.trimEnd()) <= wide) line = word;
    else
      for (const sign of word) {
        if (line !== "" && widthOf(line + sign) > wide) {
          lines.push(line);
          line = "";
        }
        line += sign;
      }
  }
  lines.push(line.trimEnd());
  return lines;
}

const strong = /\p{L}/u;
const leftwards = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** The direction of words, by their first letter, as dir="auto" has it. */
export const directionOf = (text: string): "ltr" | "rtl" =>
  leftwards.test(strong.exec(text)?.[0] ?? "") ? "rtl" : "ltr";
