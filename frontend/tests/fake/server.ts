/**
 * A fake of the Go side, in memory: the same methods, the same notices, no network. It keeps the records of one session and
 * answers like the real one where screens depend on it; what it does not know it refuses.
 */
import { ApiFailure } from "../../src/api/failure";
import type { Method } from "../../src/api/api";
import type { ActionRecord, NoteRecord, RunRecord, ViewRecord } from "../../src/api/types";
import { onBoard, type Table } from "./board";
import { library, templates } from "./library";
import { now, scene, session, type Scene } from "./sample";

export type Notify = (method: string, params: unknown) => void;
type Params = Record<string, unknown>;

const preview = `<h1>Clean water pilot</h1><p>Monday 23 November 2026, 09:30 to 10:56. Town hall, room 2.</p>
<p><strong>Purpose.</strong> Agree what the three sites do together until March.</p>
<h2 id="decisions">Decisions</h2><p><strong>D1. All three sites use the same test kit from 7 December.</strong></p>
<p>Consent: 12 agree, 1 with a reservation, nobody objects. From <a href="#groups">One way of testing</a>.</p>
<h2 id="actions">Actions</h2><table><thead><tr><th>What</th><th>Who</th><th>By</th></tr></thead><tbody>
<tr><td>A1 Order six test kits</td><td>Jonas, said yes</td><td>4 Dec</td></tr>
<tr><td>A2 Write the one-page method with pictures</td><td>Priya, said yes aloud</td><td>11 Dec</td></tr>
<tr><td>A3 Hang a results sheet at each well</td><td>Fatima, has not said yes</td><td>7 Dec</td></tr>
<tr><td>A4 Ask the council for storage</td><td><strong>Nobody yet</strong></td><td><strong>No date</strong></td></tr></tbody></table>
<h2 id="vote">Vote: Which of these should all three sites do first?</h2><table><thead><tr><th>Rank</th><th>Idea</th><th align="right">Dots</th><th align="right">Voters</th></tr></thead><tbody>
<tr><td>1</td><td>Same test kit at all three sites</td><td align="right">14</td><td align="right">9</td></tr><tr><td>2=</td><td>Put results on the wall by the well</td><td align="right">11</td><td align="right">8</td></tr>
<tr><td>2=</td><td>Red strip means closed, in writing</td><td align="right">11</td><td align="right">7</td></tr><tr><td>4</td><td>Women fetch the water, ask them first</td><td align="right">9</td><td align="right">6</td></tr></tbody></table>
<p>13 of 13 voted, five dots each.</p><h2 id="groups">Groups</h2><h3>One way of testing</h3><ul><li>Same test kit at all three sites</li><li>Cool box for the walk back</li></ul>`;

export class FakeServer {
  readonly asked: { method: Method; params: Params }[] = [];
  /** Refuses the next call of a method, once. */
  readonly refuse = new Map<Method, ApiFailure>();
  /** The passphrase that opens everything, where it is locked. */
  locked: string | undefined;
  /** Bundles, imports and checks stay half done until they are called off. */
  slow = false;
  private stop: ((off: ApiFailure) => void) | undefined;
  notes: { code: string; message: string; hint: string; session?: string }[] = [];
  private readonly records = new Map<string, ViewRecord>();
  private rev = 1;
  private next = 1;

  constructor(
    which: Scene,
    readonly facilitator: boolean,
    private readonly notify: Notify = () => undefined,
    private readonly empty = false,
  ) {
    for (const record of scene(which, facilitator)) this.records.set(record.id, record);
  }

  readonly call = (method: Method, params: object): Promise<unknown> => {
    const asked = params as Params;
    this.asked.push({ method, params: asked });
    const refusal = this.refuse.get(method);
    if (refusal) {
      this.refuse.delete(method);
      return Promise.reject(refusal);
    }
    return this.slow && this.halfway(method) ? this.pending() : Promise.resolve(this.answer(method, asked));
  };

