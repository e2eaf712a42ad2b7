/** How a line to the app is opened, before and after the rest of the page is there. */

/** What was asked as soon as the line stood: who asks the same first takes its answer. */
export interface Asked {
  id: number;
  method: string;
  params: object;
}

/** A line that was opened early, what was asked on it, and what was said on it since. */
export interface Begun {
  socket: WebSocket;
  asked: Asked[];
  heard: string[];
}

/** The version of what is spoken, and the token that opens the line. */
export const protocolsOf = (token: string): string[] => ["convene.v1", `token.${token}`];

export const asText = ({ id, method, params }: Asked): string => JSON.stringify({ jsonrpc: "2.0", id, method, params });

/** Opens a line and asks on it at once. The questions are numbered from 1. */
export function begin(url: string, token: string, questions: readonly Omit<Asked, "id">[]): Begun {
  const socket = new WebSocket(url, protocolsOf(token));
  const asked = questions.map((one, i) => ({ id: i + 1, ...one }));
  const heard: string[] = [];
  socket.addEventListener("open", () => {
    for (const one of asked) socket.send(asText(one));
  });
  socket.onmessage = (event) => heard.push(String(event.data));
  return { socket, asked: [...asked], heard };
}
