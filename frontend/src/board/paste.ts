/** Turns what was pasted into notes: a line each, or the first column of a table. Pure. */

/** At most this many notes come from one paste, as the other side allows. */
export const most = 1000;

const bullet = /^\s*(?:[-*•–·▪]|\d{1,3}[.)])\s+/u;

/** The texts of the notes, without marks of lists and without empty ones. */
export function pasted(text: string): string[] {
  const table = looksLikeTable(text);
  const texts = table
    ? records(text, table).map((row) => row.filter((cell) => cell !== "").join(" – "))
    : text.split(/\r\n|\r|\n/u);
  return texts
    .map((line) => line.replace(bullet, "").trim())
    .filter((line) => line !== "")
    .slice(0, most);
}

/** The sign between cells, where every line has as many of it: a tab, or a comma or semicolon beside quotes. */
function looksLikeTable(text: string): string | undefined {
  if (text.includes("\t")) return "\t";
  const quoted = /(?:^|[,;])"(?:[^"]|"")*"(?:[,;\r\n]|$)/u.test(text);
  if (!quoted) return undefined;
  return text.split(";").length > text.split(",").length ? ";" : ",";
}

/** Rows of cells, by RFC 4180: quotes around cells, two for one inside, line ends inside quotes. */
export function records(text: string, comma: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let inside = false;
  const endCell = () => {
    row.push(cell.trim());
    cell = "";
  };
  for (let i = 0; i < text.length; i++) {
    const sign = text.charAt(i);
    if (inside) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(i + 1) === '"') {
        cell += '"';
        i++;
      } else inside = false;
    } else if (sign === '"' && cell.trim() === "") {
      inside = true;
      cell = "";
    } else if (sign === comma) endCell();
    else if (sign === "\n" || sign === "\r") {
      if (sign === "\r" && text.charAt(i + 1) === "\n") i++;
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  endCell();
  rows.push(row);
  return rows.filter((cells) => cells.some((one) => one !== ""));
}
