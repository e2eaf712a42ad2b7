/** What is told at the start, in the language of the window. What the Go side alone knows stands behind it, as it was said. */
import type { StartNote as Said } from "../api/types";
import { t, told } from "../words/words.svelte";

export interface StartNote {
  title: string;
  text: string;
  /** A passphrase is the way out. */
  passphrase: boolean;
  /** A session whose report can be put away once it was read; "" where there is none. */
  session: string;
}

export function startNote(note: Said): StartNote {
  switch (note.code) {
    case "not-encrypted":
      return { title: t("note-plain"), text: t("note-plain-hint"), passphrase: true, session: "" };
    case "encrypts-at-start":
      return { title: t("note-pending"), text: t("note-pending-hint"), passphrase: false, session: "" };
    case "disk-full":
      return { title: t("note-full"), text: t("note-full-hint"), passphrase: false, session: "" };
    case "session-damaged":
      return {
        title: t("note-damaged"),
        text: `${told(note.message)} ${told(note.hint)}`,
        passphrase: false,
        session: note.session ?? "",
      };
    case "library-damaged":
      return {
        title: t("note-library"),
        text: `${told(note.message)} ${told(note.hint)}`,
        passphrase: false,
        session: "",
      };
    default:
      return { title: told(note.message), text: told(note.hint), passphrase: false, session: "" };
  }
}
