// Short stories in the browser: what jsdom cannot show (pointer, layout, real focus, the CSP).
const room = "#/room/s1";
const asked = (server, method) => server.asked.filter((call) => call.method === method).map((call) => call.params);

/** The smallest text a person at the back of the room has to read, as a part of the screen's height. */
const smallestText = (page) =>
  page.evaluate(() => {
    const sizes = [...document.querySelectorAll(".wall *")]
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== ""))
      .filter((element) => !element.closest(".visually-hidden") && element.getClientRects().length > 0)
      .map((element) => parseFloat(getComputedStyle(element).fontSize) / innerHeight);
    return Math.min(...sizes);
  });

const wallFlows = ["waiting", "write", "cluster", "vote", "result", "discuss", "commit"].map((scene) => ({
  name: `the wall (${scene}) can be read from the back and fits its screen`,
  path: "#/wall/s1",
  scene,
  async act({ page, insist }) {
    await page.locator(".wall h1").waitFor();
    const smallest = await smallestText(page);
    insist(smallest >= 1 / 25 - 1e-6, `text of 1/${(1 / smallest).toFixed(1)} of the height`);
    const over = await page.evaluate(() => {
      const low = [...document.querySelectorAll(".wall .wall-body *, .wall .wall-foot *")].filter(
        (element) => element.getClientRects().length > 0 && element.getBoundingClientRect().bottom > innerHeight,
      );
      return low.map((element) => element.className || element.tagName);
    });
    insist(over.length === 0, `below the screen: ${over.join(", ")}`);
  },
}));

export const flows = [
  ...wallFlows,
  {
    name: "the wall shows no draft and nothing of its owner",
    path: "#/wall/s1",
    scene: "write",
    async act({ page, server, insist }) {
      await page.locator(".wall h1").waitFor();
      server.tell({
        id: "secret",
        kind: "note",
        activity: "a1",
        text: "half a thought",
        textRev: 1,
        color: "yellow",
        order: "z",
        mine: true,
        draft: true,
      });
      await page.clock.runFor(500);
      insist(!(await page.content()).includes("half a thought"), "a draft is in the page of the wall");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Wall" }).waitFor();
    },
  },
  {
    name: "a note is dragged into a cluster with the pointer",
    path: room,
    scene: "cluster",
    async act({ page, server, insist }) {
      const note = page.locator('[data-note="n33"]');
      const cluster = page.locator('[data-fill="c2"]');
      await note.waitFor();
      await page.getByRole("button", { name: "Whole board" }).click();
      await page.clock.runFor(300);
      const from = await note.boundingBox();
      const to = await cluster.boundingBox();
      await page.mouse.move(from.x + 30, from.y + 20);
      await page.mouse.down();
      await page.mouse.move(from.x + 60, from.y - 40, { steps: 4 });
      await page.mouse.move(to.x + to.width - 40, to.y + to.height - 60, { steps: 8 });
      insist((await page.locator(".note.drag").count()) === 1, "the note does not follow the hand");
      insist((await page.locator(".fill.over").count()) === 1, "the cluster under the note is not marked");
      insist(asked(server, "note.move").length === 0, "something was asked before the drop");
      await page.mouse.up();
      await page.locator('[data-note="n33"][data-in="c2"]').waitFor();
      const [move] = asked(server, "note.move");
      insist(
        move?.note === "n33" && move.cluster === "c2" && move.after !== undefined,
        `asked ${JSON.stringify(move)}`,
      );
    },
  },
  {
    name: "a click on a note does not move it",
    path: room,
    scene: "cluster",
    async act({ page, server, insist }) {
      await page.locator('[data-note="n33"]').click({ position: { x: 20, y: 20 } });
      insist(asked(server, "note.move").length === 0, "a click asked for a move");
    },
  },
  {
    name: "arrows walk over the board and M moves",
    path: room,
    scene: "cluster",
    async act({ page, server, insist }) {
      await page.locator('[data-note][tabindex="0"]').focus();
      await page.keyboard.press("ArrowRight");
      await page.locator('[data-note="n1"]:focus').waitFor(); // the board shows the note before it gives it the focus
      insist(asked(server, "run.next").length === 0, "the arrow went to the next activity");
      await page.keyboard.press("m");
      await page.getByRole("dialog").getByRole("button", { name: "Telling people" }).click();
      insist(asked(server, "note.move")[0]?.cluster === "c2", "the note was not moved by menu");
    },
  },
  {
    name: "a gap in the numbers asks for a snapshot",
    path: room,
    scene: "write",
    facilitator: false,
    async act({ page, server, insist }) {
      server.tell({ id: "facedown/r1", kind: "facedown", run: "r1", count: 40, writers: 12 });
      await page
        .getByText(/in the room/u)
        .filter({ hasText: "44" })
        .waitFor();
      server.skip();
      server.tell({ id: "facedown/r1", kind: "facedown", run: "r1", count: 41, writers: 12 });
      await page
        .getByText(/in the room/u)
        .filter({ hasText: "45" })
        .waitFor();
      insist(asked(server, "view.snapshot").length === 1, "no snapshot was asked for");
    },
  },
  {
    name: "the participant's box has what is needed at 360 px without scrolling",
    path: room,
    scene: "write",
    facilitator: false,
    width: 360,
    height: 640,
    async act({ page, insist }) {
      for (const name of ["Add idea", "Ready"]) {
        const box = await page.getByRole("button", { name, exact: true }).boundingBox();
        insist(box && box.y + box.height <= 640, `${name} is below the fold`);
        insist(box.height >= 44, `${name} is ${box.height} px high`);
      }
    },
  },
  {
    name: "the timer counts down and Next is the one filled button",
    path: room,
    scene: "write",
    async act({ page, insist }) {
      const timer = page.getByRole("timer");
      const before = await timer.textContent();
      await page.clock.runFor(3_000);
      insist(before !== (await timer.textContent()), "the clock stands still");
      insist((await page.locator(".btn.primary:visible").count()) === 1, "not one filled button");
    },
  },
  {
    name: "the record's links stay inside and its HTML is only what was sanitized",
    path: "#/record/s1",
    scene: "closed",
    async act({ page, insist }) {
      await page.getByRole("link", { name: "One way of testing" }).click();
      insist(new URL(page.url()).hash === "#/record/s1", "a link left the record");
      await page.getByRole("button", { name: "Save record" }).click();
      await page.getByText("clean-water-pilot-2026-11-23").waitFor();
    },
  },
  {
    name: "German is spoken when chosen, and the choice stays",
    path: "#/",
    async act({ page }) {
      await page.getByRole("button", { name: "Settings" }).click();
      await page.getByText("Deutsch").click();
      await page.getByRole("heading", { name: "Einstellungen" }).waitFor();
      await page.reload();
      await page.getByRole("heading", { name: "Treffen", exact: true }).waitFor();
    },
  },
];
