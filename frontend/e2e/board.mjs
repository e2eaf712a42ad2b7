// The board by mouse, by key, in the palette, in the outline and by touch, with the fake behind the page. What is asked is looked
// at, so that every way to a command ends in the same request.
import { words } from "./laptop.mjs";

const room = "#/room/s1";
const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);
const note = (page, id = "n33") => page.locator(`.bnote[data-note="${id}"]`);
const soon = (page) => page.clock.runFor(400);
const dialog = (page) => page.getByRole("dialog");
const zoom = async (page) => parseInt(await page.locator(".minimap .zoom").textContent(), 10);

/** Words into the first field of a dialog, and Enter. */
const say = (text) => async (page) => {
  const field = dialog(page).locator("[data-first]");
  await field.fill(text);
  await field.press("Enter");
};
const choose = (name) => (page) => dialog(page).getByRole("button", { name }).first().click();
const arrow = async (page) => {
  await dialog(page).getByLabel("Arrow to which note?").fill("kit");
  await dialog(page).locator(".choices button").first().click();
};
const said = async (page) => {
  await dialog(page).getByLabel("Write a comment").fill("why there?");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
};
const about = (p) => p.note === "n33";

/** Commands that ask something: their name and key, what a dialog is told, and the request in which each ends. */
const asking = [
  { name: "Mark to keep", key: "k", method: "mark.set", ok: (p) => about(p) && p.label === "keep" },
  { name: "Heart", key: "l", method: "mark.set", ok: (p) => about(p) && p.reaction === true },
  { name: "Comment", key: "c", method: "comment.add", then: said, ok: (p) => p.on === "n33" },
  { name: "Arrow", key: "a", method: "connector.add", then: arrow, ok: (p) => p.from === "n33" },
  { name: "Double", key: "Control+d", method: "notes.add", ok: (p) => p.texts.length === 1 },
  { name: "Lock or unlock for participants", key: "", method: "board.lock", ok: (p) => p.record === "n33" && p.locked },
  { name: "Move to…", key: "m", method: "note.move", then: choose("Telling people"), ok: (p) => p.cluster === "c2" },
  { name: "Take away", key: "Delete", method: "notes.remove", ok: (p) => p.notes.join() === "n33" },
];
/** Commands of the whole board. */
const whole = [
  { name: "New cluster", key: "f", method: "cluster.add", then: say("Repairs"), ok: (p) => p.name === "Repairs" },
  { name: "Lock or unlock the board", key: "", method: "board.lock", ok: (p) => p.record === "a1" },
  { name: "Bring everyone here", key: "", method: "pointer.set", ok: (p) => p.gather > 0 },
  { name: "Take back", key: "Control+z", method: "undo" },
  { name: "Do again", key: "Control+Shift+z", method: "redo" },
  { name: "New note", key: "n", method: "note.add", then: (page) => page.keyboard.press("Escape") },
];

async function begin(page) {
  await note(page).waitFor();
  await page.getByRole("button", { name: "Whole board" }).click();
  await soon(page);
}
async function ended(page, server, insist, { name, method, then, ok }, how) {
  await soon(page);
  if (then) await then(page);
  await soon(page);
  const calls = asked(server, method).filter((call) => ok?.(call) ?? true);
  insist(calls.length > 0, `${name} ${how} asked ${JSON.stringify(asked(server, method))} of ${method}`);
  server.asked.length = 0;
}
async function palette(page, name, insist) {
  await page.keyboard.press("Control+k");
  await page.clock.runFor(50);
  insist(await dialog(page).getByRole("combobox").isVisible(), `no palette for ${name}`);
  await dialog(page).getByRole("combobox").fill(name);
  await page.keyboard.press("Enter");
}
async function carry(page, from, by, steps = 5) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps });
  await soon(page);
  await page.mouse.up();
}
const middle = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
};
const flow = (name, act, more = {}) => ({ name: `board: ${name}`, path: room, scene: "cluster", act, ...more });

