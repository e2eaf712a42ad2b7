/** What can be printed, and how much goes on a sheet. */
export type SheetKind = "report" | "poster" | "agenda" | "charter" | "cards" | "ballots" | "stickies";
export type PaperSize = "a4" | "letter";

/** A join code on paper: SVG path data for a square of size. */
export interface PaperCode {
  path: string;
  size: number;
}

/** Notes on one sticky sheet: three across, four down, so that each is about 6 by 6 cm. */
export const stickiesPerSheet = 12;
/** Report slips take half of a card, so four fit on a sheet. */
export const cardsPerSheet = 4;

/** Cuts a list into sheets. */
export function onSheets<T>(list: readonly T[], perSheet: number): T[][] {
  const sheets: T[][] = [];
  for (let at = 0; at < list.length; at += perSheet) sheets.push(list.slice(at, at + perSheet));
  return sheets;
}

/** The numbers of sticky notes, sheet by sheet: they go on from sheet to sheet, so that a number means one note. */
export function stickyNumbers(sheets: number): number[][] {
  return onSheets(
    Array.from({ length: sheets * stickiesPerSheet }, (_, i) => i + 1),
    stickiesPerSheet,
  );
}

/** How large a poster can be set so that all of it fits on one sheet. */
export function posterFit(texts: readonly string[]): "large" | "middle" | "small" | "tiny" {
  const lines = texts.reduce((sum, text) => sum + 1 + Math.ceil(text.length / 60), 0);
  if (lines <= 16) return "large";
  if (lines <= 28) return "middle";
  return lines <= 44 ? "small" : "tiny";
}

/** The most actions on a poster; the rest is in the record. */
export const mostOnPoster = 20;

/** Begin of each step in minutes from the start. */
export function starts(minutes: readonly number[]): number[] {
  let at = 0;
  return minutes.map((long) => {
    const begin = at;
    at += long;
    return begin;
  });
}
