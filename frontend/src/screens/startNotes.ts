/** What is told at the start, in the language of the window. What the Go side alone knows stands behind it, as it was said. */
import type { Failure } from "../api/types";
import { t, told } from "../words/words.svelte";

export interface StartNote {
  title: string;
  text: string;
  /** A passphrase is the way out. */
  passphrase: boolean;
}

export function startNote(note: Failure): StartNote {
  switch (note.code) {
    case "not-encrypted":
      return { title: t("note-plain"), text: t("note-plain-hint"), passphrase: true };
    case "encrypts-at-start":
      return { title: t("note-pending"), text: t("note-pending-hint"), passphrase: false };
    case "disk-full":
      return { title: t("note-full"), text: t("note-full-hint"), passphrase: false };
    case "session-damaged":
      return { title: t("note-damaged"), text: `${told(note.message)} ${told(note.hint)}`, passphrase: false };
    case "library-damaged":
      return { title: t("note-library"), text: `${told(note.message)} ${told(note.hint)}`, passphrase: false };
    default:
      return { title: told(note.message), text: told(note.hint), passphrase: false };
  }
}
