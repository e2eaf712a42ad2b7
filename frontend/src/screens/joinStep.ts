import type { Notifications } from "../api/types";
import { t } from "../words/words.svelte";

/** Where joining stands, in words. */
export function joinStep(progress: Notifications["join.progress"] | undefined): string {
  switch (progress?.step) {
    case undefined:
    case "looking":
      return t("join-looking");
    case "seeking":
      return t("join-seeking");
    case "connecting":
      return t("join-connecting");
    case "waiting":
      return t("join-waiting");
    case "verifying":
      return t("join-verifying");
    case "receiving":
      return progress.of > 0
        ? t("join-receiving", { have: progress.have, of: progress.of })
        : t("join-receiving-start");
    case "done":
      return t("join-done");
  }
}
