/**
 * The texts that somebody here writes in. A text stays here after its field closed until all of it was taken, whatever becomes of
 * the field, the board or the line: what is not taken yet lies with the ghosts as well, and is gone on with when the line is back
 * or the note is opened again. What was written in a note that is taken away is handed to whoever asked for it.
 */
import type { Told } from "../api/subscription";
import type { NoteRecord } from "../api/types";
import { Bridge, type Field, type Splice, type Unsent } from "./splices";

/** A field in the page. */
export interface View {
  read(): Field;
  show(field: Field): void;
}

/** What became of words, to be said. */
export type Became = "kept" | "again" | "gone" | "rescued";

/** What the texts need of the session. */
export interface Home {
  note(id: string): NoteRecord | undefined;
  /** Sends what was typed; undefined where that was refused or nobody answered, which was said. */
  splice(note: string, edit: { base: number; splices: Splice[] }): Promise<{ rev: number } | undefined>;
  undo(redo: boolean): void;
  /** Keeps what is not sent over a reload; "" lets go of it. */
  keep(note: string, text: string): void;
  kept(note: string): string;
  /** Makes a new note of words whose note is gone; false where that was refused. */
  add(like: NoteRecord, text: string): Promise<boolean>;
  say(what: Became): void;
}

/** One text, with or without a field over it. */
export class Writing {
  private view: View | undefined;
  /** Something was typed since the field opened, and it was not all taken back. */
  private touched = false;
  private failed = false;
  private undone = false;
  private ended = false;
  private then: (() => void)[] = [];

  constructor(
    private readonly home: Home,
    readonly id: string,
    private readonly bridge: Bridge,
    private readonly over: () => void,
  ) {}

  get unsent(): boolean {
    return this.bridge.unsent !== undefined;
  }

  /** A field opens over it. With words that were typed before there was a field, they are as if typed in it. */
  open(view: View, typed?: Field): void {
    this.view = view;
    this.touched = typed !== undefined;
    if (typed) this.bridge.field = typed;
    view.show(this.bridge.field);
    this.go();
  }
  /** Its field closes; what is in it goes out all the same. */
  close(): void {
    if (!this.view) return;
    if (this.bridge.composing) this.bridge.composed(this.view.read());
    else this.read();
    this.view = undefined;
    this.go();
    if (this.failed && this.unsent) this.home.say("kept");
  }
  /** Words without a field. */
  put(words: Field): void {
    this.bridge.field = words;
    this.go();
  }

  /** Its note is gone: what was in it, and whether that was written here. Nothing is sent or kept any more. */
  end(): { words: Field; worth: boolean; shown: boolean; undone: boolean } {
    const words = this.view?.read() ?? this.bridge.field;
    const worth = (this.touched || this.unsent) && words.text.trim() !== "";
    const was = { words, worth, shown: this.view !== undefined, undone: this.undone };
    this.view = undefined;
    this.ended = true;
    this.then = [];
    this.home.keep(this.id, "");
    return was;
  }

  typed(): void {
    if (this.bridge.composing) return;
    this.touched = true;
    this.undone = false;
    this.read();
    this.go();
  }
  compose(): void {
    this.bridge.compose();
  }
  composed(): void {
    if (!this.view) return;
    this.touched = true;
    this.bridge.composed(this.view.read());
    this.show();
    this.go();
  }
  /** Takes the last step of this person back, or does it again, once all that was typed is a step. */
  undo(redo: boolean): void {
    this.read();
    const act = () => {
      this.touched = false;
      this.undone = true;
      this.home.undo(redo);
    };
    if (this.unsent) this.then.push(act);
    else act();
    this.go();
  }

  hear(record: NoteRecord, anew: boolean): void {
    this.read();
    if (anew) this.bridge.anew(record.text, record.textRev);
    else this.bridge.hear(record.text, record.textRev);
    this.show();
    this.go();
  }

