// The rows board-500, board-2000, board-5000 and board-20000 of `make bench`: our board in headless Chromium beside the least
// page that shows the same notes (bare.js), under the same hands: first frame, and CPU of the main thread for each frame while
// it pans at full size and at fit, drags, and while others write, move, add or delete 30 times a second. node bench/board.mjs [notes,...] [part]
// Where PROFILE names a folder, what the main thread did goes there as .cpuprofile of each scene (and the figures are then not
// comparable). Functions keep their names in a page of `vite build --minify false`.
import { appendFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launch } from "../e2e/browser.mjs";
import { serve } from "./serve.mjs";

const [sizes = "500,2000,5000,20000", part = ""] = process.argv.slice(2);
const viewport = { width: 1440, height: 900 };
/** The row with a bar is measured three times and its median taken; the others say how it grows. */
const times = (notes) => (process.env.PROFILE ? 1 : notes === 2000 ? 3 : 1);
const steps = 60;
const bar = 2;
const still = 1000 / 60;

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const profiles = process.env.PROFILE ?? "";

/** Calls act, and keeps what the main thread did meanwhile where that was asked for. */
async function profiled({ probe, label }, scene, act) {
  if (profiles === "") return act();
  await probe.send("Profiler.enable");
  await probe.send("Profiler.setSamplingInterval", { interval: 250 });
  await probe.send("Profiler.start");
  try {
    return await act();
  } finally {
    const { profile } = await probe.send("Profiler.stop");
    writeFileSync(join(profiles, `${label}-${scene}.cpuprofile`), JSON.stringify(profile));
  }
}

const pause = (page, ms) => page.evaluate((wait) => new Promise((done) => setTimeout(done, wait)), ms);

