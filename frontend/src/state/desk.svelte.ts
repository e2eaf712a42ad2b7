/**
 * The desk: everything this window knows outside a session, and the session that lies open. Only hear() and the answers to
 * own questions write it.
 */
import type { Api } from "../api/api";
import { ApiFailure, failureFrom } from "../api/failure";
import { keepToken } from "../api/where";
import type { Line } from "../api/transport";
import type { Failure, Methods, Notifications, SessionEntry, TemplateEntry } from "../api/types";
import { Clock } from "./clock.svelte";
import { Ghosts } from "./ghosts.svelte";
import { Room } from "./room.svelte";
import { parseRoute, routeHash, type Route } from "./route";
import { Toasts } from "./toasts.svelte";

export type Joining =
  | { step: "idle" }
  | { step: "asking"; progress: Notifications["join.progress"] | undefined }
  | { step: "refused"; failure: Failure };

/** Long work with a whole session that this window has asked for. */
export type Carrying =
  { step: "idle" } | { step: "asking"; progress: Notifications["carry.progress"] | undefined; calledOff: boolean };

export type Unlocking = { step: "idle" } | { step: "asking" } | { step: "refused"; failure: Failure };

type Hello = Methods["app.hello"]["result"];

export class Desk {
  line = $state<Line>("connecting");
  hello = $state.raw<Hello | undefined>();
  sessions = $state.raw<SessionEntry[] | undefined>();
  /** Why the sessions could not be listed, while there is no list. */
  unlisted = $state.raw<Failure | undefined>();
  templates = $state.raw<TemplateEntry[] | undefined>();
  nearby = $state.raw<{ peer: string; words: string }[]>([]);
  joining = $state.raw<Joining>({ step: "idle" });
  carrying = $state.raw<Carrying>({ step: "idle" });
  unlocking = $state.raw<Unlocking>({ step: "idle" });
  route = $state.raw<Route>({ screen: "home" });
  room = $state.raw<Room | undefined>();
  readonly clock = new Clock();
  readonly toasts = new Toasts();
  readonly ghosts: Ghosts;
  private attempts = 0;

  constructor(
    readonly api: Api,
    private readonly page: Window,
  ) {
    this.ghosts = new Ghosts(page.sessionStorage);
    this.follow();
  }

  /** Goes to another screen; the address says where, so that back and reload work. */
  go(route: Route): void {
    const hash = routeHash(route);
    if (this.page.location.hash === hash) this.follow();
    else this.page.location.hash = hash;
  }

  /** Reads the address; opens and leaves sessions as it changes. */
  follow(): void {
    this.route = parseRoute(this.page.location.hash);
    const session = "session" in this.route ? this.route.session : undefined;
    if (session === this.room?.session) return;
    this.room?.leave();
    this.room = session === undefined ? undefined : new Room(session, this.api, this.clock, this.ghosts, this.toasts);
    if (this.line === "open") void this.room?.start();
  }

  /** A guest was given a seat: from here on its own token opens the line. The page starts anew with it. */
  sitDown(token: string): void {
    keepToken(this.page, token);
    this.page.location.reload();
  }

  /** The line opened, dropped or opened again. */
  online(line: Line): void {
    this.line = line;
    if (line !== "open") return;
    void this.begin();
  }

  /**
   * Asks who this window is, and in the same breath for the session that lies open. Where everything is locked nothing more is asked,
   * and the session is asked for again when it is unlocked.
   */
  private async begin(): Promise<void> {
    const started = this.room?.start();
    await this.greet();
    if (this.hello?.locked) return;
    await Promise.all([started, this.readShelf()]);
  }

  /** Opens the data folder with its passphrase; what lies behind the lock is then read. */
  async unlock(passphrase: string): Promise<void> {
    this.unlocking = { step: "asking" };
    try {
      await this.api.app.unlock({ passphrase });
      this.unlocking = { step: "idle" };
      await this.begin();
    } catch (failure) {
      this.unlocking = { step: "refused", failure: failure instanceof ApiFailure ? failure : failureFrom(failure) };
    }
  }

