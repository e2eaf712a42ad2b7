/** Dots on options before they are handed in: pure sums and limits. */
import type { Choice } from "../api/types";

export interface Rules {
  dots: number;
  maxPerOption: number;
}

export type Dots = Readonly<Record<string, number>>;

export const used = (dots: Dots): number => Object.values(dots).reduce((sum, n) => sum + n, 0);

/** Puts or takes dots on an option; refuses silently what the rules do not allow, so that a key held down cannot overshoot. */
export function place(dots: Dots, option: string, change: number, rules: Rules): Dots {
  const before = dots[option] ?? 0;
  const left = rules.dots - used(dots);
  const after = Math.max(0, Math.min(before + Math.min(change, left), rules.maxPerOption));
  const rest = Object.fromEntries(Object.entries(dots).filter(([id]) => id !== option));
  return after === 0 ? rest : { ...rest, [option]: after };
}

export const canAdd = (dots: Dots, option: string, rules: Rules): boolean =>
  used(dots) < rules.dots && (dots[option] ?? 0) < rules.maxPerOption;

export const choices = (dots: Dots): Choice[] =>
  Object.entries(dots)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([option, value]) => ({ option, value }));

export const fromChoices = (mine: readonly Choice[]): Dots =>
  Object.fromEntries(mine.map((choice) => [choice.option, choice.value]));

export const same = (a: Dots, b: Dots): boolean => JSON.stringify(choices(a)) === JSON.stringify(choices(b));