/** A page that is measured: its own context, so its own process. */
async function opened(browser, address, ready, label) {
  const context = await browser.newContext({ viewport, locale: "en-GB", reducedMotion: "reduce" });
  const page = await context.newPage();
  const probe = await context.newCDPSession(page);
  await probe.send("Performance.enable", { timeDomain: "threadTicks" });
  await page.addInitScript((selector) => {
    window.frames_ = 0;
    const count = () => {
      window.frames_++;
      if (window.first_ === undefined && document.querySelector(selector)) {
        window.first_ = 0; // the frame in which they are drawn ends before the next one begins
        requestAnimationFrame((now) => (window.first_ = now));
      }
      requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
  }, ready);
  await profiled({ probe, label }, "first", async () => {
    // Nothing of ours is run in the page meanwhile: what asks it whether it is there takes 10 ms of its main thread.
    await page.goto(address, { waitUntil: "commit" });
    await new Promise((done) => setTimeout(done, 1500));
    await page.waitForFunction(() => window.first_ > 0, undefined, { timeout: 120_000 });
  });
  const first = await page.evaluate(() => window.first_);
  await pause(page, 1500);
  return { context, page, probe, first, label };
}

async function metrics({ probe }) {
  const { metrics: list } = await probe.send("Performance.getMetrics");
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

/** CPU milliseconds of the main thread for each frame while act runs. The bare page may draw few: that it can no more is its cost. */
async function cost(it, act) {
  const frames = () => it.page.evaluate(() => window.frames_);
  const [cpu, count] = [await metrics(it), await frames()];
  await act();
  const [then, now] = [await metrics(it), await frames()];
  if (now - count < (it.floor ? 1 : 10)) throw new Error(`only ${now - count} frames`);
  return ((then.TaskDuration - cpu.TaskDuration) * 1000) / (now - count);
}

/** Calls act once in each sixtieth of a second, whatever the page does. */
async function steadily(count, act) {
  const begun = performance.now();
  for (let i = 0; i < count; i++) {
    const wait = begun + i * still - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    await act(i);
  }
}

/** Others do something in every second frame. */
const others = (it, act) => cost(it, () => steadily(steps, (i) => (i % 2 === 0 ? act() : undefined)));

const scenes = {
  async pan(it, server, surface) {
    await it.page.mouse.move(surface.x + surface.width / 2, surface.y + surface.height / 2);
    return cost(it, () =>
      steadily(steps, (i) => it.page.mouse.wheel(i < steps / 2 ? 24 : -24, i < steps / 2 ? 12 : -12)),
    );
  },
  async remote(it, server) {
    return others(it, server.edit);
  },
  async drag(it, server, surface) {
    // A note near the middle, whatever it is.
    const at = await it.page.evaluate(({ x, y, width, height }) => {
      for (let dy = 0; dy < height / 2; dy += 20)
        for (let dx = 0; dx < width / 2; dx += 20) {
          const found = document.elementFromPoint(x + width / 4 + dx, y + height / 4 + dy)?.closest("[data-note]");
          if (found) return { x: x + width / 4 + dx, y: y + height / 4 + dy };
        }
      return undefined;
    }, surface);
    if (!at) throw new Error("no note to drag");
    await it.page.mouse.move(at.x, at.y);
    await it.page.mouse.down();
    await it.page.mouse.move(at.x + 20, at.y + 20, { steps: 3 });
    const spent = await cost(it, () =>
      steadily(steps, (i) =>
        it.page.mouse.move(
          at.x + 20 + (i < steps / 2 ? i : steps - i) * 5,
          at.y + 20 + (i < steps / 2 ? i : steps - i) * 3,
        ),
      ),
    );
    await it.page.mouse.up();
    await pause(it.page, 300);
    return spent;
  },
  async fit(it, server, surface) {
    await it.fit();
    await pause(it.page, 600);
    await it.page.mouse.move(surface.x + surface.width / 2, surface.y + surface.height / 2);
    return cost(it, () => steadily(steps, (i) => it.page.mouse.wheel(i < steps / 2 ? 6 : -6, i < steps / 2 ? 3 : -3)));
  },
  async "fit-remote"(it, server) {
    return others(it, server.edit);
  },
  async "fit-move"(it, server) {
    server.settle();
    await pause(it.page, 600);
    return others(it, server.move);
  },
  async "fit-add"(it, server) {
    return others(it, server.add);
  },
  async "fit-delete"(it, server) {
    return others(it, server.remove);
  },
  async move(it, server, surface) {
    await it.near(server.bounds());
    await it.page.mouse.move(surface.x + surface.width / 2, surface.y + surface.height / 2);
    await pause(it.page, 600);
    return others(it, server.move);
  },
  async add(it, server) {
    return others(it, server.add);
  },
  async delete(it, server) {
    return others(it, server.remove);
  },
};

/** From the whole board to full size at its left top, where the bare page begins: both show the same notes. */
async function near({ page, fit }, surface, bounds) {
  await page.keyboard.press("Escape");
  await fit();
  await pause(page, 800);
  const whole = fitted(bounds, { w: surface.width, h: surface.height });
  await page.mouse.move(surface.x + whole.x, surface.y + whole.y);
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, Math.log(whole.z) / 0.0025);
  await page.keyboard.up("Control");
  await pause(page, 800);
}

async function measure(it, server, surface) {
  const found = { first: it.first };
  for (const [name, act] of Object.entries(scenes)) {
    found[name] = await profiled(it, name, () => act(it, server, surface));
    if (name === "drag") Object.assign(found, await held(it, "near"));
    if (name === "fit-remote") Object.assign(found, await held(it, "fit"));
  }
  return found;
}

/** What the page holds: JS heap after a collection, and elements. */
async function held(it, where) {
  await it.probe.send("HeapProfiler.collectGarbage");
  const now = await metrics(it);
  const elements = await it.page.evaluate(() => document.querySelectorAll("*").length);
  return { [`heap-${where}`]: now.JSHeapUsedSize / 1e6, [`dom-${where}`]: elements };
}

const browser = await launch();
const server = await serve();
const { fitted } = server;
const rows = [];
const round = (value) => Math.round(value * 1000) / 1000;
/** Measures a board of so many notes, and tells its rows. */
async function size(notes) {
  const runs = { ours: [], bare: [] };
  for (let i = 0; i < times(notes); i++) {
    let bounds = await server.set(notes);
    const ours = await opened(
      browser,
      `${server.url}/#/room/s1&token=0123456789abcdef`,
      "[data-note], canvas.far",
      `${notes}-ours`,
    );
    const surface = await ours.page.locator(".surface").boundingBox();
    ours.fit = () => ours.page.getByRole("button", { name: "Whole board" }).click();
    ours.near = (all) => near(ours, surface, all);
    await ours.near(bounds);
    runs.ours.push(await measure(ours, server, surface));
    await ours.context.close();
    bounds = await server.set(notes);
    const { x, y, width, height } = surface;
    const bare = await opened(
      browser,
      `${server.url}/bare.html?rect=${[x, y, width, height]}`,
      "[data-note]",
      `${notes}-bare`,
    );
    bare.floor = true;
    bare.near = (all) => bare.page.evaluate((where) => window.near(where), all);
    bare.fit = () => bare.page.evaluate((all) => window.fit(all), bounds);
    runs.bare.push(await measure(bare, server, surface));
    await bare.context.close();
  }
  for (const name of Object.keys(runs.ours[0])) {
    const [value, against] = [runs.ours, runs.bare].map((list) => median(list.map((run) => run[name])));
    if (part !== "" && !name.includes(part)) continue;
    const unit = name.startsWith("heap") ? "MB" : name.startsWith("dom") ? "nodes" : "ms";
    const counted = unit === "ms";
    const row = {
      name: `board-${notes}-${name}`,
      value: round(value),
      unit,
      bar: counted ? round(bar * against) : 0,
      ok: counted ? value <= bar * against : true,
      against: round(against),
      ratio: round(value / against),
    };
    rows.push(row);
    console.log(
      `${row.name.padEnd(24)} ${String(row.value).padStart(10)} ${unit.padEnd(6)} against ${String(row.against).padStart(10)}  ratio ${row.ratio}${row.ok ? "" : "  OUTSIDE"}`,
    );
  }
}

try {
  for (const notes of sizes.split(",").map(Number)) {
    const before = rows.length;
    try {
      await size(notes);
    } catch (error) {
      // A page that cannot draw so many says so; the other sizes are measured all the same.
      console.error(`board-${notes}: not measured: ${error instanceof Error ? error.message : String(error)}`);
      process.exitCode = 1;
    }
    if (process.env.CONVENE_BENCH)
      appendFileSync(
        process.env.CONVENE_BENCH,
        rows
          .slice(before)
          .map((row) => `${JSON.stringify(row)}\n`)
          .join(""),
      );
  }
} finally {
  await browser.close();
  await server.stop();
}
