/** Dates and times as people say them, in the chosen language. Milliseconds in, words out. */
import { locale, t } from "./words.svelte";

export const clock = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(ms);

export const day = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "short", day: "numeric", month: "short" }).format(ms);

export const longDay = (ms: number): string =>
  new Intl.DateTimeFormat(locale(), { weekday: "long", day: "numeric", month: "long" }).format(ms);

/** An ISO date ("2026-12-04") as a day; anything else is given back as it came. */
export function isoDay(date: string): string {
  const ms = Date.parse(`${date}T12:00:00`);
  return Number.isNaN(ms) ? date : new Intl.DateTimeFormat(locale(), { day: "numeric", month: "short" }).format(ms);
}

export const minutes = (count: number): string => t("minutes-short", { count });

/** The clock in a sentence, for screen readers. */
export function timeLeft(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const args = { minutes: Math.floor(whole / 60), seconds: whole % 60 };
  return seconds < 0 ? t("time-over", args) : t("time-left", args);
}
