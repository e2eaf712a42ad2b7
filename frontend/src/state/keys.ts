/** What a key means, given where the person is. Pure; single letters mean nothing while text is being written. */

export interface Stroke {
  key: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
}

export type Act =
  | "pause"
  | "next"
  | "more-time"
  | "less-time"
  | "help"
  | "ready"
  | "hand"
  | "search"
  | "next-region"
  | "undo"
  | "redo"
  | "new-note"
  | "group"
  | "move";

export interface Place {
  /** A text field has the focus. */
  writing: boolean;
  /** Something that answers to Space and Enter itself has the focus (a button, a radio, a link). */
  pressing: boolean;
  screen: "home" | "plan" | "room" | "other";
  facilitator: boolean;
  /** Focus is within the board. */
  board: boolean;
}

const facilitatorKeys: Record<string, Act> = {
  ArrowRight: "next",
  "+": "more-time",
  "=": "more-time",
  "-": "less-time",
  "−": "less-time",
};
const boardKeys: Record<string, Act> = { n: "new-note", f: "group", m: "move" };

/** The act a stroke asks for here, or undefined when it is not ours. */
export function actFor(stroke: Stroke, place: Place): Act | undefined {
  const letter = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  if (stroke.key === "F6") return "next-region";
  if (stroke.ctrl && stroke.key === "Enter" && place.screen === "room" && !place.facilitator) return "ready";
  if (stroke.ctrl && letter === "z" && !place.writing) return stroke.shift ? "redo" : "undo";
  if (stroke.ctrl || stroke.alt || place.writing) return undefined;
  if (stroke.key === "?") return "help";
  if (stroke.key === "/" && place.screen === "home") return "search";
  if (place.screen !== "room") return undefined;
  if (place.board && boardKeys[letter]) return boardKeys[letter];
  if (!place.facilitator) return letter === "h" ? "hand" : undefined;
  if (stroke.key === " ") return place.pressing || place.board ? undefined : "pause";
  if (stroke.key === "ArrowRight" && (place.board || place.pressing)) return undefined;
  return facilitatorKeys[stroke.key];
}

/** Reads a DOM event; Cmd counts as Ctrl. */
export function strokeOf(event: KeyboardEvent): Stroke {
  return { key: event.key, ctrl: event.ctrlKey || event.metaKey, alt: event.altKey, shift: event.shiftKey };
}

/** Where the focus is, read from the element that has it. */
export function focusOf(element: Element | null): { writing: boolean; pressing: boolean; board: boolean } {
  const tag = element?.tagName ?? "";
  const type = element instanceof HTMLInputElement ? element.type : "";
  const button = ["checkbox", "radio", "button", "submit", "range"].includes(type);
  return {
    writing:
      tag === "TEXTAREA" ||
      tag === "SELECT" ||
      (tag === "INPUT" && !button) ||
      (element as HTMLElement | null)?.isContentEditable === true,
    pressing:
      tag === "BUTTON" || tag === "A" || tag === "SUMMARY" || button || element?.closest('[role="menu"]') != null,
    board: element?.closest("[data-board]") != null,
  };
}

/**
 * The number of the seat that a digit asks for, from 1, or undefined where the digit is text: in a field that holds something, in
 * one that is no line of text (a date, a number), and wherever nobody else has a seat here. With Alt it always asks.
 */
export function seatAsked(
  stroke: { code: string; ctrl: boolean; alt: boolean },
  seats: number,
  focus: Element | null,
): number | undefined {
  const digit = /^Digit([1-9])$/u.exec(stroke.code)?.[1];
  if (digit === undefined || stroke.ctrl || seats < 2 || Number(digit) > seats) return undefined;
  if (stroke.alt || !focusOf(focus).writing) return Number(digit);
  const line = focus instanceof HTMLTextAreaElement || (focus instanceof HTMLInputElement && focus.type === "text");
  return line && focus.value === "" ? Number(digit) : undefined;
}
