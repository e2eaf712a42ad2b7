/**
 * What only the window of the app can do: the system's own dialogs and links in the person's browser.
 * A browser has none of it, and every screen is whole without.
 */
export interface Native {
  /** The person chooses a bundle to read; "" where they did not. */
  OpenBundle: () => Promise<string>;
  /** The person says where a bundle is written; "" where they did not. */
  SaveBundle: (name: string) => Promise<string>;
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
