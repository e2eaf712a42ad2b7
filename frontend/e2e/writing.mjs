// Writing in a note: input methods, slow answers, lost lines, notes that are taken away, and what is typed before a note is there.
// With the fake behind the page; the words that stay in the end are looked at.
const note = (page, id = "n33") => page.locator(`.bnote[data-note="${id}"]`);
const field = (page, id) => note(page, id).getByRole("textbox");
const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);
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
/** Answers a method after so many milliseconds of the world outside the page. */
function slow(server, method, ms) {
  const call = server.call;
  const later = (m, p) => new Promise((done) => setTimeout(done, ms)).then(() => call(m, p));
  Object.defineProperty(server, "call", { value: (m, p) => (m === method ? later(m, p) : call(m, p)) });
}
/** Waits until something is so behind the page. */
async function until(page, so, what) {
  for (const begun = Date.now(); !so();) {
    if (Date.now() - begun > 10_000) throw new Error(what());
    await soon(page);
  }
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
  flow(
    "what is typed last is kept, though the answers are slow and the field closes",
    async ({ page, server, insist }) => {
      await begin(page);
      slow(server, "text.splice", 120);
      await write(page);
      await page.keyboard.press("Control+a");
      await page.keyboard.type("hello", { delay: 15 });
      await page.keyboard.press("Enter");
      await until(
        page,
        () => server.record("n33").text === "hello",
        () => `the note says ${server.record("n33").text}`,
      );
      await note(page).getByText("hello").waitFor();
      // Where it is not taken at all it is kept, and in the field again.
      server.refuse.set("text.splice", { code: "text-old", message: "This text has changed.", hint: "Look at it." });
      await write(page);
      await page.keyboard.type("!");
      await page.getByText("This text has changed.").waitFor();
      await page.keyboard.press("Enter");
      await page.getByText("What you wrote is not sent yet.").or(note(page).getByText("hello!")).first().waitFor();
      await write(page);
      insist((await field(page).inputValue()) === "hello!", `the field says ${await field(page).inputValue()}`);
      await until(
        page,
        () => server.record("n33").text === "hello!",
        () => `the note says ${server.record("n33").text}`,
      );
    },
  ),
  flow("undo in a field is a step of the session, whoever wrote in between", async ({ page, server, insist }) => {
    await begin(page);
    await write(page);
    await page.keyboard.type("!");
    await soon(page);
    const { text, textRev } = server.record("n33");
    server.tell({ ...server.record("n33"), text: `THEIRS ${text}`, textRev: textRev + 1 });
    await soon(page);
    server.asked.length = 0;
    for (const [key, method] of [
      ["Control+z", "undo"],
      ["Control+Shift+z", "redo"],
      ["Control+y", "redo"],
    ]) {
      await page.keyboard.press(key);
      await until(
        page,
        () => asked(server, method).length > 0,
        () => `${key} asked ${JSON.stringify(server.asked)}`,
      );
      server.asked.length = 0;
    }
    // As from the menu of the window.
    await field(page).evaluate((el) =>
      el.dispatchEvent(new InputEvent("beforeinput", { inputType: "historyUndo", bubbles: true, cancelable: true })),
    );
    await until(
      page,
      () => asked(server, "undo").length > 0,
      () => "the menu's undo asked nothing",
    );
    insist((await field(page).inputValue()) === `THEIRS ${text}`, "the field was changed by the page itself");
  }),
  flow("who goes elsewhere from a field is there, and commands are about what is there", async ({ page, insist }) => {
    await begin(page);
    await write(page);
    await note(page, "n1").click({ position: { x: 20, y: 20 } });
    await soon(page);
    await soon(page);
    await note(page, "n1").and(page.locator(":focus")).waitFor();
    insist((await page.getByRole("textbox", { name: "Words of the note" }).count()) === 0, "the field is still open");
    await page.keyboard.press("c");
    await soon(page);
    const about = await page.getByRole("dialog").locator(".quoted").textContent();
    insist((await note(page, "n1").textContent()).includes(about), `the comment would be about ${about}`);
    await page.keyboard.press("Escape");
    await write(page);
    await page.keyboard.press("Control+f");
    await page.keyboard.press("Escape");
    await page.locator('.bnote[data-note="n33"]:focus').waitFor();
    await page.keyboard.press("/");
    const find = page.getByRole("searchbox", { name: "Find notes" });
    await find.waitFor();
    await write(page);
    await find.click();
    await soon(page);
    await soon(page);
    await find.pressSequentially("kit");
    insist((await find.inputValue()) === "kit", `the field for finding says ${await find.inputValue()}`);
  }),
  flow("what is typed before a new note is there is in it", async ({ page, server, insist }) => {
    await begin(page);
    slow(server, "note.add", 300);
    const made = (text) => [...Array(99).keys()].some((i) => server.record(`own${i}`)?.text === text);
    await note(page, "n1").focus();
    server.asked.length = 0;
    const room = await page.locator(".surface").boundingBox();
    await page.keyboard.press("n");
    await page.keyboard.type("milk and kids", { delay: 10 });
    await page.locator(".bnote[data-note] textarea").waitFor();
    await page.keyboard.type(" too");
    await until(
      page,
      () => made("milk and kids too"),
      () => JSON.stringify(server.asked),
    );
    insist((await page.getByRole("dialog").count()) === 0, "letters became commands");
    await page.keyboard.press("Escape");
    // Ended before the note is there.
    await note(page, "n1").focus();
    await page.keyboard.press("n");
    await page.keyboard.type("short");
    await page.keyboard.press("Enter");
    await until(
      page,
      () => made("short"),
      () => JSON.stringify(server.asked),
    );
    await page.locator(".bnote:focus").filter({ hasText: "short" }).waitFor();
    // Refused: the words stay where they are, and Enter asks again.
    server.refuse.set("note.add", { code: "closed", message: "This is closed.", hint: "Ask." });
    await page.keyboard.press("n");
    await page.keyboard.type("again");
    await page.getByText("This is closed.").waitFor();
    await page.keyboard.press("Enter");
    await until(
      page,
      () => made("again"),
      () => JSON.stringify(server.asked),
    );
    await page.keyboard.press("Escape");
    // Refused before the first letter: the field stays for what is typed next.
    server.refuse.set("note.add", { code: "shut", message: "This is shut.", hint: "Ask." });
    await page.locator(".bnote:focus").waitFor();
    await page.keyboard.press("n");
    await page.getByText("This is shut.").waitFor();
    const beside = await page.locator(".surface").boundingBox();
    insist(beside.height === room.height, `the board has ${beside.height} px beside the field, ${room.height} without`);
    await page.keyboard.type("a late one");
    await page.keyboard.press("Enter");
    await until(
      page,
      () => made("a late one"),
      () => JSON.stringify(server.asked),
    );
    const methods = new Set(server.asked.map(({ method }) => method));
    insist(!methods.has("mark.set") && !methods.has("connector.add"), [...methods].join());
  }),
  flow("who writes is left in the field when notes are laid out anew", async ({ page, server, insist }) => {
    await begin(page);
    await write(page);
    await page.keyboard.press("Control+Home");
    // Others put it, and what stands beside it, first and last by turns.
    const mine = server.record("n33");
    const ids = await page
      .locator(`.bnote[data-in="${mine.cluster}"]`)
      .evaluateAll((all) => all.map((el) => el.dataset.note));
    for (const order of ["A", "zzz", "A"]) {
      for (const id of ids) server.tell({ ...server.record(id), order: id === "n33" ? order : `m${id}` });
      await soon(page);
      await page.keyboard.type("-");
    }
    await until(
      page,
      () => server.record("n33").text.startsWith("---"),
      () => server.record("n33").text,
    );
    insist((await field(page).inputValue()).startsWith("---"), `the field says ${await field(page).inputValue()}`);
  }),
  flow("a note that is taken away while it is written in is kept as a new one", async ({ page, server, insist }) => {
    await begin(page);
    await write(page);
    await page.keyboard.type(" and mine");
    await soon(page);
    const { text, cluster } = server.record("n33");
    server.drop("n33");
    await page.getByText("Your words are kept as a new note.").waitFor();
    await page.keyboard.type(", still");
    const id = () => [...Array(99).keys()].map((i) => `own${i}`).find((one) => server.record(one)) ?? "";
    const kept = () => server.record(id()) ?? {};
    await until(
      page,
      () => kept().text === `${text}, still`,
      () => JSON.stringify(kept()),
    );
    insist(kept().cluster === cluster, `it lies in ${kept().cluster}`);
    await field(page, id()).and(page.locator(":focus")).waitFor();
    // Where nothing was typed, that it is gone is all there is to say.
    // Who goes on to another note at once keeps the focus there.
    await page.keyboard.press("Escape");
    await note(page, "n1").focus();
    await soon(page);
    await note(page, "n1").and(page.locator(":focus")).waitFor();
    await write(page, "n1");
    server.asked.length = 0;
    server.drop("n1");
    await page.getByText("The note you had open was taken away.").waitFor();
    insist(asked(server, "note.add").length === 0, "a note that nobody changed came back");
  }),
  flow(
    "words that are pasted beside fields become notes, the first of them seen before",
    async ({ page, server, insist }) => {
      await begin(page);
      const paste = (selector, text) =>
        page.locator(selector).evaluate((el, words) => {
          const data = new DataTransfer();
          data.setData("text/plain", words);
          const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
          el.dispatchEvent(event);
          return event.defaultPrevented;
        }, text);
      const dialog = page.getByRole("dialog");
      await note(page, "n1").focus();
      const list = ["Idea\tWho", ...Array.from({ length: 1001 }, (_, i) => `well ${i}\tAna`)].join("\n");
      insist(await paste('.bnote[data-note="n1"]', list), "the words were left to the browser");
      await soon(page);
      insist(
        (await dialog.getByRole("listitem").allTextContents()).join("|") === "Idea – Who|well 0 – Ana|well 1 – Ana",
        "",
      );
      await dialog.getByText(/2\W* notes are more than the \W*1,?000/u).waitFor();
      await dialog.getByRole("button", { name: /Add \W*1,?000/u }).click();
      await dialog.getByRole("button", { name: /Add \W*2\W* notes/u }).waitFor();
      insist(asked(server, "notes.add")[0].texts.length === 1000, "not a thousand were asked for");
      insist(
        (await dialog.getByLabel("Lines or table").inputValue()) === "well 999\tAna\nwell 1000\tAna",
        "the rest is gone",
      );
      await page.keyboard.press("Escape");
      await write(page);
      insist(!(await paste(".bnote textarea", "in the field")), "words for a field became notes");
      insist((await dialog.count()) === 0, "a dialog opened over a field");
    },
  ),
  flow(
    "doubled notes have each their colour, and a picture that is not doubled is said",
    async ({ page, server, insist }) => {
      await begin(page);
      server.tell({ ...server.record("n2"), color: "cyan" });
      await page.evaluate(() => document.querySelector("section[data-board]").scrollIntoView());
      await note(page, "n1").click({ position: { x: 20, y: 20 } });
      await note(page, "n2").click({ position: { x: 20, y: 20 }, modifiers: ["Shift"] });
      await soon(page);
      await note(page, "n2").focus();
      await page.keyboard.press("Control+d");
      await until(
        page,
        () => asked(server, "notes.add").length > 0,
        () => "nothing was doubled",
      );
      const [{ colors }] = asked(server, "notes.add");
      insist(colors.includes("cyan") && colors.includes(server.record("n1").color), `the colours are ${colors.join()}`);
      server.tell({ ...server.record("n1"), picture: "f00d", wide: 2, tall: 1 });
      await soon(page);
      await note(page, "n2").focus();
      await page.keyboard.press("Control+d");
      await page.getByText("A picture is not doubled. Add it again.").waitFor({ state: "attached" });
      insist(asked(server, "notes.add").at(-1).texts.length === 1, "a picture was doubled as its words");
    },
  ),
];
