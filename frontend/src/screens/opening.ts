/** Which screen a session opens on. */
import type { SessionEntry } from "../api/types";
import type { Route } from "../state/route";

export function opens(session: Pick<SessionEntry, "id" | "state" | "role">): Route {
  if (session.state === "closed") return { screen: "record", session: session.id };
  if (session.state === "draft" && session.role === "facilitator") return { screen: "plan", session: session.id };
  return { screen: "room", session: session.id };
}
