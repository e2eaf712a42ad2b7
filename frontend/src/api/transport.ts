/**
 * One WebSocket, JSON-RPC 2.0. Keeps itself connected (backoff with a ceiling), answers each call once, and hands on what
 * the server says unasked. It knows no method by name and holds no state of a session.
 */
import { ApiFailure, failureFrom } from "./failure";
import { asText, protocolsOf, type Asked, type Begun } from "./line";

export type Line = "connecting" | "open" | "waiting" | "closed";

export interface TransportOptions {
  url: string;
  token: string;
  /** Told on every change; `waiting` means: the next attempt comes by itself. */
  online: (line: Line) => void;
  /** Called for each notification, in order. */
  notify: (method: string, params: unknown) => void;
  open?: (url: string, protocols: string[]) => WebSocket;
  /** The first line, where it was opened already. */
  begun?: Begun;
  later?: (act: () => void, ms: number) => () => void;
  /** 0..1; spreads the attempts of many windows. */
  chance?: () => number;
}

interface Waiting {
  resolve: (value: unknown) => void;
  reject: (failure: ApiFailure) => void;
}

const firstWait = 200;
const longestWait = 5_000;

/** Milliseconds before attempt n (0 = first retry), with up to a fifth of jitter. */
export function backoff(attempt: number, chance: number): number {
  const base = Math.min(longestWait, firstWait * 2 ** attempt);
  return Math.round(base * (0.9 + 0.2 * chance));
}

const realLater = (act: () => void, ms: number) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

const lost = () => new ApiFailure({ code: "connection-lost", message: "connection-lost", hint: "" });

export class Transport {
  private socket: WebSocket | undefined;
  private next = 1;
  private attempt = 0;
  private stopped = false;
  private cancel: (() => void) | undefined;
  private begun: Begun | undefined;
  /** What was asked early on this line and not yet by anybody here. */
  private asked: Asked[] = [];
  private readonly waiting = new Map<number, Waiting>();
  private readonly queue: string[] = [];

  constructor(private readonly options: TransportOptions) {
    this.begun = options.begun;
    this.next += options.begun?.asked.length ?? 0;
  }

  /** Opens the line and keeps it open until stop(). */
  start(): void {
    if (this.stopped || this.socket) return;
    this.options.online("connecting");
    const { socket, heard } = this.line();
    this.socket = socket;
    socket.onopen = () => this.opened();
    socket.onmessage = (event) => this.receive(String(event.data));
    socket.onclose = () => this.dropped(socket);
    socket.onerror = () => undefined; // onclose follows and carries the consequence
    if (socket.readyState === WebSocket.OPEN) this.opened();
    for (const text of heard) this.receive(text);
  }

  /** The line that was opened early, once and only where it still stands; a new one otherwise. */
  private line(): Begun {
    const { begun } = this;
    this.begun = undefined;
    if (begun && begun.socket.readyState <= WebSocket.OPEN) {
      this.asked = begun.asked;
      return begun;
    }
    const open = this.options.open ?? ((url, protocols) => new WebSocket(url, protocols));
    return { socket: open(this.options.url, protocolsOf(this.options.token)), asked: [], heard: [] };
  }

  /** Ends for good; open calls fail. */
  stop(): void {
    this.stopped = true;
    this.cancel?.();
    this.socket?.close();
    this.socket = undefined;
    this.failAll();
    this.options.online("closed");
  }

  /** Asks. While the line is down before its first opening the call waits; a call in flight when it drops fails. */
  call(method: string, params: object): Promise<unknown> {
    if (this.stopped) return Promise.reject(lost());
    const early = this.takeAsked(method, params);
    const id = early ?? this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      if (early !== undefined) return;
      const text = asText({ id, method, params });
      if (this.socket?.readyState === WebSocket.OPEN) this.socket.send(text);
      else this.queue.push(text);
    });
  }

  /** The number of the same question that was asked early. It is taken once. */
  private takeAsked(method: string, params: object): number | undefined {
    if (this.asked.length === 0) return undefined;
    const same = JSON.stringify(params);
    const at = this.asked.findIndex((one) => one.method === method && JSON.stringify(one.params) === same);
    return at < 0 ? undefined : this.asked.splice(at, 1)[0]?.id;
  }

  private opened(): void {
    this.attempt = 0;
    for (const text of this.queue.splice(0)) this.socket?.send(text);
    this.options.online("open");
  }

  private dropped(socket: WebSocket): void {
    if (this.socket !== socket) return;
    this.socket = undefined;
    this.asked = [];
    this.queue.length = 0;
    this.failAll();
    if (this.stopped) return;
    this.options.online("waiting");
    const later = this.options.later ?? realLater;
    const chance = (this.options.chance ?? Math.random)();
    this.cancel = later(() => this.start(), backoff(this.attempt++, chance));
  }

  private failAll(): void {
    const calls = [...this.waiting.values()];
    this.waiting.clear();
    for (const call of calls) call.reject(lost());
  }

  private receive(text: string): void {
    let message: unknown;
    try {
      message = JSON.parse(text);
    } catch {
      return; // not JSON-RPC: nothing to answer to
    }
    if (typeof message !== "object" || message === null) return;
    const { id, method, params, result, error } = message as {
      id?: unknown;
      method?: unknown;
      params?: unknown;
      result?: unknown;
      error?: unknown;
    };
    if (typeof method === "string") {
      this.options.notify(method, params);
      return;
    }
    if (typeof id !== "number") return;
    const call = this.waiting.get(id);
    if (!call) {
      // An answer that nobody waited for is gone: who asks later asks anew.
      this.asked = this.asked.filter((one) => one.id !== id);
      return;
    }
    this.waiting.delete(id);
    if (error !== undefined) call.reject(failureFrom(error));
    else call.resolve(result);
  }
}