  /** Tells of long work that it is half done; false where a method is no such work. */
  private halfway(method: Method): boolean {
    const step = { "sessions.bundle": "saving", "sessions.import": "checking", "sessions.verify": "checking" }[
      method as string
    ];
    if (step !== undefined) this.notify("carry.progress", { step, have: 1240, of: 5020 });
    return step !== undefined;
  }

  private pending(): Promise<unknown> {
    return new Promise((_, reject) => (this.stop = reject));
  }

  record(id: string): ViewRecord | undefined {
    return this.records.get(id);
  }

  /** Changes or adds records as another peer would. */
  tell(...changed: ViewRecord[]): void {
    const added = changed.filter((record) => !this.records.has(record.id));
    const updated = changed.filter((record) => this.records.has(record.id));
    for (const record of changed) this.records.set(record.id, record);
    this.notify("view.diff", { session, rev: ++this.rev, added, updated, removed: [] });
  }

  /** Loses one diff on the way. */
  skip(): void {
    this.rev++;
  }

  drop(id: string): void {
    this.records.delete(id);
    this.notify("view.diff", { session, rev: ++this.rev, added: [], updated: [], removed: [id] });
  }

  private snapshot() {
    return { rev: this.rev, records: [...this.records.values()] };
  }

  private get run(): RunRecord | undefined {
    const current = this.records.get(session);
    const found = current?.kind === "session" && current.current ? this.records.get(current.current) : undefined;
    return found?.kind === "run" ? found : undefined;
  }

