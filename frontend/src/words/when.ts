/** Dates and times as people say them, in the chosen language. Milliseconds in, words out. */
import { locale, t } from "./words.svelte";

export const clock = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);

export const day = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "short", day: "numeric", month: "short" }).format(ms);

export const longDay = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" }).format(ms);

/** An ISO date ("2026-12-04") as a day, with its year where that is not this one; anything else is given back as it came. */
export function isoDay(date: string, now: number): string {
  const at = new Date(`${date}T12:00:00`);
  if (Number.isNaN(at.getTime())) return date;
  const elsewhen = at.getFullYear() !== new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: "numeric",
    month: "short",
    ...(elsewhen ? { year: "numeric" as const } : {}),
  }).format(at);
}

/** An ISO date as a day for paper, always with its year; anything else is given back as it came. */
export function paperDay(date: string): string {
  const at = new Date(`${date}T12:00:00`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(locale(), { day: "numeric", month: "long", year: "numeric" }).format(at);
}

export const minutes = (count: number): string => t("minutes-short", { count });

/** The clock in a sentence, for screen readers. */
export function timeLeft(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const args = { minutes: Math.floor(whole / 60), seconds: whole % 60 };
  return seconds < 0 ? t("time-over", args) : t("time-left", args);
}
