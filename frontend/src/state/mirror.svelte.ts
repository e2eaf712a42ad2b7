/**
 * The mirror of one session: what the Go side told us, by kind and id. Only receive() writes it. Readers get fine-grained
 * updates: one changed record wakes only those who read it or a list of its kind.
 */
import { untrack } from "svelte";
import { SvelteMap } from "svelte/reactivity";
import type { Told } from "../api/subscription";
import type { ViewRecord } from "../api/types";

export type RecordKind = ViewRecord["kind"];
export type RecordOf<K extends RecordKind> = Extract<ViewRecord, { kind: K }>;

type Shelves = { [K in RecordKind]: SvelteMap<string, RecordOf<K>> };

function emptyShelves(): Shelves {
  return {
    session: new SvelteMap(),
    outcome: new SvelteMap(),
    person: new SvelteMap(),
    seat: new SvelteMap(),
    activity: new SvelteMap(),
    run: new SvelteMap(),
    group: new SvelteMap(),
    note: new SvelteMap(),
    placement: new SvelteMap(),
    facedown: new SvelteMap(),
    cluster: new SvelteMap(),
    connector: new SvelteMap(),
    stroke: new SvelteMap(),
    comment: new SvelteMap(),
    mark: new SvelteMap(),
    response: new SvelteMap(),
    ballot: new SvelteMap(),
    result: new SvelteMap(),
    capture: new SvelteMap(),
    parked: new SvelteMap(),
    decision: new SvelteMap(),
    action: new SvelteMap(),
    door: new SvelteMap(),
    memo: new SvelteMap(),
    sharing: new SvelteMap(),
    health: new SvelteMap(),
    charter: new SvelteMap(),
    objection: new SvelteMap(),
    point: new SvelteMap(),
    talk: new SvelteMap(),
    pulse: new SvelteMap(),
    plan: new SvelteMap(),
    calibration: new SvelteMap(),
    setAside: new SvelteMap(),
  };
}

/**
 * Shelves with all that a first snapshot holds. A map that is made with its records has no signal for any of them before somebody
 * reads it; one that is filled has one for each, and a board has thousands that nobody looks at.
 */
function filledShelves(records: readonly ViewRecord[]): Shelves {
  const lists = new Map<RecordKind, [string, ViewRecord][]>();
  for (const record of records) {
    const list = lists.get(record.kind);
    if (list) list.push([record.id, record]);
    else lists.set(record.kind, [[record.id, record]]);
  }
  const shelves = emptyShelves();
  for (const [kind, list] of lists)
    if (Object.hasOwn(shelves, kind)) Object.assign(shelves, { [kind]: new SvelteMap(list) });
  return shelves;
}

export class Mirror {
  /** False until the first snapshot has arrived. */
  loaded = $state(false);
  /**
   * Told of every change, after it was taken in; boards of thousands of notes do not read everything again at each. Gone holds
   * the kinds of what a diff removed.
   */
  readonly listeners = new Set<(told: Told, gone: ReadonlySet<RecordKind>) => void>();
  private shelves = $state.raw(emptyShelves());
  private readonly kinds = new Map<string, RecordKind>();

  /** The only writer. A snapshot replaces all; a diff changes what it names. Kinds this window does not know are left out. */
  receive(told: Told): void {
    const gone = new Set<RecordKind>();
    if (told.what === "snapshot" && !this.loaded) {
      this.shelves = filledShelves(told.records);
      for (const { id, kind } of told.records) if (Object.hasOwn(this.shelves, kind)) this.kinds.set(id, kind);
      this.loaded = true;
    } else if (told.what === "snapshot") {
      const kept = new Set(told.records.map((record) => record.id));
      for (const id of [...this.kinds.keys()]) if (!kept.has(id)) this.drop(id);
      for (const record of told.records) this.put(record);
    } else {
      for (const record of told.added) this.put(record);
      for (const record of told.updated) this.put(record);
      for (const id of told.removed) {
        const kind = this.drop(id);
        if (kind) gone.add(kind);
      }
    }
    for (const listen of this.listeners) listen(told, gone);
  }

  one<K extends RecordKind>(kind: K, id: string | undefined): RecordOf<K> | undefined {
    return id === undefined ? undefined : this.shelf(kind).get(id);
  }

  /** All of a kind, in no promised order. */
  all<K extends RecordKind>(kind: K): RecordOf<K>[] {
    return [...this.shelf(kind).values()];
  }

  /**
   * Whether there is one of a kind for which the test holds; looks no further than the first. Only what was looked at wakes the
   * reader, and, while there is none, any that comes.
   */
  some<K extends RecordKind>(kind: K, test: (record: RecordOf<K>) => boolean): boolean {
    const shelf = this.shelf(kind);
    for (const id of untrack(() => shelf.keys())) {
      const record = shelf.get(id);
      if (record && test(record)) return true;
    }
    void shelf.size;
    return false;
  }

  /** The single record of a kind that exists once: session, sharing, health, setAside. */
  only<K extends RecordKind>(kind: K): RecordOf<K> | undefined {
    for (const record of this.shelf(kind).values()) return record;
    return undefined;
  }

  private shelf<K extends RecordKind>(kind: K): SvelteMap<string, RecordOf<K>> {
    return this.shelves[kind] as unknown as SvelteMap<string, RecordOf<K>>;
  }

  private put(record: ViewRecord): void {
    const shelf = this.shelves[record.kind] as SvelteMap<string, ViewRecord> | undefined;
    if (!shelf) return;
    shelf.set(record.id, record);
    this.kinds.set(record.id, record.kind);
  }

  private drop(id: string): RecordKind | undefined {
    const kind = this.kinds.get(id);
    if (!kind) return undefined;
    this.kinds.delete(id);
    this.shelves[kind].delete(id);
    return kind;
  }
}
