/** Refusals in the person's language. */
import { t, told } from "./words.svelte";

export interface Said {
  code: string;
  message: string;
  hint: string;
}

/** The words for a refusal. */
export function failureWords(failure: Said): Said {
  if (failure.code === "connection-lost")
    return { code: failure.code, message: t("line-lost-call"), hint: failure.hint };
  return { code: failure.code, message: told(failure.message), hint: told(failure.hint) };
}
