/**
 * Where the app's own server is, and the token that opens it. In the window the Go side says so; in a browser it stands in
 * the fragment of the address, which never leaves the page, and is taken out of sight at once.
 */
export interface Where {
  url: string;
  token: string;
}

interface WailsWindow {
  go?: { main?: { Window?: { Bootstrap?: () => Promise<Where> } } };
}

const key = "convene.token";

/** The token in "#token=abc" or "#/join&token=abc"; empty when there is none. */
export function tokenIn(fragment: string): string {
  return new URLSearchParams(fragment.replace(/^#\/?/u, "")).get("token") ?? "";
}

export async function findServer(page: Window): Promise<Where> {
  const bootstrap = (page as unknown as WailsWindow).go?.main?.Window?.Bootstrap;
  if (bootstrap) return bootstrap();
  const given = tokenIn(page.location.hash);
  if (given !== "") {
    page.sessionStorage.setItem(key, given);
    page.history.replaceState(null, "", page.location.pathname + page.location.search);
  }
  const scheme = page.location.protocol === "https:" ? "wss:" : "ws:";
  return { url: `${scheme}//${page.location.host}/api`, token: page.sessionStorage.getItem(key) ?? "" };
}
