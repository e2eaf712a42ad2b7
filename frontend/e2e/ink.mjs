// Ink on the board, with the fake behind the page: drawn by mouse and by finger, and every way to describe, move and wipe it.
import { words } from "./laptop.mjs";

const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);
const soon = (page) => page.clock.runFor(400);
const dialog = (page) => page.getByRole("dialog");
const flow = (name, act) => ({ name: `board: ${name}`, path: "#/room/s1", scene: "cluster", act });
const stroke = (id, dots, more = {}) => ({
  id,
  kind: "stroke",
  activity: "a1",
  dots,
  color: "red",
  label: "",
  author: "p1",
  mine: false,
  ...more,
});

async function begin(page) {
  await page.locator('.bnote[data-note="n33"]').waitFor();
  await page.getByRole("button", { name: "Whole board" }).click();
  await soon(page);
  // Where no note is.
  const { x, y, width, height } = await page.locator(".surface").boundingBox();
  return { x: x + width - 380, y: y + height - 160 };
}
const drawn = (page) => page.locator(".ink [data-stroke]");
const draw = (page) => page.getByRole("button", { name: /^Draw \(D\)/u });
async function line(page, from, by) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let i = 1; i <= 8; i++) await page.mouse.move(from.x + (by.x * i) / 8, from.y + (by.y * i) / 8 + 4 * (i % 2));
  await page.mouse.up();
  await soon(page);
}

