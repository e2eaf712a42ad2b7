import { SvelteMap } from "svelte/reactivity";
import type { Told } from "../api/subscription";

/** Since when people are away, as far as this window saw them go. Who was away before it looked has no time here. */
export class Away {
  private readonly since = new SvelteMap<string, number>();

  /** Takes what is told of people, at a moment in milliseconds. A fresh picture of all of it keeps what was seen. */
  take(told: Told, now: number): void {
    for (const record of told.what === "snapshot" ? told.records : told.updated) {
      if (record.kind !== "person") continue;
      if (record.here) this.since.delete(record.id);
      else if (told.what === "diff" && !this.since.has(record.id)) this.since.set(record.id, now);
    }
  }

  /** Seconds that somebody has been away; undefined where nobody saw them go. */
  seconds(person: string, now: number): number | undefined {
    const since = this.since.get(person);
    return since === undefined ? undefined : Math.max(0, Math.floor((now - since) / 1000));
  }
}
