/** Turns what was pasted into notes: a line each, or a row of a table each. Pure. */

/** At most this many notes come from one paste, as the other side allows. */
export const most = 1000;

/** What a paste becomes. */
export interface Pasted {
  texts: string[];
  /** What there was no room for, as it was pasted, and how many notes it would be. */
  rest: string;
  left: number;
}

const bullet = /^\s*(?:[-*•–·▪]|\d{1,3}[.)])\s+/u;

/** The notes, without marks of lists and without empty ones; what is past the most of one paste is left. */
export function pasted(text: string): Pasted {
  const comma = separator(text);
  const rows = comma === undefined ? lines(text) : records(text, comma);
  const notes = rows.flatMap(({ cells, at }) => {
    const words = cells
      .map((cell) => cell.trim())
      .filter((cell) => cell !== "")
      .join(" – ")
      .replace(bullet, "")
      .trim();
    return words === "" ? [] : [{ words, at }];
  });
  const over = notes[most];
  return {
    texts: notes.slice(0, most).map(({ words }) => words),
    rest: over ? text.slice(over.at) : "",
    left: Math.max(0, notes.length - most),
  };
}

export interface Row {
  cells: string[];
  /** Where it begins in the text. */
  at: number;
}

function lines(text: string): Row[] {
  return [...text.matchAll(/[^\r\n]+/gu)].map((line) => ({ cells: [line[0]], at: line.index }));
}

/** A table has as many signs between cells in so many of its rows. */
const alike = 0.8;

/**
 * The sign between cells, where the text is a table: as many of it in nearly all rows. One row of tabs is a table, as from a sheet;
 * of other signs it takes two. A comma before a space is one of a sentence.
 */
function separator(text: string): string | undefined {
  return ["\t", ";", ","].find((comma) => {
    if (!text.includes(comma)) return false;
    const counts = new Map<number, number>();
    const rows = records(text, comma);
    for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
    const [width, often] = [...counts].reduce((top, one) => (one[1] > top[1] ? one : top), [0, 0]);
    if (width < 2 || often < rows.length * alike || (comma !== "\t" && rows.length < 2)) return false;
    return comma !== "," || !rows.some(({ cells }) => cells.slice(1).some((cell) => cell.startsWith(" ")));
  });
}

/** Rows of cells, by RFC 4180: quotes around cells, two for one inside, line ends inside quotes. A quote that nothing closes is one. */
export function records(text: string, comma: string): Row[] {
  const quoted = /( *)"((?:[^"]|"")*)" *(?=[\t;,\r\n]|$)/uy;
  const plain = comma === "\t" ? /[^\t\r\n]*/uy : comma === ";" ? /[^;\r\n]*/uy : /[^,\r\n]*/uy;
  const rows: Row[] = [];
  let row: Row = { cells: [], at: 0 };
  for (let i = 0; i <= text.length; i++) {
    quoted.lastIndex = plain.lastIndex = i;
    const inQuotes = quoted.exec(text);
    const next = inQuotes && text.charAt(quoted.lastIndex);
    if (inQuotes && (next === comma || next === "" || next === "\r" || next === "\n")) {
      row.cells.push((inQuotes[1] ?? "") + (inQuotes[2] ?? "").replaceAll('""', '"'));
      i = quoted.lastIndex;
    } else {
      row.cells.push(plain.exec(text)?.[0] ?? "");
      i = plain.lastIndex;
    }
    if (text.charAt(i) === comma) continue;
    rows.push(row);
    row = { cells: [], at: i + 1 };
  }
  return rows.filter(({ cells }) => cells.some((one) => one.trim() !== ""));
}
