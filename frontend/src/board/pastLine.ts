/**
 * The past as a line: in which activity each moment lies, who did something when, and the steps among somebody's moments. Each
 * moment has the same room, so that a break of an hour takes none from what was done. Shares run from 0, where the line begins for
 * the reader, to 1. Pure.
 */
import type { Moment } from "../api/types";

/** Moments one after the other in the same activity; "" where they lie in none. */
export interface Stretch {
  activity: string;
  /** Index of the first moment. */
  from: number;
  count: number;
}

export function stretches(moments: readonly Moment[]): Stretch[] {
  const list: Stretch[] = [];
  moments.forEach((moment, i) => {
    const activity = moment.activity ?? "";
    const last = list.at(-1);
    if (last?.activity === activity) last.count++;
    else list.push({ activity, from: i, count: 1 });
  });
  return list;
}

/** Who did something, with how many moments each, in the order in which they first did. */
export function doers(moments: readonly Moment[]): { person: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { person } of moments) if (person) counts.set(person, (counts.get(person) ?? 0) + 1);
  return [...counts].map(([person, count]) => ({ person, count }));
}

/** Where the middle of a moment lies on the line. */
export const shareOf = (moment: number, count: number): number => (count < 1 ? 0 : (moment + 0.5) / count);

/** The moment at a share of the line; the first or the last beyond its ends. */
export const momentAt = (share: number, count: number): number =>
  Math.max(0, Math.min(count - 1, Math.floor(share * count)));

/** The next moment before or after one, of a person where one is given; undefined where there is none. */
export function nextMoment(moments: readonly Moment[], from: number, by: 1 | -1, person = ""): number | undefined {
  for (let i = from + by; i >= 0 && i < moments.length; i += by)
    if (person === "" || moments[i]?.person === person) return i;
  return undefined;
}

/** How large the marks are drawn, in units of their own: so wide for each moment, and at most so high. */
export const markWide = 10;
export const markTall = 24;

/**
 * The marks of who did something: one bar for each moment, the higher the more was done, as one SVG path for each person; "" is
 * whoever is not named.
 */
export function marksOf(moments: readonly Moment[]): { person: string; path: string }[] {
  const most = Math.max(1, ...moments.map((moment) => moment.count));
  const paths = new Map<string, string>();
  moments.forEach(({ person = "", count }, i) => {
    const tall = Math.round(6 + ((markTall - 6) * Math.log1p(count)) / Math.log1p(most));
    const bar = `M${i * markWide + 1} ${markTall}v${-tall}h${markWide - 2}v${tall}z`;
    paths.set(person, (paths.get(person) ?? "") + bar);
  });
  return [...paths].map(([person, path]) => ({ person, path }));
}
