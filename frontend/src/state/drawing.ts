/** Pictures of the record's drawings, as pixels: for slides and messengers that take no SVG. Each window draws them in its own way. */

/** What one message may carry, in bytes of the picture. */
const most = 185_000;
/** The longest side, in pixels. */
const longest = 2400;

/** How many pixels each unit of a drawing gets: two, or as many as the longest side allows. */
export function sharpness(width: number, height: number): number {
  return Math.min(2, longest / Math.max(width, height, 1));
}

async function pixels(image: HTMLImageElement, scale: number): Promise<Blob | null> {
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  const pen = canvas.getContext("2d");
  if (!pen) return null;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

/** A drawing as a PNG in base64, or nothing where this window cannot draw it. */
export async function png(image: HTMLImageElement): Promise<string> {
  try {
    await image.decode();
    for (let scale = sharpness(image.naturalWidth, image.naturalHeight); scale > 0.2; scale *= 0.75) {
      const blob = await pixels(image, scale);
      if (!blob) return "";
      if (blob.size > most) continue;
      const bytes = new Uint8Array(await blob.arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }
  } catch {
    return "";
  }
  return "";
}
