/**
 * Where the app's own server is, and the token that opens it. In the window the Go side says so; in a browser it stands in
 * the fragment of the address, which never leaves the page, and is taken out of sight at once.
 */
export interface Where {
  url: string;
  token: string;
  /** The screen to begin with, as the fragment of an address. */
  start?: string;
}

interface WailsWindow {
  go?: { main?: { Window?: { Bootstrap?: () => Promise<Where> } } };
}

const key = "convene.token";

/** The token in "#token=abc" or "#/join&token=abc"; empty when there is none. */
export function tokenIn(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#\/?/u, "")).get("token") ?? "";
}

export const keepToken = (page: Window, token: string): void => page.sessionStorage.setItem(key, token);

/** The screen in "#/wall/abc&token=t"; empty where the fragment holds the token alone. */
export function screenIn(fragment: string): string {
  const [screen = ""] = fragment.split("&token=");
  return screen.startsWith("#/") ? screen : "";
}

export async function findServer(page: Window): Promise<Where> {
  const bootstrap = (page as unknown as WailsWindow).go?.main?.Window?.Bootstrap;
  if (bootstrap) {
    const where = await bootstrap();
    if (where.start) page.history.replaceState(null, "", where.start);
    return where;
  }
  const given = tokenIn(page.location.hash);
  if (given !== "") {
    keepToken(page, given);
    page.history.replaceState(null, "", page.location.pathname + page.location.search + screenIn(page.location.hash));
  }
  const scheme = page.location.protocol === "https:" ? "wss:" : "ws:";
  return { url: `${scheme}//${page.location.host}/api`, token: page.sessionStorage.getItem(key) ?? "" };
}
