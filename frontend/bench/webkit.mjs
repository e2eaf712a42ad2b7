// The rows board-webkit-500, -2000 and -5000: our board in WebKitGTK, the engine of the window on Linux, beside a page on which
// every note is an element (bare.js with all=1), and both in Chromium in the same run. MiniBrowser, which comes with
// libwebkit2gtk-4.1, runs under Xvfb; WebKit's own inspector drives it, so no input tool and no window manager is needed.
// What is counted is CPU of the whole tree of processes, for engines draw in others than the one that runs the script.
// node --experimental-websocket bench/webkit.mjs [notes,...]; MINIBROWSER names another MiniBrowser.
import { spawn } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../build/inspector.mjs";
import { launch } from "../e2e/browser.mjs";
import { serve } from "./serve.mjs";

const [sizes = "500,2000,5000"] = process.argv.slice(2);
const bar = 0.7;
const frames = 60; // of each scene; in the page it is said once more
const viewport = { width: 1440, height: 900 };
const path = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";
const browserPath = process.env.MINIBROWSER ?? path;
if (!existsSync(browserPath))
  throw new Error(`no MiniBrowser at ${browserPath}: install libwebkit2gtk-4.1-0, or name one in MINIBROWSER`);
const tick = 10; // milliseconds of CPU in one unit of /proc

/** CPU milliseconds that a process and all below it have used. */
function spent(root) {
  const parents = new Map();
  const used = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
      parents.set(Number(pid), Number(fields[1]));
      used.set(Number(pid), (Number(fields[11]) + Number(fields[12])) * tick);
    } catch {
      continue; // it ended meanwhile
    }
  }
  let sum = 0;
  for (const pid of used.keys()) {
    let at = pid;
    while (at > 1 && at !== root) at = parents.get(at) ?? 0;
    if (at === root) sum += used.get(pid);
  }
  return sum;
}

const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
const ended = (child) =>
  new Promise((done) => {
    if (child.exitCode !== null) done();
    child.once("exit", done);
    child.kill("SIGTERM");
  });

/** An X server of our own, on the first display that is free. */
async function display() {
  const child = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1600x1100x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const number = await new Promise((done, fail) => {
    child.stdout.once("data", (text) => done(String(text).trim()));
    child.once("exit", () => fail(new Error("Xvfb did not start")));
    child.once("error", fail);
  });
  return { name: `:${number}`, stop: () => ended(child) };
}

/** Whether a page shows notes. */
const drawn = '!!document.querySelector("[data-note], canvas.far")';

/** What a page is asked, in either engine: a scene of so many frames, told by the events a hand would make. */
const scene = async (name, bounds, whole) => {
  const surface = document.querySelector(".surface, #surface");
  const { left, top, width, height } = surface.getBoundingClientRect();
  const next = () => new Promise((done) => requestAnimationFrame(done));
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  if (name === "fit") {
    if (window.fit) window.fit(bounds);
    else document.querySelector('.minimap button:last-of-type, .minimap [aria-label^="Whole board"]')?.click();
    for (let i = 0; i < 40; i++) await next();
    return 0;
  }
  if (name === "near") {
    // From the whole board to full size at its left top, where the other page begins.
    const corner = { ...at, clientX: left + whole.x, clientY: top + whole.y };
    surface.dispatchEvent(new WheelEvent("wheel", { ...corner, ctrlKey: true, deltaY: Math.log(whole.z) / 0.0025 }));
    for (let i = 0; i < 60; i++) await next();
    return 0;
  }
  const step = name.startsWith("pan") ? 24 : 6;
  const begun = performance.now();
  const count = 60;
  for (let i = 0; i < count; i++) {
    const by = i < count / 2 ? step : -step;
    surface.dispatchEvent(new WheelEvent("wheel", { ...at, deltaX: by, deltaY: by / 2 }));
    await next();
  }
  return (performance.now() - begun) / count;
};

