const marks = [0, 10, 60, 120, 300] as const;

/** The mark of the clock (seconds left) that was passed between two looks; undefined when none, or at the first look. */
export function crossed(before: number, now: number): (typeof marks)[number] | undefined {
  if (!Number.isFinite(before)) return undefined;
  return marks.find((mark) => before > mark && now <= mark);
}
