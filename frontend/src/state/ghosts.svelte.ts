/**
 * Ghosts: what a person has begun and not yet sent. Local to this window; kept over a reload so that half a sentence
 * survives. Never drawn as if it were shared.
 */
import { SvelteMap } from "svelte/reactivity";

const prefix = "convene.ghost.";

export class Ghosts {
  private readonly texts = new SvelteMap<string, string>();

  constructor(private readonly shelf: Storage | undefined) {
    for (let i = 0; shelf && i < shelf.length; i++) {
      const key = shelf.key(i);
      if (key?.startsWith(prefix)) this.texts.set(key.slice(prefix.length), shelf.getItem(key) ?? "");
    }
  }

  get(key: string): string {
    return this.texts.get(key) ?? "";
  }

  set(key: string, text: string): void {
    if (text === "") {
      this.texts.delete(key);
      this.shelf?.removeItem(prefix + key);
      return;
    }
    this.texts.set(key, text);
    try {
      this.shelf?.setItem(prefix + key, text);
    } catch {
      // A full shelf costs only the copy for a reload; the text itself stays in the window.
    }
  }
}