  /** What the Go side says unasked. */
  hear(method: string, params: unknown): void {
    switch (method) {
      case "view.diff":
        this.room?.take(params as Notifications["view.diff"]);
        break;
      case "pointers":
        this.room?.pointed(params as Notifications["pointers"]);
        break;
      case "sessions.changed":
        void this.refreshSessions();
        break;
      case "notice": {
        const notice = params as Notifications["notice"];
        this.toasts.show(notice, notice.severity);
        break;
      }
      case "join.progress":
        if (this.joining.step === "asking") {
          this.joining = { step: "asking", progress: params as Notifications["join.progress"] };
        }
        break;
      case "carry.progress":
        if (this.carrying.step === "asking")
          this.carrying = { ...this.carrying, progress: params as Notifications["carry.progress"] };
    }
  }

  private async greet(): Promise<void> {
    await this.ask(async () => {
      this.hello = await this.api.app.hello({});
    });
  }

  async refresh(): Promise<void> {
    await this.greet();
    await this.readShelf();
  }

  private async readShelf(): Promise<void> {
    if (this.hello?.role !== "owner") return; // a wall or a guest sees its one session and nothing of this computer
    await this.ask(async () => {
      this.templates ??= (await this.api.templates.list({})).templates;
    });
    await this.refreshSessions();
  }

  async refreshTemplates(): Promise<void> {
    await this.ask(async () => {
      this.templates = (await this.api.templates.list({})).templates;
    });
  }

  async refreshSessions(): Promise<void> {
    try {
      this.sessions = (await this.api.sessions.list({})).sessions;
      this.unlisted = undefined;
    } catch (failure) {
      const known = failure instanceof ApiFailure ? failure : failureFrom(failure);
      if (known.code === "connection-lost") return; // the window says so, and asks again when the line is back
      if (this.sessions === undefined) this.unlisted = known;
      else this.toasts.show(known, "error");
    }
  }

  async look(): Promise<void> {
    await this.ask(async () => {
      this.nearby = (await this.api.sessions.nearby({})).sessions;
    });
  }

  /** Comes in by a link or by a code; lookUp asks a directory where the link leads now. Who stopped waiting meanwhile stays where they are. */
  async join(wish: Methods["sessions.join"]["params"] | Methods["door.join"]["params"], lookUp = false): Promise<void> {
    const asking: Joining = { step: "asking", progress: undefined };
    const attempt = ++this.attempts;
    this.joining = asking;
    try {
      const { session } = await ("link" in wish
        ? (lookUp ? this.api.directory.join : this.api.sessions.join)(wish)
        : this.api.door.join(wish));
      if (attempt !== this.attempts) return;
      this.joining = { step: "idle" };
      this.go({ screen: "room", session });
    } catch (failure) {
      if (attempt !== this.attempts) return;
      this.joining = { step: "refused", failure: failure instanceof ApiFailure ? failure : failureFrom(failure) };
    }
  }

  /** Stops waiting to be let in. */
  stopWaiting(): void {
    this.attempts++;
    this.joining = { step: "idle" };
  }

  /** Does long work with a whole session: one at a time, with how far it has come. It can be called off. */
  async carry<T>(work: () => Promise<T>): Promise<T | undefined> {
    if (this.carrying.step === "asking") return undefined;
    this.carrying = { step: "asking", progress: undefined, calledOff: false };
    try {
      return await work();
    } catch (failure) {
      const known = failure instanceof ApiFailure ? failure : failureFrom(failure);
      if (known.code !== "connection-lost") this.toasts.show(known, known.code === "called-off" ? "info" : "error");
      return undefined;
    } finally {
      this.carrying = { step: "idle" };
    }
  }

  /** Calls the long work off. What can no longer be called off ends as it would have. */
  async callOff(): Promise<void> {
    if (this.carrying.step !== "asking") return;
    this.carrying = { ...this.carrying, calledOff: true };
    await this.ask(() => this.api.carry.stop({}));
  }

  /** Runs a question; a refusal is shown in words and answers undefined. That all is locked, a screen of its own says. */
  async ask<T>(question: () => Promise<T>): Promise<T | undefined> {
    try {
      return await question();
    } catch (failure) {
      const known = failure instanceof ApiFailure ? failure : failureFrom(failure);
      if (known.code !== "connection-lost" && known.code !== "locked") this.toasts.show(known, "error");
      return undefined;
    }
  }
}
