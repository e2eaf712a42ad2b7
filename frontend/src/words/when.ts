/** Dates and times as people say them, in the chosen language. Milliseconds in, words out. */
import { locale, t } from "./words.svelte";

const two = (number: number): string => String(number).padStart(2, "0");

/** In these regions English writes a time with a full stop. */
const dotted = new Set(["en-DK", "en-FI", "en-ID"]);

/**
 * The time of day, as Intl.DateTimeFormat writes it in every language and region we have. By hand, because the first use of Intl takes
 * longer than drawing the screen, and clocks are on most screens and are written anew at each tick.
 */
export const clock = (ms: number): string => {
  const at = new Date(ms);
  return two(at.getHours()) + (dotted.has(locale()) ? "." : ":") + two(at.getMinutes());
};

const formats = new Map<string, Intl.DateTimeFormat>();

/** Dates in the chosen language; one format is made for each way of writing them, not for each date. */
function written(at: Date | number, how: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(how);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale(), how);
  formats.set(key, format);
  return format.format(at);
}

export const day = (ms: number): string => written(ms, { weekday: "short", day: "numeric", month: "short" });

export const longDay = (ms: number): string => written(ms, { weekday: "long", day: "numeric", month: "long" });

/** An ISO date ("2026-12-04") as a day, with its year where that is not this one; anything else is given back as it came. */
export function isoDay(date: string, now: number): string {
  const at = new Date(`${date}T12:00:00`);
  if (Number.isNaN(at.getTime())) return date;
  const elsewhen = at.getFullYear() !== new Date(now).getFullYear();
  return written(at, { day: "numeric", month: "short", ...(elsewhen ? { year: "numeric" as const } : {}) });
}

/** An ISO date as a day for paper, always with its year; anything else is given back as it came. */
export function paperDay(date: string): string {
  const at = new Date(`${date}T12:00:00`);
  if (Number.isNaN(at.getTime())) return date;
  return written(at, { day: "numeric", month: "long", year: "numeric" });
}

export const minutes = (count: number): string => t("minutes-short", { count });

/** The clock in a sentence, for screen readers. */
export function timeLeft(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const args = { minutes: Math.floor(whole / 60), seconds: whole % 60 };
  return seconds < 0 ? t("time-over", args) : t("time-left", args);
}
