/** Refusals in the person's language, by their code. One without words here is said as the app said it, in English. */
import { byCode, t } from "./words.svelte";

export interface Said {
  code: string;
  message: string;
  hint: string;
}

/** The words for a refusal: those of the catalogue where it has the code, else what the app said. */
export function failureWords(failure: Said): Said {
  if (failure.code === "connection-lost") return { ...failure, message: t("line-lost-call") };
  const message = byCode("no", failure.code);
  if (message === undefined) return failure;
  return { ...failure, message, hint: byCode("no", `${failure.code}-hint`) ?? failure.hint };
}
