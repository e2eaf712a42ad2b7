/** How a line to the app is opened, before and after the rest of the page is there. */

/** A line that was opened early, and what was said on it since. */
export interface Begun {
  socket: WebSocket;
  heard: string[];
}

/** The version of what is spoken, and the token that opens the line. */
export const protocolsOf = (token: string): string[] => ["convene.v1", `token.${token}`];

export function begin(url: string, token: string): Begun {
  const socket = new WebSocket(url, protocolsOf(token));
  const heard: string[] = [];
  socket.onmessage = (event) => heard.push(String(event.data));
  return { socket, heard };
}
