import { describe, expect, it } from "vitest";
import { ApiFailure } from "../src/api/failure";
import type { Asked } from "../src/api/line";
import { backoff, Transport, type Line } from "../src/api/transport";

class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  readonly sent: string[] = [];
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;
  onclose: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(
    readonly url: string,
    readonly protocols: string[],
  ) {}
  send(text: string) {
    this.sent.push(text);
  }
  close() {
    this.onclose?.();
  }
  open() {
    this.readyState = 1;
    this.onopen?.();
  }
  say(message: object) {
    this.onmessage?.({ data: JSON.stringify({ jsonrpc: "2.0", ...message }) });
  }
}

function begin(early?: { socket: FakeSocket; asked: Asked[]; heard: string[] }) {
  const sockets: FakeSocket[] = [];
  const lines: Line[] = [];
  const heard: [string, unknown][] = [];
  const later: { act: () => void; ms: number }[] = [];
  const transport = new Transport({
    url: "ws://127.0.0.1:1/api",
    token: "abc",
    online: (line) => lines.push(line),
    notify: (method, params) => heard.push([method, params]),
    open: (url, protocols) => {
      const socket = new FakeSocket(url, protocols);
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    later: (act, ms) => {
      later.push({ act, ms });
      return () => undefined;
    },
    chance: () => 0.5,
    ...(early ? { begun: { ...early, socket: early.socket as unknown as WebSocket } } : {}),
  });
  transport.start();
  const last = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  };
  return { transport, sockets, lines, heard, later, last };
}

describe("the line to the app", () => {
  it("offers the version and the token as subprotocols", () => {
    expect(begin().last().protocols).toEqual(["convene.v1", "token.abc"]);
  });

  it("holds calls until the line is open and matches answers by id", async () => {
    const { transport, last } = begin();
    const first = transport.call("app.hello", {});
    const second = transport.call("sessions.list", {});
    expect(last().sent).toEqual([]);
    last().open();
    expect(last().sent.map((text) => (JSON.parse(text) as { method: string }).method)).toEqual([
      "app.hello",
      "sessions.list",
    ]);
    last().say({ id: 2, result: "second" });
    last().say({ id: 1, result: "first" });
    expect(await Promise.all([first, second])).toEqual(["first", "second"]);
  });

  it("turns an error into what happened and what to do", async () => {
    const { transport, last } = begin();
    last().open();
    const call = transport.call("note.add", {});
    last().say({
      id: 1,
      error: {
        code: -32000,
        message: "refused",
        data: { code: "closed", message: "This activity is closed.", hint: "Your text is kept." },
      },
    });
    const failure = await call.catch((reason: unknown) => reason);
    expect(failure).toBeInstanceOf(ApiFailure);
    expect(failure).toMatchObject({ code: "closed", message: "This activity is closed.", hint: "Your text is kept." });
  });

  it("fails calls in flight when the line drops, and opens again later and later", async () => {
    const { transport, last, later, lines, sockets } = begin();
    last().open();
    const call = transport.call("note.add", {});
    last().close();
    await expect(call).rejects.toMatchObject({ code: "connection-lost" });
    later.at(-1)?.act();
    last().close();
    later.at(-1)?.act();
    expect(later.map((wait) => wait.ms)).toEqual([200, 400]);
    expect(sockets).toHaveLength(3);
    last().open();
    last().close();
    expect(later.at(-1)?.ms).toBe(200);
    expect(lines).toEqual(["connecting", "open", "waiting", "connecting", "waiting", "connecting", "open", "waiting"]);
  });

  it("never waits longer than five and a half seconds", () => {
    expect(backoff(30, 1)).toBeLessThanOrEqual(5_500);
    expect(backoff(0, 0)).toBe(180);
  });

  it("hands on notifications and survives what is not JSON", () => {
    const { last, heard } = begin();
    last().open();
    last().onmessage?.({ data: "{" });
    last().say({ method: "sessions.changed", params: {} });
    expect(heard).toEqual([["sessions.changed", {}]]);
  });

  it("takes a line that was opened before it, with all that was said on it", async () => {
    const socket = new FakeSocket("", []);
    const early = {
      socket,
      asked: [],
      heard: [JSON.stringify({ jsonrpc: "2.0", method: "sessions.changed", params: {} })],
    };
    socket.open();
    const { transport, sockets, lines, heard, later } = begin(early);
    expect([sockets.length, lines, heard]).toEqual([0, ["connecting", "open"], [["sessions.changed", {}]]]);
    const call = transport.call("app.hello", {});
    socket.say({ id: 1, result: "here" });
    expect(await call).toBe("here");
    socket.close();
    later.at(-1)?.act();
    expect(sockets).toHaveLength(1); // the next is its own
  });

  it("waits for an early line that is not open yet, and leaves one that is lost", () => {
    const waiting = new FakeSocket("", []);
    const first = begin({ socket: waiting, asked: [], heard: [] });
    void first.transport.call("app.hello", {});
    expect(waiting.sent).toEqual([]);
    waiting.open();
    expect([first.sockets.length, waiting.sent.length]).toEqual([0, 1]);
    const lost = new FakeSocket("", []);
    lost.readyState = 3;
    expect(begin({ socket: lost, asked: [], heard: [] }).sockets).toHaveLength(1);
  });

  it("gives the answer to what was asked early to who asks the same first, and only to them", async () => {
    const socket = new FakeSocket("", []);
    socket.open();
    const asked = [
      { id: 1, method: "view.subscribe", params: { session: "s1" } },
      { id: 2, method: "app.hello", params: {} },
      { id: 3, method: "sessions.list", params: {} },
    ];
    const early = { socket, asked, heard: [JSON.stringify({ jsonrpc: "2.0", id: 3, result: "nobody waits for it" })] };
    const { transport, later, last } = begin(early);
    const calls = [
      transport.call("view.subscribe", { session: "s1" }),
      transport.call("app.hello", {}),
      transport.call("view.subscribe", { session: "s1" }),
      transport.call("view.subscribe", { session: "s2" }),
      transport.call("sessions.list", {}),
    ];
    expect(socket.sent.map((text) => (JSON.parse(text) as { id: number }).id)).toEqual([4, 5, 6]);
    for (const id of [1, 2, 4, 5, 6]) socket.say({ id, result: id });
    expect(await Promise.all(calls)).toEqual([1, 2, 4, 5, 6]);
    socket.close();
    later.at(-1)?.act();
    last().open();
    void transport.call("app.hello", {});
    expect(last().sent).toHaveLength(1);
  });

  it("asks anew what was asked early on a line that was lost", () => {
    const socket = new FakeSocket("", []);
    socket.open();
    const { transport, later, last } = begin({
      socket,
      asked: [{ id: 1, method: "app.hello", params: {} }],
      heard: [],
    });
    socket.close();
    later.at(-1)?.act();
    last().open();
    void transport.call("app.hello", {});
    expect(last().sent).toHaveLength(1);
  });

  it("stays shut after stop", async () => {
    const { transport, later } = begin();
    transport.stop();
    expect(later).toEqual([]);
    await expect(transport.call("app.hello", {})).rejects.toMatchObject({ code: "connection-lost" });
  });
});
