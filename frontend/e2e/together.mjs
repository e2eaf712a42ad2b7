// Two people on one board, over the real app on two laptops: both write in one note at the same time, each takes back only what
// they did themselves, and a picture that one brings is seen by the other.
import { deflateSync } from "node:zlib";
import { Laptop, words } from "./laptop.mjs";

const bnote = (laptop, id) => laptop.page.locator(`.bnote[data-note="${id}"]`);
const field = (laptop, id) => bnote(laptop, id).getByRole("textbox");
const zoomed = (laptop) => laptop.page.getByRole("button", { name: "Whole board" }).click();

/** Waits until what a page says is so on both, and tells what it was where it is not. */
async function agreed(both, read, wanted, what) {
  const begun = Date.now();
  let last = [];
  while (Date.now() - begun < 20_000) {
    last = await Promise.all(both.map(read));
    if (last.every(wanted)) return last;
    await both[0].page.waitForTimeout(100);
  }
  throw new Error(`${what}: ${JSON.stringify(last).slice(0, 400)}`);
}

async function begin({ amina, jonas }) {
  await amina.start();
  const { session } = await amina.ask("sessions.create", { title: "Together", purpose: "Try it.", outcomes: [] });
  const ideas = await amina.ask("activity.add", {
    session,
    kind: "brainstorm",
    title: "Ideas",
    minutes: 10,
    prompt: "What helps?",
    settings: { visibility: "public" },
  });
  const sort = await amina.ask("activity.add", { session, kind: "cluster", title: "Sort", minutes: 10, prompt: "" });
  const { link } = await amina.ask("sessions.invite", { session });
  await jonas.start();
  await jonas.ask("sessions.join", { link, name: "Jonas" });
  await amina.ask("run.open", { session, activity: ideas.id });
  const ids = {};
  // What Jonas wrote, a facilitator may write in as well.
  for (const text of ["water", "school", "book"]) {
    const made = await jonas.ask("note.add", { session, text });
    ids[text] = made.id;
  }
  await amina.ask("run.open", { session, activity: sort.id });
  for (const laptop of [amina, jonas]) await laptop.page.evaluate((to) => (location.hash = to), `#/room/${session}`);
  for (const laptop of [amina, jonas]) {
    await bnote(laptop, ids.water).waitFor();
    await zoomed(laptop);
  }
  return { session, ids, board: ideas.id };
}

async function oneNote({ amina, jonas, both, insist, made }) {
  const id = made.ids.water;
  for (const laptop of both) {
    await bnote(laptop, id).focus();
    await laptop.page.keyboard.press("Enter");
    await field(laptop, id).waitFor();
  }
  // Amina stands at the beginning, Jonas at the end; both type at the same time.
  await amina.page.keyboard.press("Control+Home");
  await jonas.page.keyboard.press("Control+End");
  await Promise.all([
    amina.page.keyboard.type("clean ", { delay: 40 }),
    jonas.page.keyboard.type(" for all", { delay: 40 }),
  ]);
  const texts = await agreed(
    both,
    (laptop) => field(laptop, id).inputValue(),
    (text) => text === "clean water for all",
    "both texts",
  );
  insist(texts.length === 2, "two pages");
  const carets = await Promise.all(both.map((laptop) => field(laptop, id).evaluate((el) => el.selectionStart)));
  insist(carets[0] === "clean ".length, `Amina's caret is at ${carets[0]}`);
  insist(carets[1] === "clean water for all".length, `Jonas' caret is at ${carets[1]}`);
  // And again, with each inside the other's words.
  await jonas.page.keyboard.press("Control+Home");
  await amina.page.keyboard.press("Control+End");
  await Promise.all([
    amina.page.keyboard.type(" now", { delay: 30 }),
    jonas.page.keyboard.type("very ", { delay: 30 }),
  ]);
  await agreed(
    both,
    (laptop) => field(laptop, id).inputValue(),
    (text) => text === "very clean water for all now",
    "both texts, the other way round",
  );
  for (const laptop of both) await laptop.page.keyboard.press("Escape");
}

const cluster = (laptop, id) => bnote(laptop, id).getAttribute("data-in");

