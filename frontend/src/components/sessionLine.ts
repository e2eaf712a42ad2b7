/** Segments of the session line: pure, so that home, plan, room and wall draw the same strip. */

export type SegmentState = "done" | "now" | "todo" | "spare";

export interface Segment {
  key: string;
  title: string;
  minutes: number;
  minutesText: string;
  state: SegmentState;
  /** 0..1 of the running activity; 0 elsewhere. */
  progress: number;
}

export interface SegmentSource {
  id: string;
  title: string;
  minutes: number;
  state: "planned" | "open" | "paused" | "closing" | "closed";
}

/**
 * Builds the strip. Activities without a clock get half a minute so that they stay visible; spare minutes come last.
 * elapsed is seconds into the running activity.
 */
export function segments(
  activities: readonly SegmentSource[],
  elapsed: number,
  spare: { minutes: number; title: string },
  minutesText: (minutes: number) => string,
): Segment[] {
  const strip: Segment[] = activities.map((activity) => {
    const now = activity.state === "open" || activity.state === "paused" || activity.state === "closing";
    return {
      key: activity.id,
      title: activity.title,
      minutes: Math.max(activity.minutes, 0.5),
      minutesText: minutesText(activity.minutes),
      state: now ? "now" : activity.state === "closed" ? "done" : "todo",
      progress: now && activity.minutes > 0 ? Math.min(1, Math.max(0, elapsed / (activity.minutes * 60))) : 0,
    };
  });
  if (spare.minutes > 0) {
    strip.push({
      key: "spare",
      title: spare.title,
      minutes: spare.minutes,
      minutesText: minutesText(spare.minutes),
      state: "spare",
      progress: 0,
    });
  }
  return strip;
}
