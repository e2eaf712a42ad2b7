// What hands and keys hit on the board, and where the focus is afterwards, with the fake behind the page.
import { asked, begin, carry, middle, note, soon } from "./board.mjs";
import { words } from "./laptop.mjs";

const flow = (name, act, more = {}) => ({ name: `board: ${name}`, path: "#/room/s1", scene: "cluster", act, ...more });
const corner = { position: { x: 20, y: 20 } };
const focused = (page) =>
  page.evaluate(() => document.activeElement?.dataset["note"] ?? document.activeElement?.tagName);
const sel = (page) => page.locator(":is(.bnote, .orow).sel").evaluateAll((all) => all.map((el) => el.dataset["note"]));
/** Presses a key and gives the page the time to answer. */
async function press(page, key) {
  await page.keyboard.press(key);
  await soon(page);
}
async function tap(page, id, more = {}) {
  await note(page, id).click({ ...corner, ...more });
  await soon(page);
}

export const handFlows = [
  flow("a key hits the note that has the focus, a menu the note whose it is", async ({ page, server, insist }) => {
    await begin(page);
    await tap(page, "n1");
    await press(page, "ArrowRight");
    const next = await focused(page);
    insist(
      next !== "n1" && (await sel(page)).join() === next,
      `the focus is on ${next}, selected is ${await sel(page)}`,
    );
    await press(page, "Control+ArrowRight");
    const beyond = await focused(page);
    insist(beyond !== next && (await sel(page)).join() === next, "Ctrl and an arrow select");
    await press(page, "Shift+ArrowRight");
    insist((await sel(page)).length >= 2, "Shift and an arrow do not add");
    await tap(page, "n1");
    await press(page, "Control+ArrowRight");
    const hit = await focused(page);
    await press(page, "Delete");
    const gone = asked(server, "notes.remove").map(({ notes }) => notes.join());
    insist(gone.join() === hit, `Delete on ${hit} took ${gone} away`);
    server.asked.length = 0;
    await tap(page, "n1");
    await press(page, "o");
    const row = page.locator('.orow[data-note="n33"]');
    await row.focus();
    await soon(page);
    await row.getByRole("button", { name: "What to do with" }).click();
    await row.getByRole("menuitem", { name: "Take away" }).click();
    await soon(page);
    insist(asked(server, "notes.remove")[0]?.notes.join() === "n33", JSON.stringify(asked(server, "notes.remove")));
  }),
  flow("the bar does to all that are selected, and offers nothing else", async ({ page, server, insist }) => {
    await begin(page);
    await tap(page, "n1");
    await tap(page, "n2", { modifiers: ["Shift"] });
    const bar = page.locator(".context-bar");
    insist((await bar.getByRole("button", { name: "Comment" }).count()) === 0, "it comments on one of two");
    await note(page).focus();
    await bar.getByRole("button", { name: "More" }).click();
    await bar.getByRole("menuitem", { name: "Take away" }).click();
    await soon(page);
    insist(asked(server, "notes.remove")[0]?.notes.join() === "n1,n2", JSON.stringify(asked(server, "notes.remove")));
    insist((await focused(page)) !== "BODY", "the focus is nowhere");
  }),
  flow("the focus stays on the board after Delete and after each step of a note", async ({ page, server, insist }) => {
    await begin(page);
    await note(page, "n1").focus();
    await page.evaluate(() => {
      window.told = [];
      const region = document.querySelector("[data-board] > [aria-live]");
      new MutationObserver(() => window.told.push(region.textContent)).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    for (let i = 0; i < 4; i++) await press(page, "Alt+ArrowRight");
    insist((await focused(page)) === "n1", `after four steps the focus is on ${await focused(page)}`);
    insist(asked(server, "notes.place").length === 4, `${asked(server, "notes.place").length} of four steps were done`);
    const told = await page.evaluate(() => window.told);
    insist(told.length === 4 && told[0].includes("Now loose"), `four steps were told as ${JSON.stringify(told)}`);
    await note(page).focus();
    await press(page, "Delete");
    const next = await focused(page);
    insist(/^n\d+$/u.test(next) && next !== "n33", `after Delete the focus is on ${next}`);
    await press(page, "ArrowUp");
    insist((await focused(page)) !== next, "the arrows are dead after Delete");
    await press(page, "o");
    const row = await focused(page);
    await press(page, "Delete");
    insist(
      /^n\d+$/u.test(await focused(page)) && (await focused(page)) !== row,
      "after Delete in the outline it is nowhere",
    );
  }),
  flow("Space selects notes that do not touch, and pauses nobody", async ({ page, server, insist }) => {
    await begin(page);
    await note(page, "n1").focus();
    await press(page, "Space");
    await note(page).focus();
    await press(page, "Space");
    insist((await sel(page)).join() === "n1,n33", `selected are ${await sel(page)}`);
    await page
      .locator("[data-board] > [aria-live]", { hasText: words("2 notes selected") })
      .waitFor({ state: "attached" });
    await press(page, "Space");
    insist((await sel(page)).join() === "n1", "a second Space does not let go");
    const clock = server.asked.map(({ method }) => method).filter((method) => /^run|pause/u.test(method));
    insist(clock.length === 0, `Space asked ${clock}`);
  }),
  flow("what a hand holds stays under it, and Escape puts it back", async ({ page, server, insist }) => {
    await begin(page);
    const { x, y } = await middle(note(page));
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y + 30, { steps: 4 });
    await soon(page);
    const under = async (hand, how) => {
      const at = await middle(note(page));
      const off = Math.hypot(at.x - hand.x, at.y - hand.y);
      insist(off < 3, `${how} the note is ${Math.round(off)} px from the hand`);
    };
    await under({ x: x + 40, y: y + 30 }, "at first");
    // Somebody takes away what lay before it in its cluster.
    const cluster = await note(page).getAttribute("data-in");
    const all = await page
      .locator(`.bnote[data-in="${cluster}"]`)
      .evaluateAll((list) => list.map((el) => el.dataset.note));
    for (const id of all.filter((one) => one !== "n33").slice(0, 2)) server.drop(id);
    await soon(page);
    await under({ x: x + 40, y: y + 30 }, "after others took notes away");
    await page.mouse.wheel(0, 60);
    await soon(page);
    await under({ x: x + 40, y: y + 30 }, "after a turn of the wheel");
    const bottom = await page.locator(".surface").boundingBox();
    const eye = () =>
      page
        .locator(".world")
        .first()
        .evaluate((el) => new DOMMatrix(getComputedStyle(el).transform).f);
    const before = await eye();
    await page.mouse.move(x + 40, bottom.y + bottom.height - 8, { steps: 3 });
    await soon(page);
    insist((await eye()) < before - 20, "the board does not go on at its rim");
    await under({ x: x + 40, y: bottom.y + bottom.height - 8 }, "at the rim");
    await page.keyboard.press("Escape");
    await soon(page);
    const still = await eye();
    await page.mouse.up();
    await soon(page);
    insist((await eye()) === still, "the board goes on without a hand");
    insist(asked(server, "notes.place").length + asked(server, "note.move").length === 0, "Escape set it down");
    await page.getByRole("button", { name: "Whole board" }).click();
    await soon(page);
    const again = await middle(note(page));
    const free = { x: bottom.x + bottom.width - 380, y: bottom.y + bottom.height - 160 };
    await carry(page, again, { x: free.x - again.x, y: free.y - again.y });
    await soon(page);
    insist(asked(server, "notes.place").length === 1, "it is not set down where nothing is");
    const there = await middle(note(page));
    insist(Math.hypot(there.x - free.x, there.y - free.y) < 4, `it was set down at ${JSON.stringify(there)}`);
  }),
  flow(
    "the first that is heard of somebody may be a call, and the eye is told by itself",
    async ({ page, server, insist }) => {
      await begin(page);
      const told = () => asked(server, "pointer.set").filter(({ board }) => board === "a1");
      const looks = (gather, cx) => ({
        person: "p1",
        board: "a1",
        x: 1,
        y: 1,
        act: "look",
        cx,
        cy: 100,
        zoom: 1000,
        gather,
      });
      const tell = async (one) => {
        server.notify("pointers", { session: "s1", pointers: [one] });
        await soon(page);
      };
      const now = Math.floor((await page.evaluate(() => Date.now())) / 1000);
      const whole = await middle(note(page, "n1"));
      await tell({ ...looks(now - 600, 900), person: "p2" });
      insist((await middle(note(page, "n1"))).x === whole.x, "an old call moved the eye");
      await tell(looks(now, 300));
      insist((await page.locator(".minimap .zoom").textContent()).startsWith("100"), "the first call moved nothing");
      server.asked.length = 0;
      await page.locator(".surface").hover({ position: { x: 600, y: 300 } });
      await soon(page);
      const before = told().at(-1);
      await page.mouse.wheel(0, 80);
      await soon(page);
      const after = told().at(-1);
      insist(after.cy === before.cy + 80 && after.y === before.y + 80, `told ${JSON.stringify([before, after])}`);
      await note(page, "n1").focus();
      await press(page, "+");
      insist(told().at(-1).zoom === 1250, `a key of the zoom told ${JSON.stringify(told().at(-1))}`);
    },
  ),
  flow("Enter goes around what was found, and filters narrow it in both views", async ({ page, server, insist }) => {
    await begin(page);
    await note(page, "n1").focus();
    await press(page, "/");
    const field = page.getByRole("searchbox", { name: "Find notes" });
    await field.fill("kit");
    await soon(page);
    const count = await page.locator(".bnote:not(.dim)").count();
    const stood = [];
    for (let i = 0; i <= count; i++) {
      await press(page, "Enter");
      stood.push((await sel(page)).join());
    }
    insist(new Set(stood).size === count && stood[0] === stood[count], `Enter stood at ${stood.join(" ")}`);
    await page.locator(".finding [role=status]", { hasText: words(`1 of ${count}`) }).waitFor();
    await press(page, "Shift+Enter");
    insist((await sel(page)).join() === stood[count - 1], "Shift and Enter do not go back");
    await press(page, "Escape");
    insist((await focused(page)) === stood[count - 1], `Escape put the focus on ${await focused(page)}`);
    const known = server.record("n33");
    server.tell({ ...known, color: "cyan" });
    await soon(page);
    await press(page, "/");
    await page.getByLabel("Colour", { exact: true }).selectOption("cyan");
    await soon(page);
    const cyan = await page.locator(".bnote:not(.dim)").evaluateAll((all) => all.map((el) => el.dataset["note"]));
    insist(cyan.includes("n33") && (await page.locator(".bnote.dim").count()) > 0, `found are ${cyan}`);
    await page.getByRole("button", { name: "Outline" }).click();
    await soon(page);
    const rows = await page.locator(".orow[data-in]").evaluateAll((all) => all.map((el) => el.dataset["note"]));
    insist(rows.join() === cyan.join(), `rows are ${rows}`);
    await page.locator(".orow").first().focus();
    for (let i = 1; i < rows.length; i++) {
      await press(page, "ArrowDown");
      insist((await focused(page)) === rows[i], `the arrow came to ${await focused(page)}`);
    }
    // What is written in stays, though it is not found any more.
    await press(page, "Home");
    await press(page, "Enter");
    const field_ = page.locator(`.orow[data-note="${rows[0]}"] textarea`);
    server.tell({ ...server.record(rows[0]), color: "red" });
    await soon(page);
    insist((await field_.count()) === 1, "the field went away while somebody wrote in it");
  }),
  flow(
    "several are selected by finger: one after the other, by a long press, and in the outline",
    async ({ page, insist }) => {
      await begin(page);
      await tap(page, "n1");
      await tap(page, "n2");
      insist((await sel(page)).join() === "n2", "a press does not select only what it hits");
      await page.getByRole("button", { name: "Select several" }).click();
      await tap(page, "n1");
      insist((await sel(page)).join() === "n1,n2", `selected are ${await sel(page)}`);
      await note(page, "n1").focus();
      await press(page, "Escape");
      insist(
        (await page.getByRole("button", { name: "Select several" }).getAttribute("aria-pressed")) === "false",
        "Esc",
      );
      await tap(page, "n2");
      const hand = await page.context().newCDPSession(page);
      await hand.send("Emulation.setTouchEmulationEnabled", { enabled: true });
      const { x, y } = await middle(note(page));
      await hand.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x, y }] });
      await page.clock.runFor(600);
      await hand.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
      await soon(page);
      insist((await sel(page)).join() === "n2,n33", `a long press leaves ${await sel(page)} selected`);
      await page.getByRole("button", { name: "Outline" }).click();
      await soon(page);
      await page.locator('.orow[data-note="n1"] .words, .orow[data-note="n1"] p').first().click();
      await soon(page);
      insist((await sel(page)).join() === "n1", "a press on a row does not select it");
      await page.locator('.orow[data-note="n2"] .pick').click();
      await soon(page);
      insist((await sel(page)).join() === "n1,n2", "its box does not add it");
      insist((await focused(page)) === "n2", "after its box the arrows are dead");
    },
  ),
  flow(
    "an arrow is told, pressed and changed in both views, and drawn from a cluster",
    async ({ page, server, insist }) => {
      await begin(page);
      server.tell({ id: "k1", kind: "connector", activity: "a1", from: "n1", to: "n33", label: "causes", sign: "+" });
      await soon(page);
      insist((await note(page, "n1").getAttribute("aria-label")).includes("1 arrow"), "its note does not tell of it");
      await page.locator('[data-arrow="k1"]').focus();
      await press(page, "Enter");
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Sign of the arrow").selectOption("-");
      await soon(page);
      insist(asked(server, "connector.edit")[0]?.sign === "-", JSON.stringify(asked(server, "connector.edit")));
      await press(page, "Escape");
      const spot = await page.locator('[data-arrow="k1"] .hit').evaluate((path) => {
        const box = path.ownerSVGElement.getBoundingClientRect();
        const zoom = new DOMMatrix(getComputedStyle(path.closest(".world")).transform).a;
        for (let i = 1; i < 40; i++) {
          const { x, y } = path.getPointAtLength((path.getTotalLength() * i) / 40);
          const at = { x: box.x + x * zoom, y: box.y + y * zoom };
          if (document.elementFromPoint(at.x, at.y) === path) return at;
        }
        return undefined;
      });
      insist(spot, "no place of the arrow can be pressed");
      await page.mouse.click(spot.x, spot.y);
      await soon(page);
      await dialog.getByLabel("What the arrow says").waitFor();
      await press(page, "Escape");
      await note(page, "n1").focus();
      await press(page, "o");
      const row = page.locator("li", { has: page.locator('.orow[data-note="n1"]') }).last();
      await row.getByText(words("Arrow to")).waitFor();
      await row.getByRole("button", { name: words("What to do with “Arrow to") }).click();
      await row.getByRole("menuitem", { name: "Remove arrow" }).click();
      await soon(page);
      insist(asked(server, "connector.remove")[0]?.connector === "k1", "it is not taken away in the outline");
      await page.locator('section[data-cluster="c1"] header').getByRole("button", { name: "What to do with" }).click();
      await page.getByRole("menuitem", { name: "Arrow", exact: true }).click();
      await dialog.getByLabel("Arrow to which note?").fill("kit");
      await dialog.locator(".choices button").first().click();
      await soon(page);
      insist(asked(server, "connector.add")[0]?.from === "c1", JSON.stringify(asked(server, "connector.add")));
    },
  ),
  flow("Tab comes from a note to its bar, then to one title, and leaves the board", async ({ page, insist }) => {
    await begin(page);
    await note(page, "n1").focus();
    await press(page, "1");
    await press(page, "Control+a");
    const bar = await page.locator(".context-bar").boundingBox();
    const surface = await page.locator(".surface").boundingBox();
    insist(bar.y >= surface.y && bar.y + bar.height <= surface.y + surface.height, `the bar is at ${bar.y}`);
    insist(bar.x >= surface.x && bar.x + bar.width <= surface.x + surface.width, `the bar is at ${bar.x}`);
    await press(page, "0");
    await tap(page, "n1");
    await press(page, "Tab");
    insist(await page.evaluate(() => document.activeElement.closest(".context-bar") !== null), "Tab passes the bar by");
    const stops = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      const title = await page.evaluate(() => {
        const el = document.activeElement;
        return el.closest(".minimap") ? "out" : (el.closest("[data-cluster]")?.dataset["cluster"] ?? "");
      });
      if (title === "out") break;
      if (title !== "") stops.push(title);
    }
    insist(stops.length > 0 && stops.length <= 4 && new Set(stops).size === 1, `Tab stops at ${stops}`);
    await page.locator(`[data-grip="${stops[0]}"]`).focus();
    await press(page, "ArrowRight");
    const next = await page.evaluate(() => document.activeElement.closest("[data-cluster]")?.dataset["cluster"]);
    insist(next !== undefined && next !== stops[0], `the arrow came to ${next}`);
  }),
  flow("the small board shows colours and people, and is dragged", async ({ page, server, insist }) => {
    await begin(page);
    const pointer = { person: "p1", board: "a1", x: 100, y: 100, act: "look", cx: 100, cy: 100, zoom: 1000 };
    server.notify("pointers", { session: "s1", pointers: [pointer] });
    await page.clock.runFor(1500);
    insist((await page.locator(".mapbox b").count()) === 1, "nobody is seen on it");
    const hues = () =>
      page.locator(".mapbox canvas").evaluate((canvas) => {
        // Read from a copy: the page's own canvas is never read.
        const copy = new OffscreenCanvas(canvas.width, canvas.height).getContext("2d", { willReadFrequently: true });
        copy.drawImage(canvas, 0, 0);
        const { data } = copy.getImageData(0, 0, canvas.width, canvas.height);
        const seen = new Map();
        for (let i = 0; i < data.length; i += 4)
          if (data[i + 3] === 255) {
            const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
            seen.set(key, (seen.get(key) ?? 0) + 1);
          }
        return [...seen].filter(([, count]) => count > 40).map(([key]) => key);
      });
    const light = await hues();
    insist(light.length >= 3, `its colours are ${light.join(" ")}`);
    await page.evaluate(() => (document.documentElement.dataset["theme"] = "dark"));
    await page.clock.runFor(1500);
    insist((await hues()).join() !== light.join(), "it does not follow the theme");
    await note(page, "n1").focus();
    await press(page, "1");
    const { x, y, width, height } = await page.locator(".mapbox").boundingBox();
    const eye = () => page.locator(".world").first().getAttribute("style");
    await page.mouse.move(x + width / 3, y + height / 3);
    await page.mouse.down();
    await soon(page);
    const first = await eye();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 3 });
    await soon(page);
    insist((await eye()) !== first, "a drag on it moves nothing");
    await page.mouse.up();
  }),
];
