// Canvases on the board: their areas are told, named and reached without a drag; and what a board looks like from afar.
import { words } from "./laptop.mjs";

const room = "#/room/s1";
const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);
const note = (page, id) => page.locator(`.bnote[data-note="${id}"]`);
const soon = (page) => page.clock.runFor(400);
const flow = (name, act, more = {}) => ({ name: `board: ${name}`, path: room, scene: "cluster", act, ...more });
const label = async (page, id) => (await note(page, id).getAttribute("aria-label")).replaceAll(/[\u2066-\u2069]/gu, "");
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const place = (server, of, at) =>
  server.tell({
    id: `place/${server.record("r2").activity}/${of}`,
    kind: "placement",
    note: of,
    board: server.record("r2").activity,
    x: 0,
    y: 0,
    ...at,
  });

/** Opens a canvas of a layout as a board. */
async function open(page, server, layout, more = {}) {
  const canvas = { layout, zones: [], direction: "left-to-right", arrows: false, marks: [], ...more };
  server.tell({ ...server.record("r2"), activityKind: "canvas", board: "a1", canvas });
  await soon(page);
  await page.getByRole("radiogroup", { name: "How to look at it" }).getByText("Board").click();
  await page.getByRole("button", { name: "Whole board" }).click();
  await soon(page);
}
async function told(page, server, insist, method, ok, what) {
  await soon(page);
  insist(asked(server, method).some(ok), `${what} asked ${JSON.stringify(asked(server, method))} of ${method}`);
  server.asked.length = 0;
}
/** How much of the picture from afar is painted, how much of it faintly, and how much in the colour of what is chosen. */
const painted = (page) =>
  page.evaluate(() => {
    const canvas = document.querySelector("canvas.far");
    const copied = () => document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const copy = copied();
    Object.assign(copy.canvas, { width: canvas.width, height: canvas.height });
    copy.drawImage(canvas, 0, 0);
    const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
    const probe = copied();
    probe.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--accent").trim();
    probe.fillRect(0, 0, 1, 1);
    const [r, g, b] = probe.getImageData(0, 0, 1, 1).data;
    let full = 0;
    let faint = 0;
    let accent = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] === 255) full++;
      else if (data[i + 3] > 40 && data[i + 3] < 60) faint++;
      if (data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255) accent++;
    }
    return { full, faint, accent };
  });
const zoom = async (page) => parseInt(await page.locator(".minimap .zoom").textContent(), 10);

