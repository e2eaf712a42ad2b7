// Writing in a note: input methods, slow answers, lost lines, notes that are taken away, and what is typed before a note is there.
// With the fake behind the page; the words that stay in the end are looked at.
const note = (page, id = "n33") => page.locator(`.bnote[data-note="${id}"]`);
const field = (page, id) => note(page, id).getByRole("textbox");
const soon = (page) => page.clock.runFor(400);

async function begin(page) {
  await note(page).waitFor();
  await page.getByRole("button", { name: "Whole board" }).click();
  await soon(page);
}
async function write(page, id = "n33") {
  await note(page, id).focus();
  await page.keyboard.press("Enter");
  await field(page, id).waitFor();
  await page.keyboard.press("Control+End");
}
const flow = (name, act) => ({ name: `board: ${name}`, path: "#/room/s1", scene: "cluster", act });

export const writingFlows = [
  flow("an input method takes nothing of the other away", async ({ page, server, insist }) => {
    await begin(page);
    await write(page);
    const { text, textRev } = server.record("n33");
    const keys = await page.context().newCDPSession(page);
    await keys.send("Input.imeSetComposition", { text: "か", selectionStart: 1, selectionEnd: 1 });
    server.tell({ ...server.record("n33"), text: `THEIRS ${text}`, textRev: textRev + 1 });
    await soon(page);
    await keys.send("Input.insertText", { text: "感" });
    await soon(page);
    insist(server.record("n33").text === `THEIRS ${text}感`, `the note says ${server.record("n33").text}`);
    insist((await field(page).inputValue()) === `THEIRS ${text}感`, `the field says ${await field(page).inputValue()}`);
  }),
];
