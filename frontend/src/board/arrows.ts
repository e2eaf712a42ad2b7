/** What is told of an arrow and asked about it; how it is drawn stands beside the other shapes. */
import type { ConnectorRecord } from "../api/types";
import type { BoardActs } from "./acts.svelte";

/** What an arrow leads from or to, by its words or its name. */
export const thing = (acts: BoardActs, id: string): string => acts.model.note(id)?.record.text ?? acts.nameOf(id);

/** What an arrow says, and its sign. */
export function arrowWords(one: ConnectorRecord): string {
  const sign = one.sign === "" ? "" : `(${one.sign === "-" ? "−" : one.sign})`;
  return [one.label, sign].filter(Boolean).join(" ");
}
export function sayArrow(acts: BoardActs, connector: string, words: { label?: string; sign?: "" | "+" | "-" }): void {
  void acts.room.ask((api) => api.connector.edit, { connector, ...words });
}
export function removeArrow(acts: BoardActs, connector: string): void {
  void acts.room.ask((api) => api.connector.remove, { connector });
}
