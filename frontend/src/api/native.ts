/**
 * What only the window of the app can do: the system's own dialogs and links in the person's browser.
 * A browser has none of it, and every screen is whole without.
 */
export interface Native {
  /** The person chooses a bundle to read; "" where they did not. */
  OpenBundle: () => Promise<string>;
  /** The person says where a bundle is written; "" where they did not. */
  SaveBundle: (name: string) => Promise<string>;
  /** The person chooses the folder a record is written into; "" where they did not. */
  RecordFolder: () => Promise<string>;
  /** The invite by which the system started the app, once; "" where there was none. */
  Invitation: () => Promise<string>;
  /** Tells the language of the pages, for the window's own menu. */
  Speak: (language: string) => Promise<void>;
  /** Shows one line of words outside the window. */
  Notify: (text: string) => Promise<void>;
  /** Asks, and then opens a link outside; false where it may not be opened or was not wanted. */
  OpenLink: (link: string) => Promise<boolean>;
}

interface NativeWindow {
  go?: { main?: { Window?: Partial<Native> } };
}

/** The window's own functions, or undefined in a browser. */
export function native(page: Window = window): Native | undefined {
  const found = (page as unknown as NativeWindow).go?.main?.Window;
  return found?.OpenBundle ? (found as Native) : undefined;
}

/** What reaches the pages from the window's own menu and from links, by the name of the event; gives what ends the listening. */
export function onNative(name: "menu" | "invitation", act: (what: unknown) => void, page: Window = window): () => void {
  const runtime = (
    page as unknown as { runtime?: { EventsOn?: (name: string, act: (what: unknown) => void) => unknown } }
  ).runtime;
  const off = runtime?.EventsOn?.(name, act);
  return typeof off === "function" ? (off as () => void) : () => undefined;
}
