// Pictures of notes in a record: below the line that names each, once, and only those that the session has.
import { expect, it } from "vitest";
import type { Pictures } from "../src/board/pictures";
import { showPhotos } from "../src/screens/photos";

const hash = "0123456789abcdef".repeat(4);

it("shows a picture below the line that names it, once", async () => {
  const paper = document.createElement("div");
  for (const href of ["#picture-0123456789abcdef", "#picture-ffffffffffffffff", "#words"]) {
    const link = document.createElement("a");
    link.href = href;
    paper.appendChild(document.createElement("li")).append("The well", link);
  }
  const asked: string[] = [];
  const pictures = {
    get: (one: string) => {
      asked.push(one);
      return Promise.resolve({ src: "blob:x" });
    },
  } as unknown as Pictures;
  await showPhotos(paper, [hash], pictures);
  await showPhotos(paper, [hash], pictures);
  const shown = [...paper.querySelectorAll("img")];
  expect(shown.map((one) => [one.id, one.alt, one.src])).toEqual([["picture-0123456789abcdef", "", "blob:x"]]);
  expect(asked).toEqual([hash]);
});
