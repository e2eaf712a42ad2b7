/**
 * What takes longest begins first: a script of its own, a few hundred letters long, that opens the line to the app while the rest of
 * the page is still read.
 */
import { begin, type Begun } from "./api/line";
import { findServer, type Where } from "./api/where";

export const early: Promise<Where & { begun: Begun }> = findServer(window).then((where) => ({
  ...where,
  begun: begin(where.url, where.token),
}));