export const canvasFlows = [
  flow("a grid names its quarters and axes, and is worked without a drag", async ({ page, server, insist }) => {
    place(server, "n33", { x: 250, y: 750 });
    await open(page, server, "grid2x2", { axisX: "effort", axisY: "impact" });
    insist((await page.locator(".fill.is-plane").count()) === 4, "there are no four quarters");
    insist((await page.locator(".axis").count()) === 2, "the axes are not named");
    insist((await label(page, "n33")).includes("In more impact, less effort"), await label(page, "n33"));
    await note(page, "n33").focus();
    await page.keyboard.press("m");
    const goal = page.getByRole("dialog").getByRole("button", { name: words("more impact, more effort") });
    await goal.click();
    const quarter = (p) => p.notes[0].note === "n33" && p.notes[0].x === 750 && p.notes[0].y === 750;
    await told(page, server, insist, "notes.lay", quarter, "Move to a quarter");
    await note(page, "n33").focus();
    await page.keyboard.press("Alt+Shift+ArrowRight");
    const right = (p) => p.notes[0].x > 750 && p.notes[0].x < 850 && p.notes[0].y === 750;
    await told(page, server, insist, "notes.lay", right, "Alt and an arrow");
    const at = await middle(page.locator(".fill.is-plane").last());
    await page.mouse.dblclick(at.x, at.y);
    await told(page, server, insist, "note.add", (p) => p.x > 500 && p.y < 500 && !p.at, "A double click");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Outline" }).click();
    await soon(page);
    const held = page.locator(".outline section", { has: page.locator('[data-note="n33"]') });
    const name = (await held.getAttribute("aria-label")).replaceAll(/[\u2066-\u2069]/gu, "");
    insist(name === "more impact, more effort, 1 note", `the outline says ${name}`);
  }),
  flow("an area of a canvas is told, reached by key, and takes a double click", async ({ page, server, insist }) => {
    const zones = ["Now", "Later"].map((title) => ({ title, open: true }));
    place(server, "n33", { zone: "Now" });
    await open(page, server, "columns", { zones });
    insist((await label(page, "n33")).includes("In Now"), await label(page, "n33"));
    await note(page, "n33").focus();
    await page.keyboard.press("Alt+ArrowRight");
    const later = (p) => p.notes[0].note === "n33" && p.zone === "Later";
    await told(page, server, insist, "notes.lay", later, "Alt and an arrow");
    insist((await label(page, "n33")).includes("In Later"), await label(page, "n33"));
    const at = await middle(page.locator('[data-fill="zone/0/Later"]'));
    await page.mouse.dblclick(at.x, at.y);
    await told(page, server, insist, "note.add", (p) => p.zone === "Later" && !p.at, "A double click");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Whole board" }).click();
    server.drop(`place/${server.record("r2").activity}/n33`);
    await soon(page);
    insist((await label(page, "n33")).includes(". Not placed yet"), "a placing that was taken back is still drawn");
  }),
  flow("a note is taken off a canvas by hand, in a menu and in the list", async ({ page, server, insist }) => {
    const zones = ["Now", "Later"].map((title) => ({ title, open: true }));
    place(server, "n33", { zone: "Now" });
    place(server, "n34", { zone: "Later" });
    await open(page, server, "columns", { zones });
    const off = (p) => p.notes[0].note === "n33" && !p.zone && !p.slot && !p.notes[0].x && !p.notes[0].y;
    const from = await middle(note(page, "n33"));
    const to = await page.locator('[data-fill="loose"]').boundingBox();
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 30, from.y + 30);
    await page.mouse.move(to.x + 60, to.y + to.height / 2, { steps: 4 });
    await soon(page);
    await page.mouse.up();
    await told(page, server, insist, "notes.lay", off, "A drop");
    insist((await label(page, "n33")).includes(". Not placed yet"), await label(page, "n33"));
    place(server, "n33", { zone: "Now" });
    await soon(page);
    await note(page, "n33").focus();
    await page.keyboard.press("m");
    await page.getByRole("dialog").getByRole("button", { name: "Not placed yet" }).click();
    await told(page, server, insist, "notes.lay", off, "Move to");
    insist((await label(page, "n33")).includes(". Not placed yet"), await label(page, "n33"));
    await page.getByRole("radiogroup", { name: "How to look at it" }).getByText("Areas").click();
    await page.getByRole("region", { name: "Later" }).getByRole("combobox").first().selectOption("");
    const listed = (p) => p.note === "n34" && !p.zone;
    await told(page, server, insist, "note.place", listed, "The list of areas");
    insist(
      (await page.getByRole("region", { name: "Later" }).getByRole("combobox").count()) === 0,
      "it lies there still",
    );
  }),
  flow("a canvas has the marks that it names, and arrows only where it has them", async ({ page, server, insist }) => {
    const zones = ["Now", "Later"].map((title) => ({ title, open: true }));
    place(server, "n33", { zone: "Now" });
    await open(page, server, "columns", { zones, marks: ["heard", "guess"] });
    await note(page, "n33").focus();
    const palette = async (name) => {
      await page.keyboard.press("Control+k");
      await page.clock.runFor(50);
      await page.getByRole("dialog").getByRole("combobox").fill(name);
      return page.getByRole("dialog").getByRole("option");
    };
    insist((await (await palette("arrow")).count()) === 0, "a canvas without arrows offers one");
    await page.keyboard.press("Escape");
    await note(page, "n33").focus();
    await (await palette("guess")).first().click();
    await told(page, server, insist, "mark.set", (p) => p.label === "guess" && !p.reaction, "The palette");
    await note(page, "n33").focus();
    await page.keyboard.press("k");
    await told(page, server, insist, "mark.set", (p) => p.label === "heard", "K");
    const one = { kind: "mark", note: "n33", reaction: false, mine: true };
    server.tell({ ...one, id: "m1", label: "guess" });
    await soon(page);
    insist((await label(page, "n33")).includes("marked guess"), await label(page, "n33"));
    await note(page, "n33").getByText("guess").waitFor();
    await page.getByRole("radiogroup", { name: "How to look at it" }).getByText("Areas").click();
    const line = page.getByRole("region", { name: "Now" });
    const mark = line.getByRole("button", { name: /Mark .*guess/u }).first();
    insist((await mark.getAttribute("aria-pressed")) === "true", "the list of areas does not tell an own mark");
    await mark.click();
    await told(page, server, insist, "mark.set", (p) => p.note === "n33" && p.label === "", "The list of areas");
  }),
  flow("afar, what is found, chosen and written is seen", async ({ page, insist }) => {
    await note(page, "n33").waitFor();
    await page.getByRole("button", { name: "Whole board" }).click();
    await soon(page);
    await note(page, "n33").focus();
    for (let i = 0; i < 12 && (await zoom(page)) > 15; i++) {
      await page.keyboard.press("-");
      await soon(page);
    }
    const before = await painted(page);
    insist(before.faint < before.full / 20 && before.accent === 0, `at first ${JSON.stringify(before)}`);
    await page.keyboard.press("Control+a");
    await soon(page);
    insist((await painted(page)).accent > 0, "what is chosen is not seen");
    await page.keyboard.press("Escape");
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Find notes" }).fill("kit");
    await soon(page);
    const found = await painted(page);
    insist(
      found.faint > found.full && found.accent === 0,
      `what was not found is not dimmed: ${JSON.stringify(found)}`,
    );
    await page.keyboard.press("Escape");
    await note(page, "n33").focus();
    await page.keyboard.press("Enter");
    await soon(page);
    insist((await zoom(page)) >= 80, `it is written at ${await zoom(page)} %`);
    await note(page, "n33").locator("textarea").waitFor();
  }),
];