  private answer(method: Method, p: Params): unknown {
    if (this.locked !== undefined && !["app.hello", "app.unlock"].includes(method))
      throw new ApiFailure({
        code: "locked",
        message: "Your sessions are locked.",
        hint: "Give your passphrase first.",
      });
    switch (method) {
      case "app.hello":
        if (this.locked !== undefined)
          return {
            version: "",
            name: "",
            language: "",
            headless: true,
            dataDir: "",
            notes: [],
            role: "owner",
            locked: true,
          };
        return {
          version: "0.1.0",
          name: this.facilitator ? "Amina Khan" : "Fatima Zahra",
          language: "en",
          headless: true,
          dataDir: "/home/amina/.local/share/convene",
          notes: this.notes,
          role: "owner",
        };
      case "app.unlock":
        if (p["passphrase"] !== this.locked)
          throw new ApiFailure({
            code: "passphrase-wrong",
            message: "This is not the passphrase.",
            hint: "Try again.",
          });
        this.locked = undefined;
        return {};
      case "protection.set":
        this.notes = [{ code: "encrypts-at-start", message: "Later.", hint: "Keep it." }];
        return {};
      case "sessions.dismiss":
        this.notes = this.notes.filter((note) => note.session !== p["session"]);
        return {};
      case "guests.show":
        return { open: false, addresses: ["192.168.1.20"], guests: [] };
      case "guests.open":
        return {
          open: true,
          url: "http://192.168.1.20:4711/#/guest/s1&token=x",
          qr: qr(),
          size: 29,
          addresses: ["192.168.1.20"],
          guests: [{ seat: "g1", name: "Rosa" }],
        };
      case "door.open":
        return this.change("door", { code: "7-maple-river" }) && { code: "7-maple-river" };
      case "door.close":
        return this.change("door", { code: "" });
      case "directory.tell":
        return this.change("door", { findable: p["on"] === true ? "told" : undefined });
      case "door.letIn":
      case "door.turnAway": {
        const door = this.records.get("door");
        const waiting = door?.kind === "door" ? door.waiting : [];
        return this.change("door", {
          waiting: p["person"] === undefined ? [] : waiting.filter((one) => one.person !== p["person"]),
        });
      }
      case "door.invites":
        return {
          invites: [
            { id: "i1", role: "participant", expires: now + 12 * 3_600_000, used: 9, ask: false, code: false },
            { id: "i2", role: "participant", expires: now + 12 * 3_600_000, used: 0, ask: true, code: true },
          ],
        };
      case "sessions.bundle":
        return { path: "/home/amina/water.convene", session, changes: 412, images: 3, digest: "d", notice: "" };
      case "carry.stop":
        this.stop?.(
          new ApiFailure({
            code: "called-off",
            message: "This was called off.",
            hint: "Nothing was written and nothing was taken in.",
          }),
        );
        return {};
      case "sessions.import":
        return {
          session,
          title: "Clean water pilot",
          new: true,
          added: 412,
          known: 0,
          images: 0,
          role: "none",
          person: "p9",
          digest: "d",
          refused: [],
        };
      case "room.check":
        return {
          findings: [
            {
              code: "apart",
              ok: false,
              severity: "warning",
              message: "This network keeps laptops apart.",
              hint: "Plug in a travel router, share a hotspot from this laptop, or carry bundles on a stick.",
            },
            { code: "network", ok: true, severity: "info", message: "This laptop is on a network." },
            { code: "disk", ok: true, severity: "info", message: "41 GB are free." },
          ],
        };
      case "sessions.search":
        return {
          hits: [
            { session, title: "Clean water pilot", kind: "note", text: "Cool box for the walk back" },
            { session, title: "Clean water pilot", kind: "decision", text: "All three sites use the same test kit." },
          ],
          more: false,
        };
      case "memo.write":
        return this.change("memo", { text: String(p["text"]) });
      case "point.answer":
        return this.change(p["point"], { answer: String(p["answer"]) });
      case "parked.settle":
        return this.change(p["parked"], { fate: String(p["fate"]) });
      case "parked.carry":
        return this.change(p["parked"], { carried: p["carry"] === true });
      case "projector.open":
        return { window: true };
      case "sessions.list":
        return { sessions: this.empty ? [] : library() };
      case "sessions.nearby":
        return {
          sessions: this.empty
            ? []
            : [
                { peer: "x1", words: "mint river" },
                { peer: "x2", words: "cedar lamp" },
              ],
        };
      case "sessions.invite":
      case "projector.invite":
        return {
          link: "convene://join/#o2FzWBDk3q0bJw8h5nVq1cK2m7xyYWZYIB9n4tq2ZVb0a1c",
          expires: now + 12 * 3_600_000,
          addresses: ["192.168.1.20:41820"],
          qr: qr(),
          size: 29,
        };
      case "sessions.join":
        if (p["link"] === "convene://join/#old")
          throw new ApiFailure({
            code: "unreachable-findable",
            message: "Nobody answered at the addresses of the invite.",
            hint: "Nothing was changed. The facilitator’s computer may have another address by now, which a directory can tell.",
          });
        return { session };
      case "directory.join":
      case "sessions.create":
      case "sessions.duplicate":
      case "sessions.open":
        return { session };
      case "templates.list":
        return { templates: templates() };
      case "templates.get":
        return {
          template: {
            ...templates()[0],
            totalMinutes: 60,
            credit: "",
            activities: scene("draft", true).flatMap((r) =>
              r.kind === "activity"
                ? [{ kind: r.activityKind, title: r.title, minutes: r.minutes, prompt: r.prompt, settings: {} }]
                : [],
            ),
          },
        };
      case "view.subscribe":
      case "view.snapshot":
        return this.snapshot();
      case "note.add": {
        const id = `own${this.next++}`;
        const run = this.run;
        this.tell({
          id,
          kind: "note",
          activity: String(p["activity"] ?? run?.activity ?? "a1"),
          text: String(p["text"]),
          textRev: 1,
          color: "yellow",
          order: `zz${this.next}`,
          mine: true,
          draft: run?.private ?? false,
          ...(p["cluster"] ? { cluster: String(p["cluster"]) } : {}),
        });
        return { id };
      }
      case "note.edit":
        return this.change<NoteRecord>(p["note"], { text: String(p["text"]) });
      case "note.remove":
        this.drop(String(p["note"]));
        return {};
      case "note.move": {
        const cluster = String(p["cluster"]);
        const note = this.records.get(String(p["note"]));
        if (note?.kind === "note") {
          const rest = { ...note };
          delete rest.cluster;
          this.tell(cluster === "" ? rest : { ...rest, cluster });
        }
        return {};
      }
      case "cluster.add": {
        const id = `cl${this.next++}`;
        this.tell({ id, kind: "cluster", activity: "a1", name: String(p["name"]), order: `z${this.next}` });
        return { id };
      }
      case "ballot.cast": {
        const run = this.run;
        const ballot = this.records.get(`ballot/${run?.id}`);
        if (ballot?.kind === "ballot")
          this.tell({
            ...ballot,
            handedIn: ballot.handedIn + (ballot.mine ? 0 : 1),
            mine: p["choices"] as { option: string; value: number }[],
          });
        return {};
      }
      case "response.give": {
        const me = this.me();
        this.tell({
          id: `q/${me}`,
          kind: "response",
          run: this.run?.id ?? "",
          person: me,
          text: String(p["text"] ?? ""),
          pass: p["pass"] === true,
          mine: true,
        });
        return {};
      }
      case "ready.set":
        return this.change(this.me(), { ready: p["ready"] === true });
      case "hand.set":
        return this.change(this.me(), { hand: p["up"] === true });
      case "action.accept":
        return this.change<ActionRecord>(p["action"], { accepted: p["spoken"] === true ? "spoken" : "yes" });
      case "action.add": {
        const id = `t${10 + this.next++}`;
        this.tell({
          id,
          kind: "action",
          what: String(p["what"]),
          accepted: "no",
          evidence: [],
          number: 10 + this.next,
        });
        return { id };
      }
      case "activity.edit":
        return this.change(
          p["activity"],
          Object.fromEntries(Object.entries(p).filter(([key]) => key !== "session" && key !== "activity")),
        );
      case "run.pause":
        return this.change(this.run?.id, { state: "paused", pausedAt: now });
      case "run.resume":
        return this.change(this.run?.id, { state: "open" });
      case "run.extend":
        return this.change(this.run?.id, { extendedSeconds: (this.run?.extendedSeconds ?? 0) + Number(p["seconds"]) });
      case "record.preview":
        return {
          markdown: "# Clean water pilot\n",
          html: preview,
          fingerprint: ["ember", "lotus", "canyon", "ripple", "quartz", "tide"],
          digest: "d",
          outline: [
            ["Decisions", "decisions", 1],
            ["Actions", "actions", 4],
            ["Vote", "vote"],
            ["Groups", "groups", 5],
          ].map(([text, anchor, count]) => ({ level: 2, text, anchor, ...(count === undefined ? {} : { count }) })),
        };
      case "record.save":
        return { path: "/home/amina/Convene/clean-water-pilot-2026-11-23" };
      default:
        return onBoard(this.table, method, p) ?? { id: `x${this.next++}` };
    }
  }

  private readonly table: Table = {
    records: this.records,
    tell: (record) => this.tell(record),
    drop: (id) => this.drop(id),
    next: () => this.next++,
    me: () => this.me(),
  };

  private me(): string {
    const record = this.records.get(session);
    return record?.kind === "session" ? record.me : "";
  }

  private change<R extends ViewRecord>(id: unknown, by: Partial<R> | Params): object {
    const record = this.records.get(String(id));
    if (!record)
      throw new ApiFailure({ code: "gone", message: "This is not there any more.", hint: "Nothing was changed." });
    this.tell({ ...record, ...by } as ViewRecord);
    return {};
  }
}

/** A picture that looks like a QR code; no code of anything. */
function qr(): string {
  let path = "";
  const eye = (x: number, y: number) => `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;
  for (let y = 0; y < 29; y++)
    for (let x = 0; x < 29; x++)
      if ((x > 7 || (y > 7 && y < 21)) && !(x > 20 && y < 8) && (x * 7 + y * 13 + x * y * 3) % 5 < 2)
        path += `M${x} ${y}h1v1h-1z`;
  return path + eye(0, 0) + eye(22, 0) + eye(0, 22);
}