export { begin, carry, dialog, asked, middle, note, soon, zoom };
export const boardFlows = [
  flow("every command by its key", async ({ page, server, insist }) => {
    await begin(page);
    for (const one of [...asking, ...whole].filter(({ key }) => key !== "")) {
      const at = one.method === "undo" || one.key === "f" || one.key === "n" ? note(page, "n1") : note(page);
      await (one.name === "Do again" ? note(page, "n1") : at).focus();
      if (one.key === "Control+d") await note(page).click({ position: { x: 20, y: 20 } });
      await page.keyboard.press(one.key);
      await ended(page, server, insist, one, "by its key");
    }
    await note(page, "n2").focus();
    await page.keyboard.press("Alt+ArrowRight");
    await ended(
      page,
      server,
      insist,
      { name: "Nudge", method: "notes.place", ok: (p) => p.notes[0].note === "n2" },
      "",
    );
  }),
  flow("what only looks, by its key", async ({ page, server, insist }) => {
    await begin(page);
    await note(page).focus();
    await page.keyboard.press("1");
    await soon(page);
    insist((await zoom(page)) === 100, `1 shows ${await zoom(page)} %`);
    await page.keyboard.press("+");
    await soon(page);
    insist((await zoom(page)) === 125, `+ shows ${await zoom(page)} %`);
    await page.keyboard.press("-");
    await page.keyboard.press("-");
    await soon(page);
    insist((await zoom(page)) === 80, `- shows ${await zoom(page)} %`);
    await page.keyboard.press("0");
    await soon(page);
    insist((await page.locator(".bnote").count()) >= 30, "0 does not show the whole board");
    await page.keyboard.press("Control+a");
    await soon(page);
    insist((await page.locator(".bnote.sel").count()) >= 30, "Ctrl+A does not select all");
    await page.keyboard.press("Escape");
    await soon(page);
    insist((await page.locator(".bnote.sel").count()) === 0, "Esc selects nothing");
    await page.keyboard.press("/");
    await page.getByRole("searchbox", { name: "Find notes" }).fill("kit");
    await soon(page);
    insist((await page.locator(".bnote.dim").count()) > 20, "what was not found is not dimmed");
    await page.keyboard.press("Enter");
    await page.locator(".bnote.sel:not(.dim)").waitFor();
    insist(
      server.asked.every(({ method }) => !/^(note|cluster|undo)/u.test(method)),
      "looking asked for a change",
    );
  }),
  flow("after a dialog the focus is where it was", async ({ page, insist }) => {
    await begin(page);
    for (const key of ["m", "c", "a", "Control+k"]) {
      await note(page).focus();
      await page.keyboard.press(key);
      await dialog(page).waitFor();
      await page.keyboard.press("Escape");
      await soon(page);
      insist((await note(page).and(page.locator(":focus")).count()) === 1, `after ${key} the focus is elsewhere`);
    }
    await palette(page, "Comment", insist);
    await soon(page);
    await page.keyboard.press("Escape");
    await soon(page);
    insist((await note(page).and(page.locator(":focus")).count()) === 1, "after two dialogs the focus is elsewhere");
  }),
  flow("a picture is pasted, and dropped where it is to lie", async ({ page, server, insist }) => {
    await begin(page);
    // A clipboard and a hand that carries a file, as the browser tells of them.
    const bring = (kind) =>
      page.evaluate((what) => {
        const files = new DataTransfer();
        files.items.add(new File([new Uint8Array([1, 2, 3])], "photo.jpg", { type: "image/jpeg" }));
        const target = document.querySelector(".surface");
        const { left, top } = target.getBoundingClientRect();
        const at = { clientX: left + 30, clientY: top + 40, bubbles: true, cancelable: true };
        const event =
          what === "paste"
            ? new ClipboardEvent("paste", { clipboardData: files, bubbles: true, cancelable: true })
            : new DragEvent("drop", { dataTransfer: files, ...at });
        target.dispatchEvent(event);
        return event.defaultPrevented;
      }, kind);
    for (const [kind, placed] of [
      ["paste", false],
      ["drop", true],
    ]) {
      insist(await bring(kind), `${kind} was left to the browser`);
      await dialog(page).getByLabel("What is to be seen?").fill("The well");
      await page.clock.runFor(50);
      await dialog(page).getByRole("button", { name: "Add the picture" }).click();
      await dialog(page).waitFor({ state: "detached" });
      const [sent] = asked(server, "picture.send");
      insist(sent.at === 0 && sent.data === "AQID", `${kind} sent ${JSON.stringify(sent)}`);
      const [added] = asked(server, "picture.add");
      insist(added.text === "The well" && "spot" in added === placed, `${kind} asked ${JSON.stringify(added)}`);
      server.asked.length = 0;
    }
  }),
  flow("every command in the palette", async ({ page, server, insist }) => {
    await begin(page);
    for (const one of [...whole.slice(0, 5), ...asking]) {
      await note(page).click({ position: { x: 20, y: 20 } });
      await soon(page);
      await palette(page, one.name, insist);
      await ended(page, server, insist, one, "in the palette");
    }
    await note(page, "n1").click({ position: { x: 20, y: 20 } });
    await note(page, "n2").click({ position: { x: 20, y: 20 }, modifiers: ["Shift"] });
    await soon(page);
    for (const name of ["Line up on the left", "Line up on top", "Put in a row", "Put in a column"]) {
      await palette(page, name, insist);
      await ended(page, server, insist, { name, method: "notes.place", ok: (p) => p.notes.length === 2 }, "");
    }
    await palette(page, "Colour: blue", insist);
    await ended(page, server, insist, { name: "Colour", method: "notes.recolor", ok: (p) => p.color === "blue" }, "");
    await palette(page, "Tidy up", insist);
    await ended(page, server, insist, { name: "Tidy", method: "notes.place", ok: (p) => p.notes.length === 2 }, "");
  }),
  flow("every command by mouse", async ({ page, server, insist }) => {
    await begin(page);
    const bar = page.locator(".context-bar");
    for (const one of asking) {
      await note(page).click({ position: { x: 20, y: 20 } });
      await soon(page);
      const shown = bar.getByRole("button", { name: one.name, exact: true });
      if ((await shown.count()) === 1) await shown.click();
      else {
        await bar.getByRole("button", { name: "More" }).click();
        await bar.getByRole("menuitem", { name: one.name }).click();
      }
      await ended(page, server, insist, one, "by mouse");
    }
    const dock = page.getByRole("toolbar", { name: "Tools of the board" });
    for (const [tool, method] of [
      ["Lock or unlock the board", "board.lock"],
      ["Bring everyone here", "pointer.set"],
      ["New note", "note.add"],
    ]) {
      await dock.getByRole("button", { name: tool }).click();
      await ended(page, server, insist, { name: tool, method }, "in the dock");
    }
    await page.keyboard.press("Escape");
    await soon(page);
    // The eye came near the new note.
    await page.getByRole("button", { name: "Whole board" }).click();
    await soon(page);
    await page.keyboard.down("Shift");
    const corner = await middle(page.locator('[data-fill="c0"]'));
    const { x, y } = await page.locator('[data-fill="c0"]').boundingBox();
    await carry(page, { x: x - 4, y: y - 4 }, { x: corner.x - x, y: corner.y - y });
    await page.keyboard.up("Shift");
    await soon(page);
    insist((await page.locator(".bnote.sel").count()) > 1, "a box around notes does not select them");
  }),
  flow("every command in the outline", async ({ page, server, insist }) => {
    await begin(page);
    await note(page).focus();
    await page.keyboard.press("o");
    await soon(page);
    const row = page.locator('.orow[data-note="n33"]');
    for (const one of asking) {
      await row.focus();
      await soon(page);
      await row.getByRole("button", { name: "What to do with" }).click();
      await row.getByRole("menuitem", { name: one.name }).click();
      await ended(page, server, insist, one, "in the outline");
    }
    await page.locator('.orow[data-note="n1"]').focus();
    await page.keyboard.press("Enter");
    const field = page.locator('.orow[data-note="n1"] textarea');
    await field.press("End");
    await field.pressSequentially("!");
    await ended(
      page,
      server,
      insist,
      { name: "Write", method: "text.splice", ok: (p) => p.splices[0].ins === "!" },
      "",
    );
    await field.press("Escape");
    await page.locator('.orow[data-note="n1"]:focus').waitFor();
    await page.keyboard.press("Space");
    await page.locator('.orow.sel[data-note="n1"]').waitFor();
    await page.keyboard.press("Alt+ArrowDown");
    await ended(
      page,
      server,
      insist,
      { name: "One on", method: "note.move", ok: (p) => p.note === "n1" && p.after },
      "",
    );
    await page.locator('.orow[data-note="n1"]').focus();
    await page.keyboard.press("ArrowDown");
    insist((await page.locator(".orow:focus").count()) === 1, "the arrow left the rows");
  }),
  flow("a cluster goes by its handle, by keys and by steps, with its notes", async ({ page, server, insist }) => {
    await begin(page);
    const grip = page.locator('[data-grip="c1"]');
    const before = await middle(page.locator('.bnote[data-in="c1"]').first());
    const at = await middle(grip);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 60, at.y + 300, { steps: 5 });
    await soon(page);
    const held = await middle(page.locator('.bnote[data-in="c1"]').first());
    insist(Math.abs(held.y - before.y - 300) < 3, `its notes went ${held.y - before.y} px of 300`);
    await page.mouse.up();
    const placed = (p) => p.cluster === "c1" && p.y > 100;
    await ended(page, server, insist, { name: "Carry", method: "cluster.place", ok: placed }, "by mouse");
    insist((await dialog(page).count()) === 0, "the drag opened the dialog of steps");
    await grip.focus();
    await page.keyboard.press("Alt+Shift+ArrowRight");
    await ended(page, server, insist, { name: "Carry", method: "cluster.place", ok: placed }, "by key");
    await grip.click();
    await dialog(page).getByRole("button", { name: "Down" }).click();
    await ended(page, server, insist, { name: "Carry", method: "cluster.place", ok: placed }, "by steps");
    await dialog(page).getByRole("button", { name: "Back into its row" }).click();
    const home = (p) => p.x === 0 && p.y === 0;
    await ended(page, server, insist, { name: "Settle", method: "cluster.place", ok: home }, "");
  }),
  flow("a hundred lines are pasted as notes", async ({ page, server, insist }) => {
    await begin(page);
    await note(page).focus();
    await palette(page, "Paste a list as notes", insist);
    const lines = Array.from({ length: 100 }, (_, i) => `- line ${i + 1} of the list`).join("\n");
    await dialog(page).getByLabel("Lines or table").fill(lines);
    await dialog(page)
      .getByRole("button", { name: words("Add 100 notes") })
      .click();
    await soon(page);
    insist(asked(server, "notes.add")[0]?.texts.length === 100, "not a hundred notes were asked for");
    await page.keyboard.press("o");
    await soon(page);
    insist((await page.locator(".orow", { hasText: "of the list" }).count()) === 100, "not a hundred notes are shown");
  }),
  flow("many notes of others are not moved without a question", async ({ page, server, insist }) => {
    await begin(page);
    await note(page).focus();
    await page.keyboard.press("Control+a");
    await soon(page);
    await page.keyboard.press("Delete");
    await dialog(page).getByText("written by others").waitFor();
    insist(asked(server, "notes.remove").length === 0, "they were taken away before the answer");
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    insist(asked(server, "notes.remove").length === 0, "no was taken for yes");
    await page.keyboard.press("Delete");
    await dialog(page).getByRole("button", { name: "Take all away" }).click();
    await soon(page);
    insist(asked(server, "notes.remove")[0]?.notes.length > 30, "yes did nothing");
  }),
  flow("fingers pan, pinch and drag a note", async ({ page, server, insist }) => {
    await begin(page);
    const hand = await page.context().newCDPSession(page);
    await hand.send("Emulation.setTouchEmulationEnabled", { enabled: true });
    const touch = async (type, ...points) => {
      const touchPoints = points.map(([x, y], id) => ({ x, y, id }));
      await hand.send("Input.dispatchTouchEvent", { type, touchPoints });
      await soon(page);
    };
    const surface = await page.locator(".surface").boundingBox();
    const [x, y] = [surface.x + surface.width - 320, surface.y + surface.height - 240]; // where no note is
    const before = await middle(note(page));
    await touch("touchStart", [x, y]);
    await touch("touchMove", [x + 30, y - 20]);
    await touch("touchMove", [x + 60, y - 40]);
    await touch("touchEnd");
    const panned = await middle(note(page));
    insist(Math.abs(panned.x - before.x - 60) < 2, `one finger panned ${panned.x - before.x} px of 60`);
    const was = await zoom(page);
    await touch("touchStart", [x, y]);
    await touch("touchStart", [x, y], [x + 100, y]);
    await touch("touchMove", [x, y], [x + 150, y]);
    await touch("touchMove", [x, y], [x + 200, y]);
    await touch("touchEnd");
    insist((await zoom(page)) > was * 1.8, `two fingers zoomed from ${was} to ${await zoom(page)} %`);
    await page.getByRole("button", { name: "Whole board" }).click();
    await soon(page);
    const from = await middle(note(page));
    const to = await middle(page.locator('[data-fill="c2"]'));
    await touch("touchStart", [from.x, from.y]);
    await touch("touchMove", [from.x + 20, from.y - 20]);
    await touch("touchMove", [to.x, to.y]);
    await touch("touchEnd");
    await ended(page, server, insist, { name: "Drag", method: "note.move", ok: (p) => p.cluster === "c2" }, "by touch");
  }),
  flow("one looks where somebody looks, until one looks elsewhere", async ({ page, server, insist }) => {
    await begin(page);
    const look = (cx) =>
      server.notify("pointers", {
        session: "s1",
        pointers: [{ person: "p1", board: "a1", x: 100, y: 100, act: "look", cx, cy: 100, zoom: 1000 }],
      });
    look(100);
    await soon(page);
    await page.getByRole("button", { name: "Look where somebody looks" }).click();
    await page.getByRole("menuitem").first().click();
    await soon(page);
    insist((await zoom(page)) === 100, "the eye did not go there");
    const before = await middle(note(page, "n1"));
    look(300);
    await soon(page);
    const after = await middle(note(page, "n1"));
    insist(Math.abs(before.x - after.x - 200) < 2, `the eye did not go along: ${before.x - after.x}`);
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 40);
    await soon(page);
    await page.getByRole("button", { name: "Look where somebody looks" }).waitFor();
    look(900);
    await soon(page);
    insist((await middle(note(page, "n1"))).x === after.x, "the eye still goes along");
  }),
  flow("a note shows its Markdown and how far it has come", async ({ page, server, insist }) => {
    await begin(page);
    const known = server.record("n33");
    const html = "<p>a <strong>strong</strong> point</p>\n<ul>\n<li>one</li>\n</ul>";
    server.tell({ ...known, text: "a **strong** point\n- one", html, mine: true, sent: "some" });
    await soon(page);
    await note(page).locator("strong", { hasText: "strong" }).waitFor();
    insist((await note(page).getAttribute("aria-label")).includes("Somebody else has it"), "its label does not tell");
    await note(page).dblclick({ position: { x: 20, y: 20 } });
    const field = note(page).locator("textarea");
    insist((await field.inputValue()) === "a **strong** point\n- one", "it is not written in as it was written");
  }),
  flow("a canvas is a board, too", async ({ page, server, insist }) => {
    const zones = ["Now", "Later"].map((title) => ({ title, open: true }));
    const run = server.record("r2");
    const canvas = { layout: "columns", zones, direction: "left-to-right", arrows: false, marks: [] };
    server.tell({ ...run, activityKind: "canvas", board: "a1", canvas });
    await soon(page);
    await page.getByRole("radiogroup", { name: "How to look at it" }).getByText("Board").click();
    await page.getByRole("button", { name: "Whole board" }).click();
    await soon(page);
    const from = await middle(note(page));
    const to = await middle(page.locator('[data-fill="zone/0/Later"]'));
    await carry(page, from, { x: to.x - from.x, y: to.y - from.y });
    const ok = (p) => p.notes[0].note === "n33" && p.zone === "Later";
    await ended(page, server, insist, { name: "Drag", method: "notes.lay", ok }, "into an area");
    await page.locator('[data-fill="zone/0/Later"]').waitFor();
    // Its facilitator locks an area by its title, and opens it in the outline.
    const ended_ = (locked, how) =>
      ended(
        page,
        server,
        insist,
        { name: "Lock", method: "zone.lock", ok: (p) => p.zone === "Later" && p.locked === locked },
        how,
      );
    const lock = page.getByRole("button", { name: words("Lock “Later” for participants") });
    await lock.click();
    await ended_(true, "by its title");
    await page.getByRole("button", { name: "Outline" }).click();
    await soon(page);
    await page.getByRole("button", { name: words("Open “Later” for participants") }).click();
    await ended_(false, "in the outline");
  }),
  flow(
    "who takes part moves nothing out of a locked area, and reads why",
    async ({ page, server, insist }) => {
      await note(page).waitFor();
      const zones = ["Now", "Later"].map((title) => ({ title, open: true, locked: title === "Now" }));
      const canvas = { layout: "columns", zones, direction: "left-to-right", arrows: false, marks: [] };
      server.tell({ id: "p33", kind: "placement", note: "n33", board: server.record("r2").activity, zone: "Now" });
      server.tell({ ...server.record("r2"), activityKind: "canvas", board: "a1", canvas });
      await soon(page);
      const shut = page.getByRole("region", { name: "Now" });
      await shut.getByText("Locked by a facilitator").waitFor();
      insist(
        (await shut.getByRole("textbox").count()) + (await shut.getByRole("combobox").count()) === 0,
        "it can be changed",
      );
      await page.getByRole("radiogroup", { name: "How to look at it" }).getByText("Board").click();
      await page.getByRole("button", { name: "Whole board" }).click();
      await soon(page);
      const from = await middle(note(page));
      const to = await middle(page.locator('[data-fill="zone/0/Later"]'));
      await carry(page, from, { x: to.x - from.x, y: to.y - from.y });
      await soon(page);
      insist(asked(server, "notes.lay").length === 0, "a note left a locked area");
    },
    { facilitator: false },
  ),
];