/** A page in WebKitGTK; ask runs a function in it, with its arguments. */
async function webkit(screen, address) {
  const home = mkdtempSync(join(tmpdir(), "convene-webkit-"));
  const port = await freePort();
  const child = spawn(browserPath, [`--geometry=${viewport.width}x${viewport.height}`, address], {
    stdio: "ignore",
    env: {
      ...process.env,
      DISPLAY: screen,
      HOME: home,
      XDG_CACHE_HOME: home,
      XDG_DATA_HOME: home,
      GDK_BACKEND: "x11",
      WEBKIT_INSPECTOR_HTTP_SERVER: `127.0.0.1:${port}`,
      WEBKIT_DISABLE_DMABUF_RENDERER: "1",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1", // a page of our own, in a container that gives no sandbox
      LIBGL_ALWAYS_SOFTWARE: "1",
    },
  });
  const page = await connect(`127.0.0.1:${port}`);
  await page.sees("the notes", drawn);
  return {
    ask: (act, ...values) => page.run(`return (${act.toString()})(...values)`, ...values),
    used: () => spent(child.pid),
    close: async () => {
      await ended(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function chromium(browser, address) {
  const context = await browser.newContext({ viewport, locale: "en-GB" });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(drawn);
  return {
    ask: (act, ...values) => page.evaluate(`(${act.toString()})(...${JSON.stringify(values)})`),
    used: () => spent(process.pid), // playwright's browser is a child of ours, and we only wait meanwhile
    close: () => context.close(),
  };
}

/** CPU of a frame and its wall time, in each scene. */
async function measure(page, bounds, ours) {
  const found = {};
  const { width, height } = await page.ask(surfaceOf);
  const whole = server.fitted(bounds, { w: width, h: height });
  await page.ask(() => new Promise((done) => setTimeout(done, 1500)));
  for (const name of [...(ours ? ["fit", "near"] : []), "pan", "fit", "far"]) {
    const before = page.used();
    const wall = await page.ask(scene, name, bounds, whole);
    if (name === "fit" || name === "near") continue; // the way there
    found[name] = (page.used() - before) / frames;
    found[`${name}-frame`] = wall;
  }
  return found;
}

/** Where the board is in its page. */
const surfaceOf = () => {
  const { left, top, width, height } = document.querySelector(".surface, #surface").getBoundingClientRect();
  return { left, top, width, height };
};

const screen = await display();
const browser = await launch();
const server = await serve();
try {
  for (const notes of sizes.split(",").map(Number)) {
    const figures = {};
    let rect = [];
    for (const engine of ["webkit", "chromium"])
      for (const whose of ["ours", "all"]) {
        const bounds = await server.set(notes);
        const address =
          whose === "ours"
            ? `${server.url}/#/room/s1&token=0123456789abcdef`
            : `${server.url}/bare.html?all=1&rect=${rect.join(",")}`;
        const page = await (engine === "webkit" ? webkit(screen.name, address) : chromium(browser, address));
        try {
          rect = Object.values(await page.ask(surfaceOf));
          figures[`${engine}-${whose}`] = await measure(page, bounds, whose === "ours");
        } finally {
          await page.close();
        }
      }
    for (const engine of ["webkit", "chromium"])
      for (const name of Object.keys(figures[`${engine}-ours`])) {
        const [value, against] = [figures[`${engine}-ours`][name], figures[`${engine}-all`][name]];
        const judged = engine === "webkit" && notes >= 2000 && (name === "pan" || name === "far");
        const row = {
          name: `board-${engine}-${notes}-${name}`,
          value,
          unit: "ms",
          bar: bar * against,
          ok: !judged || value <= bar * against,
          against,
          ratio: value / against,
        };
        for (const key of ["value", "bar", "against", "ratio"]) row[key] = Math.round(row[key] * 1000) / 1000;
        console.log(
          `${row.name.padEnd(32)} ${String(row.value).padStart(9)} ms  all elements ${String(row.against).padStart(9)}  ratio ${row.ratio}${row.ok ? "" : "  OUTSIDE"}`,
        );
        if (process.env.CONVENE_BENCH) appendFileSync(process.env.CONVENE_BENCH, `${JSON.stringify(row)}\n`);
        if (!row.ok) process.exitCode = 1;
      }
  }
} finally {
  await browser.close();
  await server.stop();
  await screen.stop();
}