  private read(): void {
    if (this.view && !this.bridge.composing) this.bridge.field = this.view.read();
  }
  private show(): void {
    if (!this.bridge.composing) this.view?.show(this.bridge.field);
  }
  private go(): void {
    this.settle();
    void this.send();
  }
  private async send(): Promise<void> {
    for (let next = this.bridge.next(); next; next = this.bridge.next()) {
      this.settle();
      const answer = await this.home.splice(this.id, next);
      if (this.ended) return;
      this.read();
      this.failed = answer === undefined;
      if (answer) this.bridge.sent(answer.rev);
      else this.bridge.failed();
      this.show();
      this.settle();
      if (answer) continue;
      this.then = [];
      if (!this.view && this.unsent) this.home.say("kept");
      return;
    }
  }
  /** Keeps what is not taken yet, and ends where all of it is. */
  private settle(): void {
    const left = this.bridge.unsent;
    this.home.keep(this.id, left ? JSON.stringify(left) : "");
    if (left) return;
    for (const act of this.then.splice(0)) act();
    if (!this.view) this.over();
  }
}

function unsentIn(text: string): Unsent | undefined {
  if (text === "") return undefined;
  try {
    const left = JSON.parse(text) as Partial<Unsent>;
    if (typeof left.base !== "string" || typeof left.text !== "string") return undefined;
    return { base: left.base, text: left.text, sent: typeof left.sent === "string" ? left.sent : undefined };
  } catch {
    return undefined;
  }
}

/** Words that were typed before their note, or its field, was there. */
interface Early {
  words: () => Field | undefined;
  /** A field will open and take them; without one they go in as soon as there is the note. */
  field: boolean;
}

/** All the texts of a session that are written in. */
export class Writings {
  /** Goes on with the words of a note that was taken away; false where nobody can. */
  onlost: ((like: NoteRecord, words: Field) => boolean) | undefined;
  private readonly texts = new Map<string, { writing: Writing; like: NoteRecord }>();
  private readonly early = new Map<string, Early>();

  constructor(private readonly home: Home) {}

  /** A field opens over a note. Words that were typed for it before are put into it. */
  open(record: NoteRecord, view: View): Writing {
    const { writing } = this.text(record);
    const early = this.early.get(record.id);
    this.early.delete(record.id);
    writing.open(view, early?.words());
    return writing;
  }
  /** The field that will open over a note asks for what was typed before. */
  expect(note: string, words: () => Field | undefined): void {
    this.early.set(note, { words, field: true });
  }
  /** Words go into a note without a field. */
  put(note: string, words: string): void {
    this.early.set(note, { words: () => ({ text: words, from: words.length, to: words.length }), field: false });
    this.heard(this.home.note(note), note, false);
  }

  hear(told: Told): void {
    if (this.texts.size === 0 && this.early.size === 0) return;
    if (told.what === "snapshot") {
      for (const id of [...this.texts.keys(), ...this.early.keys()]) this.heard(this.home.note(id), id, true);
      return;
    }
    for (const list of [told.added, told.updated])
      for (const record of list) if (record.kind === "note") this.heard(record, record.id, false);
    for (const id of told.removed) this.heard(undefined, id, false);
  }

  private heard(record: NoteRecord | undefined, id: string, anew: boolean): void {
    const known = this.texts.get(id);
    if (known && record) {
      known.like = record;
      known.writing.hear(record, anew);
    } else if (known) this.lose(id, known.writing, known.like);
    const early = this.early.get(id);
    if (!early || early.field || !record) return;
    this.early.delete(id);
    const words = early.words();
    if (words) this.text(record).writing.put(words);
  }

  private lose(id: string, writing: Writing, like: NoteRecord): void {
    this.texts.delete(id);
    const { words, worth, shown, undone } = writing.end();
    if (!worth) {
      if (shown && !undone) this.home.say("gone");
    } else if (shown && this.onlost?.(like, words)) this.home.say("rescued");
    else
      void this.home.add(like, words.text).then((made) => {
        if (made) this.home.say("rescued");
        else this.onlost?.(like, words);
      });
  }

  private text(record: NoteRecord): { writing: Writing; like: NoteRecord } {
    const known = this.texts.get(record.id);
    if (known) return known;
    const now = { text: record.text, rev: record.textRev };
    const left = unsentIn(this.home.kept(record.id));
    const end = record.text.length;
    const bridge = left ? Bridge.resumed(left, now) : new Bridge(now, { text: record.text, from: end, to: end });
    if (left && bridge.unsent) this.home.say("again");
    const writing = new Writing(this.home, record.id, bridge, () => this.texts.delete(record.id));
    const made = { writing, like: record };
    this.texts.set(record.id, made);
    return made;
  }
}
