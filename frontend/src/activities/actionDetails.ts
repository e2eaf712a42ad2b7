/** What an activity asks of an action beside what, who and when. */
import type { Settings } from "../api/types";
import { t } from "../words/words.svelte";

export type Detail = "firstStep" | "review" | "sign" | "place" | "partner" | "witness" | "help" | "type";

const known: readonly Detail[] = ["firstStep", "review", "sign", "place", "partner", "witness", "help", "type"];

const listed = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Those that an activity asks for, in a fixed order. */
export function details(settings: Settings): Detail[] {
  const asked = [...listed(settings["require"]), ...listed(settings["extra"])].map((name) =>
    name === "reviewDate" ? "review" : name,
  );
  return known.filter((name) => asked.includes(name));
}

/** What is asked of each action, as people read it. */
export const required = (settings: Settings): string[] =>
  listed(settings["require"] ?? ["what", "owner", "due"]).map(missingName);

export function detailName(name: Detail): string {
  switch (name) {
    case "firstStep":
      return t("set-first");
    case "review":
      return t("set-review");
    case "sign":
      return t("set-extra-sign");
    case "place":
      return t("set-extra-place");
    case "partner":
      return t("set-extra-partner");
    case "witness":
      return t("set-extra-witness");
    case "help":
      return t("set-extra-help");
    case "type":
      return t("set-extra-type");
  }
}

export function missingName(name: string): string {
  switch (name) {
    case "what":
      return t("set-what");
    case "owner":
      return t("set-owner");
    case "due":
      return t("set-due");
    case "firstStep":
      return t("set-first");
    case "reviewDate":
      return t("set-review");
    default:
      return name;
  }
}
