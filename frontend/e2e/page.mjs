// Serves the built page as the app does (same CSP) and puts the fake behind its WebSocket.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer as createVite } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
export const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
};
export const csp =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' ws://127.0.0.1:*; frame-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

/** Until a board is there with its tools: it is a script of its own, and they come in the frame after it. */
async function whole(page) {
  if ((await page.locator(".board").count()) === 0) return;
  await page.locator(".board.coming").waitFor({ state: "detached" });
  await page.clock.runFor(400);
}

/** Serves dist on loopback; gives the address and a way to stop. */
export async function serveBuilt() {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname)).replace(
      /^(\.\.[/\\])+/,
      "",
    );
    const file = join(root, "dist", path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        "content-security-policy": csp,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => new Promise((done) => server.close(done)) };
}

/** The fake Go side, read from its TypeScript source. */
export async function loadFake() {
  const vite = await createVite({
    root,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: "custom",
  });
  const module = await vite.ssrLoadModule("/tests/fake/server.ts");
  const sample = await vite.ssrLoadModule("/tests/fake/sample.ts");
  return { FakeServer: module.FakeServer, now: sample.now, stop: () => vite.close() };
}

/** Opens a page whose WebSocket talks to a fake in the given scene. */
export async function openPage(browser, base, fake, options) {
  const {
    scene = "write",
    facilitator = true,
    path = "/",
    width = 1440,
    height = 900,
    dark = false,
    empty = false,
    locale = "en-GB",
    language = "",
    forced = false,
    locked = false,
    slow = false,
    notes = [],
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? "dark" : "light",
    locale,
    timezoneId: "UTC",
    ...(forced ? { forcedColors: "active" } : {}),
    reducedMotion: "reduce",
  });
  if (language !== "") await context.addInitScript((code) => localStorage.setItem("convene.language", code), language);
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(String(error)));
  await page.clock.install({ time: fake.now });
  let server;
  await page.routeWebSocket(/\/api$/u, (socket) => {
    server = new fake.FakeServer(
      scene,
      facilitator,
      (method, params) => socket.send(JSON.stringify({ jsonrpc: "2.0", method, params })),
      empty,
    );
    if (locked) server.locked = "four words of mine";
    server.slow = slow;
    server.notes = notes;
    socket.onMessage((text) => {
      const { id, method, params } = JSON.parse(String(text));
      // What the fake refuses at once is an answer, too.
      new Promise((answer) => answer(server.call(method, params))).then(
        (result) => socket.send(JSON.stringify({ jsonrpc: "2.0", id, result })),
        (failure) =>
          socket.send(
            JSON.stringify({
              jsonrpc: "2.0",
              id,
              error: {
                code: -32000,
                message: failure.message,
                data: { code: failure.code, message: failure.message, hint: failure.hint },
              },
            }),
          ),
      );
    });
  });
  await page.goto(`${base}/#token=0123456789abcdef`);
  await page.evaluate((hash) => (location.hash = hash), path);
  await page.waitForSelector("main");
  await page.clock.runFor(1_000);
  await whole(page);
  return { page, context, troubles, server: () => server };
}