async function undo({ amina, jonas, both, made }) {
  const { session, ids } = made;
  const { id: group } = await amina.ask("cluster.add", { session, name: "Later" });
  // One after the other: Amina moves a note, Jonas another, Amina writes, Jonas writes.
  await amina.ask("note.move", { session, note: ids.school, cluster: group });
  await agreed(
    both,
    (l) => cluster(l, ids.school),
    (at) => at === group,
    "Amina's move",
  );
  await jonas.ask("note.move", { session, note: ids.book, cluster: group });
  await agreed(
    both,
    (l) => cluster(l, ids.book),
    (at) => at === group,
    "Jonas' move",
  );
  // Amina takes back what she did last: her move, not his, which came after.
  await bnote(amina, ids.school).focus();
  await amina.page.keyboard.press("Control+z");
  await agreed(
    both,
    (l) => cluster(l, ids.school),
    (at) => at === "",
    "Amina's move is taken back",
  );
  await agreed(
    both,
    (l) => cluster(l, ids.book),
    (at) => at === group,
    "Jonas' move stays",
  );
  await bnote(jonas, ids.book).focus();
  await jonas.page.keyboard.press("Control+z");
  await agreed(
    both,
    (l) => cluster(l, ids.book),
    (at) => at === "",
    "Jonas' move is taken back",
  );
  await bnote(amina, ids.school).focus();
  await amina.page.keyboard.press("Control+Shift+z");
  await agreed(
    both,
    (l) => cluster(l, ids.school),
    (at) => at === group,
    "Amina's move is there again",
  );
  await agreed(
    both,
    (l) => cluster(l, ids.book),
    (at) => at === "",
    "and Jonas' is not",
  );
}

/** A PNG of one colour, with a word in it that no picture needs. */
function png(wide, tall) {
  const table = Array.from({ length: 256 }, (_, n) => {
    for (let k = 0; k < 8; k++) n = n & 1 ? 0xedb88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
  });
  const crc = (bytes) => {
    let c = 0xffffffff;
    for (const byte of bytes) c = table[(c ^ byte) & 255] ^ (c >>> 8);
    return (c ^ 0xffffffff) >>> 0;
  };
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const out = Buffer.alloc(body.length + 8);
    out.writeUInt32BE(data.length, 0);
    body.copy(out, 4);
    out.writeUInt32BE(crc(body), body.length + 4);
    return out;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(wide, 0);
  head.writeUInt32BE(tall, 4);
  head.set([8, 2], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(wide * 3, 90)]);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: tall }, () => row)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", head),
    chunk("tEXt", Buffer.from("Comment\0taken at home")),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

async function picture({ amina, jonas, both, insist, made }) {
  await amina.page.getByRole("button", { name: "Add a picture" }).click();
  const dialog = amina.page.getByRole("dialog");
  await dialog
    .getByLabel("Picture (PNG, JPEG or GIF)")
    .setInputFiles({ name: "well.png", mimeType: "image/png", buffer: png(320, 200) });
  insist(await dialog.getByRole("button", { name: "Add the picture" }).isDisabled(), "a picture without words");
  await dialog.getByLabel("What is to be seen?").fill("The well at noon");
  await dialog.getByRole("button", { name: "Add the picture" }).click();
  for (const laptop of both) {
    const note = laptop.page.locator(".bnote").filter({ hasText: "The well at noon" });
    await note.waitFor({ timeout: 60_000 });
    await zoomed(laptop);
    const image = note.locator("img");
    await image.waitFor({ timeout: 60_000 });
    insist(await image.evaluate((el) => el.naturalWidth === 320), `${laptop.name} sees other pixels`);
    const name = await note.getAttribute("aria-label");
    insist(words("Picture: The well at noon").test(name), `its name is ${name}`);
  }
  // On the other laptop it is in the outline, too, and has nothing of where it came from.
  await jonas.page.getByRole("button", { name: "Outline" }).click();
  await jonas.page.locator(".orow").filter({ hasText: "The well at noon" }).locator("img").waitFor();
  const { records } = await jonas.ask("view.snapshot", { session: made.session });
  const shown = records.find((record) => record.kind === "note" && record.picture);
  const part = await jonas.ask("picture.get", { session: made.session, picture: shown.picture, from: 0 });
  insist(part.type === "image/png" && !atob(part.data).includes("taken at home"), "what came with it came along");
  await jonas.page.getByRole("button", { name: "Outline" }).click();
}

