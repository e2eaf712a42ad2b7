/** Where in the app we are, as a word in the address: #/room/ID. Pure. */
export type Route =
  | { screen: "home" }
  | { screen: "templates" }
  | { screen: "check" }
  | { screen: "join"; link: string }
  | { screen: "plan"; session: string }
  | { screen: "room"; session: string }
  | { screen: "record"; session: string }
  | { screen: "wall"; session: string }
  | { screen: "guest"; session: string };

export function parseRoute(hash: string): Route {
  const [screen = "", ...rest] = hash.replace(/^#\/?/u, "").split("/");
  const tail = decodeURIComponent(rest.join("/"));
  if (screen === "templates" || screen === "check") return { screen };
  if (screen === "join") return { screen, link: tail };
  if (
    (screen === "plan" || screen === "room" || screen === "record" || screen === "wall" || screen === "guest") &&
    tail !== ""
  )
    return { screen, session: tail };
  return { screen: "home" };
}

export function routeHash(route: Route): string {
  if ("session" in route) return `#/${route.screen}/${encodeURIComponent(route.session)}`;
  if (route.screen === "join" && route.link !== "") return `#/join/${encodeURIComponent(route.link)}`;
  return route.screen === "home" ? "#/" : `#/${route.screen}`;
}
