/** Names of things that come as codes. A code we do not know is shown as it is. */
import { t } from "./words.svelte";

export function kindName(kind: string): string {
  switch (kind) {
    case "brief":
      return t("kind-brief");
    case "round":
      return t("kind-round");
    case "brainstorm":
      return t("kind-brainstorm");
    case "cluster":
      return t("kind-cluster");
    case "vote":
      return t("kind-vote");
    case "discuss":
      return t("kind-discuss");
    case "breakout":
      return t("kind-breakout");
    case "canvas":
      return t("kind-canvas");
    case "commit":
      return t("kind-commit");
    default:
      return kind;
  }
}

export function captureName(type: string): string {
  switch (type) {
    case "insight":
      return t("capture-insight");
    case "question":
      return t("capture-question");
    case "decision":
      return t("capture-decision");
    case "action":
      return t("capture-action");
    case "parked":
      return t("capture-parked");
    default:
      return type;
  }
}

export function roleName(role: string): string {
  switch (role) {
    case "first":
      return t("role-first");
    case "successor":
      return t("role-successor");
    case "cofacilitator":
      return t("role-cofacilitator");
    case "elected":
      return t("role-elected");
    case "participant":
      return t("role-participant");
    case "observer":
      return t("role-observer");
    default:
      return role;
  }
}
