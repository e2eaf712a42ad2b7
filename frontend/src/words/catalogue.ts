/**
 * The words of one language, out of a Fluent file. A sentence is read when it is first asked for: a screen shows a hundred of more
 * than a thousand, and reading all of them was a tenth of the time before the first frame. No sentence refers to another.
 */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";

export type Args = Record<string, FluentVariable>;

/**
 * A count. Below a thousand it is written as its digits in every language we have: the same words that Intl.NumberFormat would give,
 * whose first use takes longer than drawing the screen.
 */
class Count extends FluentNumber {
  override toString(scope?: Parameters<FluentNumber["toString"]>[0]): string {
    return Number.isInteger(this.value) && this.value >= 0 && this.value < 1000
      ? String(this.value)
      : super.toString(scope);
  }
}

const counted = (args: Args): Args =>
  Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === "number" ? new Count(value) : value]),
  );

export class Catalogue {
  private readonly unread = new Map<string, string>();
  private readonly bundle: FluentBundle;

  /** code is the language with how it writes its digits; source is the whole file. */
  constructor(code: string, source: string) {
    this.bundle = new FluentBundle(code);
    let key = "";
    let from = 0;
    for (const start of source.matchAll(/^([a-z][\w-]*) *=/gmu)) {
      if (key !== "") this.unread.set(key, source.slice(from, start.index));
      [, key = ""] = start;
      from = start.index;
    }
    if (key !== "") this.unread.set(key, source.slice(from));
  }

  /** The words for a key; undefined where there are none. */
  say(key: string, args?: Args): string | undefined {
    const source = this.unread.get(key);
    if (source !== undefined) {
      this.unread.delete(key);
      this.bundle.addResource(new FluentResource(source));
    }
    const pattern = this.bundle.getMessage(key)?.value;
    return pattern ? this.bundle.formatPattern(pattern, args ? counted(args) : null, []) : undefined;
  }
}
