// The past of a board, with the fake behind the page: the picture of what was, the list that is its equal, and the slider with its
// band. What is asked is looked at, and what comes back is on the board again.
import { words } from "./laptop.mjs";

const room = "#/room/s1";
const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);
const soon = (page) => page.clock.runFor(600);
const dialog = (page) => page.getByRole("dialog");
const row = (page, id) => dialog(page).locator(`[data-then="${id}"]`);
const slider = (page) => dialog(page).getByRole("slider");
const bring = (page) => dialog(page).getByRole("button", { name: /^Bring .* back$/u });

async function look(page, at) {
  await page.getByRole("button", { name: "Look at the past" }).click();
  await slider(page).waitFor();
  await soon(page);
  if (at === undefined) return;
  await slider(page).fill(String(at));
  await soon(page);
}
/** How many colours a part of the picture has: an empty one has few. */
const coloursOf = (page) =>
  page.locator(".past-eye canvas").evaluate((canvas) => {
    const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
    const seen = new Set();
    for (let i = 0; i < data.length; i += 4) seen.add((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
    return seen.size;
  });
/** Presses over the picture row by row until one hits what is looked for. */
async function pressOn(page, id) {
  const { x, y, width, height } = await page.locator(".past-eye").boundingBox();
  for (let down = 6; down < height; down += 8)
    for (let across = 6; across < width - 6; across += 14) {
      await page.mouse.move(x + across, y + down);
      if ((await row(page, id).getAttribute("class")).includes("pointed")) {
        await page.mouse.down();
        await page.mouse.up();
        await soon(page);
        return;
      }
    }
  throw new Error(`${id} is nowhere in the picture`);
}

const flow = (name, act, more = {}) => ({ name: `board: ${name}`, path: room, scene: "cluster", act, ...more });

export const pastFlows = [
  flow("the past is looked at and brought back", async ({ page, server, insist }) => {
    await look(page, 0);
    await dialog(page).getByText("(then)").first().waitFor();
    await dialog(page).getByRole("button", { name: "Select all that differ" }).click();
    await bring(page).click();
    await soon(page);
    const [brought] = asked(server, "history.bring");
    insist(brought?.at === "m1" && brought.notes.length > 5, `asked ${JSON.stringify(brought)}`);
    await dialog(page).getByRole("button", { name: "Close", exact: true }).click();
    await page.locator(".bnote", { hasText: "(then)" }).first().waitFor();
  }),
  flow(
    "a press in the picture of the past chooses, and what was there comes back",
    async ({ page, server, insist }) => {
      insist((await page.locator('.bnote[data-note="lost"]').count()) === 0, "it is there before");
      await look(page, 5);
      await row(page, "lost").waitFor();
      insist((await coloursOf(page)) > 40, "the picture is empty");
      await pressOn(page, "lost");
      const box = row(page, "lost").getByRole("checkbox");
      insist(await box.isChecked(), "the press did not choose it");
      await box.uncheck();
      insist(await bring(page).isDisabled(), "the list did not let it go");
      await box.check();
      for (const id of ["lostc", "lostarrow", "lostink"]) await row(page, id).getByRole("checkbox").check();
      await bring(page).click();
      await soon(page);
      insist(asked(server, "history.bring")[0]?.notes.length === 4, "not all four were asked for");
      insist((await row(page, "lost").getByRole("checkbox").count()) === 0, "what is back differs still");
      await dialog(page).getByRole("button", { name: "Close", exact: true }).click();
      await page.locator('.bnote[data-note="lost"]').waitFor();
    },
  ),
  flow("moments are stepped through, and those of one person", async ({ page, insist }) => {
    await look(page);
    const at = async () => Number(await slider(page).inputValue());
    insist((await at()) === 8, "it does not begin at the last moment");
    const press = async (name) => {
      await dialog(page)
        .getByRole("button", { name: words(name) })
        .click();
      await soon(page);
    };
    insist(await dialog(page).getByRole("button", { name: "Next moment" }).isDisabled(), "there is one after the last");
    await press("Previous moment");
    insist((await at()) === 7, "it did not go one back");
    await dialog(page).getByLabel("Whose moments the arrows go to").selectOption({ index: 2 });
    const name = "Jonas Weber";
    for (const place of [4, 2]) {
      await press(`Previous moment of ${name}`);
      insist((await at()) === place, `it went to ${await at()}, not to ${place}`);
      insist((await slider(page).getAttribute("aria-valuetext")).includes(name), "the slider does not say who");
    }
    insist(
      await dialog(page)
        .getByRole("button", { name: words(`Previous moment of ${name}`) })
        .isDisabled(),
      "there is one before the first",
    );
    await press(`Next moment of ${name}`);
    insist((await at()) === 4, "it did not go on to the next");
    await slider(page).press("ArrowLeft");
    await soon(page);
    insist((await at()) === 3, "the arrow did not go to the moment before, whoever's");
    const band = await page.locator(".past-band").boundingBox();
    await page.mouse.click(band.x + 2, band.y + 20);
    await soon(page);
    insist((await at()) === 0, "a press on the band did not go there");
  }),
  flow(
    "the past is worked by key: the slider, the picture and the boxes of the list",
    async ({ page, server, insist }) => {
      await look(page);
      insist(await slider(page).evaluate((el) => el === document.activeElement), "the slider has not the focus");
      for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowLeft");
      await soon(page);
      await row(page, "lost").waitFor();
      const eye = dialog(page).getByRole("img", { name: "The board as it was" });
      await eye.focus();
      const shot = () => page.locator(".past-eye canvas").evaluate((canvas) => canvas.toDataURL());
      const before = await shot();
      for (const key of ["+", "+", "ArrowRight"]) await page.keyboard.press(key);
      await soon(page);
      const near = await shot();
      insist(near !== before, "the keys did not move the eye");
      await row(page, "lost").getByRole("checkbox").focus();
      await soon(page);
      insist((await shot()) !== near, "the picture does not show what has the focus");
      await page.keyboard.press("Space");
      await bring(page).focus();
      await page.keyboard.press("Enter");
      await soon(page);
      insist(asked(server, "history.bring")[0]?.notes.join() === "lost", "not what was chosen");
      await page.keyboard.press("Escape");
      await page.locator('.bnote[data-note="lost"]').waitFor();
    },
  ),
  flow(
    "the line of the past begins where the reader's does",
    async ({ page, insist }) => {
      await page.locator('.dock button[aria-label^="النظر"]').click();
      await slider(page).waitFor();
      await soon(page);
      const band = await page.locator(".past-band").boundingBox();
      await page.mouse.click(band.x + band.width - 2, band.y + 20);
      await soon(page);
      insist((await slider(page).inputValue()) === "0", "the first moment is not on the right");
      await slider(page).press("ArrowLeft");
      await soon(page);
      insist((await slider(page).inputValue()) === "1", "the arrow to the left does not go on");
    },
    { language: "ar" },
  ),
];
