/** Who speaks, and where somebody stands in line. Pure. */
import type { Speaker, TalkRecord } from "../api/types";

export const sameSpeaker = (a: Speaker | undefined, b: Speaker | undefined): boolean =>
  a !== undefined && b !== undefined && (a.person ?? "") === (b.person ?? "") && (a.seat ?? "") === (b.seat ?? "");

/** 0 speaks now, 1 is next, and so on; undefined where somebody is not in line. */
export function placeInLine(talk: TalkRecord | undefined, me: Speaker): number | undefined {
  if (!talk) return undefined;
  if (sameSpeaker(talk.speaker, me)) return 0;
  const line = talk.queue.filter((speaker) => !sameSpeaker(speaker, talk.speaker));
  const at = line.findIndex((speaker) => sameSpeaker(speaker, me));
  if (at >= 0) return at + 1;
  const turns = (talk.turns ?? []).filter((turn) => turn.state === "waiting");
  const turn = turns.findIndex((one) => sameSpeaker(one, me));
  return talk.speaker && turn === 0 && line.length === 0 ? 1 : undefined;
}
