/**
 * What takes longest begins first: a script of its own, a few thousand letters long, that opens the line to the app, asks for what
 * every window asks first, and fetches the board, while the rest of the page is still read.
 */
import { begin, type Begun } from "./api/line";
import { findServer, type Where } from "./api/where";
import { parseRoute } from "./state/route";

export const early: Promise<Where & { begun: Begun }> = findServer(window).then((where) => {
  const route = parseRoute(location.hash);
  const opening = "session" in route ? [{ method: "view.subscribe", params: { session: route.session } }] : [];
  const begun = begin(where.url, where.token, [...opening, { method: "app.hello", params: {} }]);
  // Who opens a session comes to its board.
  if (route.screen === "room") void import("./board/Board.svelte").catch(() => undefined);
  return { ...where, begun };
});
