/** What people do with ink on a board; each gesture is one request that one undo takes back. */
import type { StrokeRecord } from "../api/types";
import { t } from "../words/words.svelte";
import type { BoardActs } from "./acts.svelte";

/** Strokes that go as far as notes, where any were chosen with them. */
export interface Beside {
  ink?: { strokes: string[]; dx: number; dy: number };
}

export class InkActs {
  constructor(private readonly acts: BoardActs) {}

  /** Who drew something, and what it shows. */
  name(record: StrokeRecord): string {
    const theirs = record.author ? t("ink-by", { name: this.acts.room.name(record.author) }) : t("ink-of-nobody");
    const name = record.mine ? t("ink-own") : theirs;
    return record.label === "" ? name : t("ink-named", { name, text: record.label });
  }
  may(record: StrokeRecord): boolean {
    return this.acts.room.mayWrite && (this.acts.room.facilitator || (record.mine && !this.acts.locked));
  }
  /** Whether the notes of this board are private now, or nobody is named: then nobody draws. */
  get none(): boolean {
    const run = this.acts.room.run;
    if (run?.activity !== this.acts.model.board) return false;
    return (run.private && run.state === "open") || run.settings["authorship"] === "anonymous";
  }
  async draw(dots: number[]): Promise<void> {
    const made = await this.acts.room.ask((api) => api.ink.add, {
      dots,
      color: this.acts.pen,
      activity: this.acts.model.board,
    });
    if (made) this.acts.said = t("ink-drawn");
  }
  describing(id: string): void {
    this.acts.inked = id;
    this.acts.panel = "ink";
  }
  describe(stroke: string, label: string): void {
    void this.acts.room.ask((api) => api.ink.edit, { stroke, label });
  }
  shift(ids: readonly string[], dx: number, dy: number): void {
    const strokes = this.own(ids);
    const move = { strokes, dx: Math.round(dx), dy: Math.round(dy) };
    if (strokes.length > 0 && (move.dx !== 0 || move.dy !== 0))
      void this.acts.room
        .ask((api) => api.ink.move, move)
        .then((done) => {
          if (done) this.acts.said = t("board-nudged");
        });
  }
  wipe(ids: readonly string[]): void {
    const strokes = this.own(ids);
    if (strokes.length === 0) this.acts.said = t("ink-not-yours");
    else
      void this.acts.room
        .ask((api) => api.ink.remove, { strokes })
        .then((done) => {
          if (done) this.acts.said = t("ink-wiped", { count: strokes.length });
        });
  }
  /** The strokes that go as far as the notes that were chosen with them. */
  beside(ids: readonly string[], dx: number, dy: number): Beside {
    const strokes = this.own(ids);
    return strokes.length > 0 ? { ink: { strokes, dx: Math.round(dx), dy: Math.round(dy) } } : {};
  }
  /** Those of the strokes that this person may change. */
  own(ids: readonly string[]): string[] {
    return ids.filter((id) => {
      const stroke = this.acts.model.stroke(id);
      return stroke !== undefined && this.may(stroke.record);
    });
  }
}