export const inkFlows = [
  flow("ink is drawn by mouse in a colour, selected, described, moved and wiped", async ({ page, server, insist }) => {
    const at = await begin(page);
    await page.locator('.bnote[data-note="n33"]').focus();
    await page.keyboard.press("d");
    insist((await draw(page).getAttribute("aria-pressed")) === "true", "D does not begin to draw");
    await page.getByRole("button", { name: words("Colour: red") }).click();
    const eye = await page.locator(".world").last().getAttribute("style");
    await line(page, at, { x: 120, y: 20 });
    const [added] = asked(server, "ink.add");
    insist(added?.color === "red" && added.activity === "a1" && added.dots.length >= 6, JSON.stringify(added));
    insist(added.dots.every(Number.isInteger) && added.dots.length % 2 === 0, "its dots are not whole");
    insist((await drawn(page).count()) === 1, "what was drawn is not seen");
    insist((await page.locator(".world").last().getAttribute("style")) === eye, "drawing moved the board");
    await page.keyboard.press("Escape");
    insist((await draw(page).getAttribute("aria-pressed")) === "false", "Escape does not end the drawing");
    await page.mouse.click(at.x + 60, at.y + 10);
    await soon(page);
    insist((await page.locator(".ink .sel:focus").count()) === 1, "a press on the line does not select it");
    const bar = page.locator(".context-bar");
    await bar.getByRole("button", { name: "Describe or move the drawing" }).click();
    await dialog(page).getByLabel("What does it show?").fill("a bridge");
    await page.keyboard.press("Enter");
    await soon(page);
    insist(asked(server, "ink.edit")[0]?.label === "a bridge", "no description was asked for");
    const name = await drawn(page).getAttribute("aria-label");
    insist(/Your drawing.*: .*a bridge/u.test(name), `its name is ${name}`);
    await drawn(page).focus();
    await page.keyboard.press("Alt+ArrowRight");
    await soon(page);
    insist(asked(server, "ink.move")[0]?.dx === 8, "Alt and an arrow do not move it");
    await page.mouse.move(at.x + 60, at.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y + 60, { steps: 4 });
    await page.mouse.up();
    await soon(page);
    insist(asked(server, "ink.move")[1]?.dy > 40, `a drag asked ${JSON.stringify(asked(server, "ink.move"))}`);
    await drawn(page).focus();
    await page.keyboard.press("Delete");
    await soon(page);
    insist(asked(server, "ink.remove")[0]?.strokes.length === 1, "Delete does not wipe it");
    insist((await drawn(page).count()) === 0, "what was wiped is seen");
  }),
  flow("ink is drawn by a finger, and two fingers still pinch", async ({ page, server, insist }) => {
    const at = await begin(page);
    const hand = await page.context().newCDPSession(page);
    await hand.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const touch = async (type, ...points) => {
      const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
      await hand.send("Input.dispatchTouchEvent", { type, touchPoints });
      await soon(page);
    };
    await draw(page).click();
    await touch("touchStart", [at.x, at.y]);
    await touch("touchMove", [at.x + 40, at.y + 30]);
    await touch("touchMove", [at.x + 80, at.y - 30]);
    await touch("touchEnd");
    insist(asked(server, "ink.add")[0]?.dots.length === 6, JSON.stringify(asked(server, "ink.add")));
    const zoom = async () => parseInt(await page.locator(".minimap .zoom").textContent(), 10);
    const was = await zoom();
    await touch("touchStart", [at.x, at.y]);
    await touch("touchStart", [at.x, at.y], [at.x + 100, at.y]);
    await touch("touchMove", [at.x, at.y], [at.x + 150, at.y]);
    await touch("touchMove", [at.x, at.y], [at.x + 200, at.y]);
    await touch("touchEnd");
    insist((await zoom()) > was * 1.8, `two fingers zoomed from ${was} to ${await zoom()} %`);
    insist(asked(server, "ink.add").length === 1, "two fingers drew");
  }),
  {
    ...flow("ink has a page of its own on the wall", async ({ page, server, insist }) => {
      await page.getByRole("heading", { name: "One way of testing" }).waitFor();
      server.tell(stroke("k1", [0, 0, 90, 40], { label: "the road" }));
      server.tell(stroke("k2", [0, 0, 90, 40], { activity: "elsewhere" }));
      await soon(page);
      await page.keyboard.press("ArrowLeft"); // from the first page to the last
      await soon(page);
      insist((await page.locator(".wall-ink path").count()) === 1, "what was drawn here is not on the wall");
      await page.getByText("the road").waitFor();
    }),
    path: "#/wall/s1",
  },
  flow("ink is in the outline, where keys describe, move and wipe it", async ({ page, server, insist }) => {
    await begin(page);
    server.tell(stroke("k1", [0, 0, 90, 40], { mine: true, author: "p2" }));
    server.tell(stroke("k2", [200, 0, 290, 40], { label: "the road" }));
    await soon(page);
    await page.locator('.bnote[data-note="n33"]').focus();
    await page.keyboard.press("o");
    await soon(page);
    const row = (id) => page.locator(`.orow[data-note="${id}"]`);
    insist(/Drawing by .*: .*the road/u.test(await row("k2").getAttribute("aria-label")), "who drew it is not said");
    await row("k1").focus();
    await page.keyboard.press("ArrowDown");
    insist((await row("k2").and(page.locator(":focus")).count()) === 1, "the arrow does not walk on");
    await row("k1").focus();
    await page.keyboard.press("Alt+ArrowDown");
    await soon(page);
    insist(asked(server, "ink.move")[0]?.strokes.join() === "k1", "Alt and an arrow do not move it");
    await page.keyboard.press("Enter");
    await dialog(page).getByLabel("What does it show?").fill("a ladder");
    await dialog(page).getByRole("button", { name: "Left" }).click();
    await page.keyboard.press("Escape");
    await soon(page);
    insist(asked(server, "ink.move")[1]?.dx < 0, "no step to the left was asked for");
    await row("k1").focus();
    await soon(page);
    await row("k1").getByRole("button", { name: "What to do with" }).click();
    await row("k1").getByRole("menuitem", { name: "Describe or move the drawing" }).click();
    await dialog(page).getByLabel("What does it show?").fill("a ladder");
    await page.keyboard.press("Enter");
    await soon(page);
    insist(asked(server, "ink.edit")[0]?.label === "a ladder", "no description was asked for");
    await row("k1").focus();
    await page.keyboard.press("Delete");
    await soon(page);
    insist(asked(server, "ink.remove")[0]?.strokes.join() === "k1", "Delete does not wipe it");
    insist(asked(server, "notes.remove").length === 0, "a note went with it");
    insist((await row("k1").count()) === 0, "what was wiped is listed");
  }),
];
