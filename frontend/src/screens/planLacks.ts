/** What a plan lacks, in words: each warning is one sentence that says what to do. */
import type { PlanWarning } from "../api/types";
import { t } from "../words/words.svelte";

/** nameOf gives the title of an activity or the text of an outcome. */
export function warningWords(warning: PlanWarning, nameOf: (id: string) => string): string {
  const title = nameOf(warning.activity ?? "");
  const minutes = warning.minutes ?? 0;
  switch (warning.code) {
    case "no-slack":
      return minutes < 0 ? t("plan-too-long", { minutes: -minutes }) : t("plan-no-slack", { minutes });
    case "unserved":
      return t("plan-unserved", { outcome: nameOf(warning.outcome ?? "") });
    case "same-form":
      return t("plan-same-form", { title, minutes });
    case "does-not-fit":
      return [t("plan-does-not-fit", { minutes }), ...cutWords(warning, nameOf)].join(" ");
    case "no-commit":
      return t("plan-no-commit");
    case "no-hosts":
      return t("plan-no-hosts", { title });
    case "vote-question":
      return t("plan-vote-question", { title });
    case "vote-options":
      return t("plan-vote-options", { title });
    case "vote-rules":
      return t("plan-vote-rules", { title });
    case "few-people":
      return t("plan-few-people", { people: warning.people ?? 0 });
  }
}

function cutWords(warning: PlanWarning, nameOf: (id: string) => string): string[] {
  const cuts = warning.cuts ?? [];
  if (cuts.length === 0) return [];
  const list = cuts.map((cut) => t("plan-cut", { title: nameOf(cut.activity), minutes: cut.minutes }));
  return [t("plan-cuts", { list: list.join("; ") })];
}
