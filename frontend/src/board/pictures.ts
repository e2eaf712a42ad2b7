/**
 * The pictures of a board: sent and fetched in parts over the same line as everything else, kept as long as the board is shown.
 * What comes is PNG or JPEG that the app encoded itself, and is only ever shown as an image.
 */
import type { Room } from "../state/room.svelte";

/** Bytes of one part on its way to the app: with its envelope it fits a message. */
const part = 120 * 1024;
/** A picture that no laptop in reach has is asked for again after so long. */
const again = 5_000;
/** The most that the app takes, and what it can read. */
export const mostBytes = 25 * 1024 * 1024;
export const accepted = "image/png,image/jpeg,image/gif";

/** The first picture among files, as from a paste or a drop. */
export const pictureIn = (files: FileList | undefined | null): File | undefined =>
  [...(files ?? [])].find((file) => accepted.split(",").includes(file.type));

export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return btoa(text);
}
export const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));

export class Pictures {
  private readonly known = new Map<string, Promise<HTMLImageElement>>();
  private readonly ready = new Map<string, HTMLImageElement>();
  private readonly waiting = new Set<number>();
  private gone = false;

  constructor(
    private readonly room: Room,
    /** Told when another picture can be drawn. */
    private readonly came: () => void,
  ) {}

  /** The picture, when it is here. */
  get(hash: string): Promise<HTMLImageElement> {
    const known = this.known.get(hash);
    if (known) return known;
    const coming = this.fetch(hash);
    this.known.set(hash, coming);
    return coming;
  }

  /** The picture where it is here already; where it is not, it is fetched. */
  now(hash: string): HTMLImageElement | undefined {
    const image = this.ready.get(hash);
    if (!image) void this.get(hash);
    return image;
  }

  /** Sends a file and makes a note of it; false where that was refused, which was said. */
  async add(file: Blob, text: string, board: string, spot?: { x: number; y: number }): Promise<string | undefined> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    for (let at = 0; at < bytes.length; at += part) {
      const data = toBase64(bytes.subarray(at, at + part));
      if (!(await this.room.ask((api) => api.picture.send, { at, data }))) return undefined;
    }
    const wish = { text, activity: board, ...(spot ? { spot } : {}) };
    return (await this.room.ask((api) => api.picture.add, wish))?.id;
  }

  leave(): void {
    this.gone = true;
    for (const timer of this.waiting) clearTimeout(timer);
    for (const image of this.ready.values()) URL.revokeObjectURL(image.src);
  }

  private async fetch(hash: string): Promise<HTMLImageElement> {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let type = "image/png";
    for (let from = 0, size = 1; from < size;) {
      const told = await this.room.try((api) => api.picture.get, { picture: hash, from });
      const bytes = told ? fromBase64(told.data) : new Uint8Array();
      if (!told || bytes.length === 0) {
        await this.later();
        parts.length = from = 0;
        continue;
      }
      parts.push(bytes);
      from += bytes.length;
      size = told.size;
      if (told.type === "image/jpeg") type = told.type;
    }
    const image = new Image();
    image.src = URL.createObjectURL(new Blob(parts, { type }));
    await image.decode().catch(() => undefined); // what cannot be drawn shows its words
    if (this.gone) URL.revokeObjectURL(image.src);
    this.ready.set(hash, image);
    this.came();
    return image;
  }

  private later(): Promise<void> {
    return new Promise((go) => {
      if (this.gone) return; // nobody looks any more
      const timer = window.setTimeout(() => {
        this.waiting.delete(timer);
        go();
      }, again);
      this.waiting.add(timer);
    });
  }
}
