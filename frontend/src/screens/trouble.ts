/** What stands between this window and the others, worst first. Pure; the words are elsewhere. */
import type { PersonRecord, SessionRecord, SharingRecord } from "../api/types";

export type Trouble = "none" | "readonly" | "gone" | "alone";

/** Being alone is told only where others have been; a facilitator is missed only while a session is live. */
export function trouble(
  session: SessionRecord | undefined,
  sharing: SharingRecord | undefined,
  floor: PersonRecord | undefined,
  people: number,
): Trouble {
  if (session?.state === "closed") return "none"; // that it is closed stands in words beside the title
  if (session?.readOnly) return "readonly";
  if (people < 2 || session?.state !== "live") return "none";
  if (sharing?.alone) return "alone";
  if (floor && !floor.here && !floor.me) return "gone";
  return "none";
}
