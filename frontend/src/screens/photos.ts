/**
 * The pictures of notes in a record on the screen: each is shown below the line that names it, from what this laptop holds. The line
 * says what is to be seen, so the picture itself is silent.
 */
import type { Pictures } from "../board/pictures";

/** What the places of pictures in the page begin with; the app puts them there. */
const place = "picture-";

export async function showPhotos(paper: HTMLElement, hashes: readonly string[], pictures: Pictures): Promise<void> {
  const shown = [...paper.querySelectorAll<HTMLAnchorElement>(`a[href^="#${place}"]`)].map(async (link) => {
    const id = link.hash.slice(1);
    const hash = hashes.find((one) => one.startsWith(id.slice(place.length)));
    if (hash === undefined || link.nextElementSibling?.classList.contains("photo")) return;
    const image = document.createElement("img");
    image.className = "photo";
    image.alt = "";
    image.id = id;
    link.after(image);
    image.src = (await pictures.get(hash)).src;
  });
  await Promise.all(shown);
}
