/**
 * The numbered stream of one session's view: a snapshot, then diffs that count 1 by 1. A gap, or a lost line, ends in a fresh
 * snapshot; nothing is applied out of order.
 */
import type { Notifications, ViewRecord } from "./types";

export type Diff = Notifications["view.diff"];

export type Told =
  | { what: "snapshot"; rev: number; records: ViewRecord[] }
  | { what: "diff"; rev: number; added: ViewRecord[]; updated: ViewRecord[]; removed: string[] };

export interface Source {
  subscribe: (session: string) => Promise<{ rev: number; records: ViewRecord[] }>;
  snapshot: (session: string) => Promise<{ rev: number; records: ViewRecord[] }>;
}

export class Subscription {
  private rev = -1;
  private asking = false;
  private stopped = false;
  private early: Diff[] = [];

  constructor(
    readonly session: string,
    private readonly source: Source,
    private readonly tell: (told: Told) => void,
    private readonly failed: (failure: unknown) => void,
  ) {}

  /** Starts, or starts again after the line was lost. */
  start(): Promise<void> {
    return this.ask(() => this.source.subscribe(this.session));
  }

  stop(): void {
    this.stopped = true;
  }

  /** Takes a diff from the line. Diffs that arrive while a snapshot is asked for wait for it. */
  take(diff: Diff): void {
    if (this.stopped || diff.session !== this.session) return;
    if (this.asking || this.rev < 0) {
      this.early.push(diff);
      return;
    }
    if (diff.rev <= this.rev) return;
    if (diff.rev !== this.rev + 1) {
      void this.ask(() => this.source.snapshot(this.session));
      return;
    }
    this.rev = diff.rev;
    this.tell({ what: "diff", rev: diff.rev, added: diff.added, updated: diff.updated, removed: diff.removed });
  }

  private async ask(question: () => Promise<{ rev: number; records: ViewRecord[] }>): Promise<void> {
    if (this.asking) return;
    this.asking = true;
    try {
      const answer = await question();
      if (this.stopped) return;
      this.rev = answer.rev;
      this.tell({ what: "snapshot", rev: answer.rev, records: answer.records });
    } catch (failure) {
      this.early = [];
      if (!this.stopped) this.failed(failure);
    } finally {
      this.asking = false;
    }
    const waited = this.early;
    this.early = [];
    for (const diff of waited) this.take(diff);
  }
}