async function ink({ amina, jonas, both, insist, made }) {
  await amina.page.getByRole("button", { name: /^Draw \(D\)/u }).click();
  const { x, y, width, height } = await amina.page.locator(".surface").boundingBox();
  const at = { x: x + width - 360, y: y + height - 150 };
  await amina.page.mouse.move(at.x, at.y);
  await amina.page.mouse.down();
  await amina.page.mouse.move(at.x + 60, at.y + 40, { steps: 6 });
  await amina.page.mouse.move(at.x + 120, at.y - 20, { steps: 6 });
  await amina.page.mouse.up();
  const strokes = (laptop) => laptop.page.locator(".ink [data-stroke]").count();
  await agreed(both, strokes, (n) => n === 1, "the stroke is on both");
  const name = await jonas.page.locator(".ink [data-stroke]").getAttribute("aria-label");
  insist(words("Drawing by Amina").test(name), `its name is ${name}`);
  await amina.page.keyboard.press("Escape");
  await bnote(amina, made.ids.water).focus();
  await amina.page.keyboard.press("Control+z");
  await agreed(both, strokes, (n) => n === 0, "the stroke is taken back");
  await amina.page.keyboard.press("Control+Shift+z");
  await agreed(both, strokes, (n) => n === 1, "the stroke is there again");
  // Jonas cannot wipe what she drew; she does it by key in the outline.
  await jonas.page.getByRole("button", { name: "Outline" }).click();
  const row = (laptop) => laptop.page.locator(".orow").filter({ hasText: /Drawing by|Your drawing/u });
  // The focus goes along to the other view a moment after it is there; only then it stays where it is put.
  const held = async (laptop) => {
    await row(laptop).focus();
    const frames = (el) =>
      new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(document.activeElement === el))),
      );
    return row(laptop).evaluate(frames);
  };
  await agreed([jonas], held, (has) => has, "the row has the focus");
  await jonas.page.keyboard.press("Delete");
  await jonas.page.getByText("Only who drew this or a facilitator can change it.").waitFor({ state: "attached" });
  await amina.page.getByRole("button", { name: "Outline" }).click();
  await agreed([amina], held, (has) => has, "the row has the focus");
  await amina.page.keyboard.press("Delete");
  await agreed(
    both,
    (laptop) => row(laptop).count(),
    (n) => n === 0,
    "the stroke is wiped",
  );
  for (const laptop of both) await laptop.page.getByRole("button", { name: "Outline" }).click();
}

/** What one took away the other finds in the past, in the picture as in the list, and brings back for both. */
async function past({ amina, jonas, both, insist, made }) {
  const { school } = made.ids;
  const text = (await bnote(amina, school).locator("p, .words").first().textContent()).trim();
  await jonas.ask("notes.remove", { session: made.session, notes: [school] });
  const notes = (laptop) => bnote(laptop, school).count();
  await agreed(both, notes, (n) => n === 0, "the note is gone");
  await amina.page.getByRole("button", { name: "Look at the past" }).click();
  const dialog = amina.page.getByRole("dialog");
  const row = dialog.locator(`[data-then="${school}"]`);
  await dialog.getByRole("slider").waitFor();
  const jonasHas = dialog.getByLabel("Whose moments the arrows go to").locator("option", { hasText: "Jonas" });
  await dialog.getByLabel("Whose moments the arrows go to").selectOption(await jonasHas.getAttribute("value"));
  for (let i = 0; i < 10 && (await row.count()) === 0; i++) {
    await dialog.getByRole("button", { name: words("Previous moment of Jonas") }).click();
    await row.waitFor({ timeout: 2_000 }).catch(() => undefined);
  }
  insist((await row.textContent()).includes(text), `the row says ${await row.textContent()}, not ${text}`);
  const painted = (eye) => {
    const { data } = eye.getContext("2d").getImageData(0, 0, eye.width, eye.height);
    return new Set(new Uint32Array(data.buffer)).size;
  };
  insist((await dialog.locator(".past-eye canvas").evaluate(painted)) > 20, "the picture is empty");
  await row.getByRole("checkbox").check();
  await dialog.getByRole("button", { name: words("Bring 1 note back") }).click();
  await dialog.getByText("1 note is back").waitFor();
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  await agreed(both, notes, (n) => n === 1, "the note is back");
}

/** Plays it, a check for each step. */
export async function together(browser, binary, check, insist, look = () => Promise.resolve()) {
  const amina = new Laptop(browser, binary, "Amina");
  const jonas = new Laptop(browser, binary, "Jonas");
  const story = { amina, jonas, both: [amina, jonas], insist };
  try {
    await check("together: two people come to one board", async () => {
      story.made = await begin(story);
    });
    await check("together: both write in one note, and texts and carets are kept", () => oneNote(story));
    await check("together: each takes back only what they did themselves", () => undo(story));
    await check("together: what one draws the other sees, and only its writer wipes it", () => ink(story));
    await check("together: a picture that one brings is seen by the other", async () => {
      await picture(story);
      await look("picture", amina, jonas);
    });
    await check("together: what one took away the other brings back from the past", () => past(story));
    await check("together: the pages report no errors", () => {
      const said = [...amina.troubles, ...jonas.troubles];
      return Promise.resolve(insist(said.length === 0, said.join("\n")));
    });
  } finally {
    await amina.end();
    await jonas.end();
  }
}
