/** Names of commands and colours. */
import type { Color, Sent } from "../api/types";
import { t } from "../words/words.svelte";
import { markOf, type CommandId, type MarkId } from "./strokes";

export function commandName(id: CommandId | MarkId): string {
  const mark = markOf(id);
  if (mark !== undefined) return t("command-mark", { mark });
  switch (id as CommandId) {
    case "edit":
      return t("command-edit");
    case "new-note":
      return t("command-new-note");
    case "new-cluster":
      return t("command-new-cluster");
    case "connect":
      return t("command-connect");
    case "comment":
      return t("command-comment");
    case "move-to":
      return t("command-move-to");
    case "keep":
      return t("command-keep");
    case "heart":
      return t("command-heart");
    case "duplicate":
      return t("command-duplicate");
    case "merge":
      return t("command-merge");
    case "remove":
      return t("command-remove");
    case "select-all":
      return t("command-select-all");
    case "clear":
      return t("command-clear");
    case "paste":
      return t("command-paste");
    case "picture":
      return t("command-picture");
    case "draw":
      return t("command-draw");
    case "describe":
      return t("command-describe");
    case "find":
      return t("command-find");
    case "palette":
      return t("command-palette");
    case "zoom-in":
      return t("command-zoom-in");
    case "zoom-out":
      return t("command-zoom-out");
    case "zoom-fit":
      return t("command-zoom-fit");
    case "zoom-full":
      return t("command-zoom-full");
    case "outline":
      return t("command-outline");
    case "gather":
      return t("command-gather");
    case "rewind":
      return t("command-rewind");
    case "lock":
      return t("command-lock");
    case "lock-board":
      return t("command-lock-board");
    case "align-left":
      return t("command-align-left");
    case "align-top":
      return t("command-align-top");
    case "align-row":
      return t("command-align-row");
    case "align-column":
      return t("command-align-column");
    case "tidy":
      return t("command-tidy");
    case "undo":
      return t("command-undo");
    case "redo":
      return t("command-redo");
  }
}

export const colours: readonly Color[] = ["yellow", "orange", "red", "purple", "blue", "cyan", "green", "grey"];

export function colorName(color: Color): string {
  switch (color) {
    case "yellow":
      return t("color-yellow");
    case "orange":
      return t("color-orange");
    case "red":
      return t("color-red");
    case "purple":
      return t("color-purple");
    case "blue":
      return t("color-blue");
    case "cyan":
      return t("color-cyan");
    case "green":
      return t("color-green");
    case "grey":
      return t("color-grey");
  }
}

/** How far an own note has come; empty where there is nothing to say. */
export function sentName(sent: Sent | undefined): string {
  switch (sent) {
    case "here":
      return t("sent-here");
    case "some":
      return t("sent-some");
    case "all":
      return t("sent-all");
    default:
      return "";
  }
}
