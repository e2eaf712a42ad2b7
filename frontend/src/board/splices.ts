/**
 * A text that two people write at once. What is typed leaves as splices against a revision that the other side knows; what
 * comes from there is worked into what stands in the field. Pure. Places count code points.
 */
export interface Splice {
  at: number;
  del: number;
  ins: string;
}

const points = (text: string): string[] => Array.from(text);

/** The one splice that makes b of a; undefined where they are equal. */
export function difference(a: string, b: string): Splice | undefined {
  if (a === b) return undefined;
  const from = points(a);
  const to = points(b);
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) start++;
  let end = 0;
  while (
    end < from.length - start &&
    end < to.length - start &&
    from[from.length - 1 - end] === to[to.length - 1 - end]
  )
    end++;
  return { at: start, del: from.length - start - end, ins: to.slice(start, to.length - end).join("") };
}

export function apply(text: string, splice: Splice | undefined): string {
  if (!splice) return text;
  const signs = points(text);
  return signs.slice(0, splice.at).join("") + splice.ins + signs.slice(splice.at + splice.del).join("");
}

/** Where a place of the old text is after a splice. */
export function mapped(place: number, splice: Splice | undefined): number {
  if (!splice || place <= splice.at) return place;
  const added = points(splice.ins).length;
  return place >= splice.at + splice.del ? place + added - splice.del : splice.at + added;
}

/** What mine does to a text that theirs changed meanwhile: nothing typed is lost, nothing of theirs is taken away twice. */
export function rebased(mine: Splice, theirs: Splice | undefined): Splice {
  if (!theirs) return mine;
  const end = mine.at + mine.del;
  const theirEnd = theirs.at + theirs.del;
  const added = points(theirs.ins).length;
  if (end <= theirs.at) return mine;
  if (mine.at >= theirEnd) return { ...mine, at: mine.at + added - theirs.del };
  // They touch the same words: delete what is left of mine on each side, write behind theirs.
  const before = Math.max(0, theirs.at - mine.at);
  const after = Math.max(0, end - theirEnd);
  return before > 0 && after > 0
    ? { at: mine.at, del: before + added + after, ins: theirs.ins + mine.ins }
    : before > 0
      ? { at: mine.at, del: before + added, ins: mine.ins + theirs.ins }
      : { at: theirs.at + added, del: after, ins: mine.ins };
}

export interface Field {
  text: string;
  /** Selection in UTF-16 units, as a textarea has it. */
  from: number;
  to: number;
}

const inPoints = (text: string, units: number): number => points(text.slice(0, units)).length;
const inUnits = (text: string, place: number): number => points(text).slice(0, place).join("").length;

/** What stands in a field and is not known to be taken: enough to go on with it later. */
export interface Unsent {
  /** The words of the other side that it was written over. */
  base: string;
  text: string;
  /** What was sent last and perhaps taken, where no answer came. */
  sent?: string | undefined;
}

/**
 * The state between one field and the other side. One question is on its way at most. While an input method composes, the field
 * is not read and not touched: what comes meanwhile is remembered and worked in when it ends.
 */
export class Bridge {
  private flying: { text: string; rev: number | undefined } | undefined;
  private told: { text: string; rev: number };
  private sentLast: string | undefined;
  /** What was sent last was not answered with yes; it may have been taken all the same. */
  private doubt = false;
  private open = false;

  constructor(
    private known: { text: string; rev: number },
    public field: Field,
  ) {
    this.told = known;
  }

  /** Goes on with what was not sent: worked into the text as it is now. */
  static resumed(left: Unsent, now: { text: string; rev: number }): Bridge {
    const field = { text: left.text, from: left.text.length, to: left.text.length };
    if (left.text === now.text) return new Bridge(now, field);
    const bridge = new Bridge({ text: left.base, rev: now.rev }, field);
    bridge.sentLast = left.sent;
    bridge.anew(now.text, now.rev);
    return bridge;
  }

  get composing(): boolean {
    return this.open;
  }
  /** What would be lost if the field went now. */
  get unsent(): Unsent | undefined {
    if (!this.flying && this.field.text === this.known.text) return undefined;
    const perhaps = this.flying || this.doubt ? this.sentLast : undefined;
    return { base: this.known.text, text: this.field.text, ...(perhaps === undefined ? {} : { sent: perhaps }) };
  }

  /** An input method begins to compose. */
  compose(): void {
    this.open = true;
  }
  /** It has ended, and this is what it left in the field. */
  composed(field: Field): void {
    this.open = false;
    this.field = field;
    this.settle();
  }

  /** What is to be sent now: splices against a revision; undefined while one is on its way or nothing differs. */
  next(): { base: number; splices: Splice[] } | undefined {
    if (this.flying || this.open) return undefined;
    const splice = difference(this.known.text, this.field.text);
    if (!splice) return undefined;
    this.sentLast = this.field.text;
    this.doubt = false;
    this.flying = { text: this.field.text, rev: undefined };
    return { base: this.known.rev, splices: [splice] };
  }

  /** The answer to what was sent. */
  sent(rev: number): void {
    if (!this.flying) return;
    this.flying.rev = rev;
    this.settle();
  }

  /** What was sent was not taken: it is still in the field. */
  failed(): void {
    this.doubt = this.flying !== undefined;
    this.flying = undefined;
    this.settle();
  }

  /** The other side's text, as it stands at a revision. */
  hear(text: string, rev: number): void {
    if (rev < this.told.rev) return;
    this.told = { text, rev };
    this.settle();
  }

  /** The whole told anew, as after the line was lost: revisions may count from the beginning again. */
  anew(text: string, rev: number): void {
    this.told = { text, rev };
    this.doubt = true;
    this.settle();
    if (!this.open) this.doubt = false;
  }

  private settle(): void {
    if (this.open) return;
    if (!this.flying) {
      const taken = this.doubt && this.told.text === this.sentLast;
      this.take(taken ? this.told.text : this.known.text);
      if (taken) this.doubt = false;
    } else if (this.flying.rev !== undefined && this.told.rev >= this.flying.rev) {
      const sent = this.flying.text;
      this.flying = undefined;
      this.take(sent);
    }
  }

  /** Works what was told into the field, which differs from base by what was typed since. */
  private take(base: string): void {
    const theirs = difference(base, this.told.text);
    const mine = difference(base, this.field.text);
    this.known = this.told;
    if (!theirs) return;
    const { text, from, to } = this.field;
    const merged = mine ? apply(this.told.text, rebased(mine, theirs)) : this.told.text;
    const here = difference(text, merged);
    const moved = (units: number) => inUnits(merged, mapped(inPoints(text, units), here));
    this.field = { text: merged, from: moved(from), to: moved(to) };
  }
}
