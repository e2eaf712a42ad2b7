// One laptop of a story: a `convene serve` process with its own data folder, and one page on it. Ends only what it started.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const patience = 30_000;

/** The ready line of a process that was just started. */
async function readyLine(child) {
  let text = "";
  const found = deferred();
  child.stdout.on("data", (part) => {
    text += String(part);
    const line = text.split("\n").find((one) => one.startsWith("{"));
    if (line && text.includes("\n")) found.resolve(JSON.parse(line));
  });
  child.once("exit", (code) => found.reject(new Error(`convene serve ended with ${code}`)));
  return found.promise;
}

function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}

/**
 * Words as a person reads them: the unseen marks that keep the direction of people's own words and of numbers do not count.
 * # stands for any number.
 */
export function words(sentence) {
  const letters = [...sentence].map((letter) => letter.replace(/[.*+?^$(){}|[\]\\]/u, "\\$&"));
  return new RegExp(letters.map((letter) => (letter === "#" ? "\\d+" : letter)).join("[\\u2068\\u2069]*"), "u");
}

/** What a person reads of a text that was taken from a page. */
export const read = (text) => (text ?? "").replaceAll(/[\u2068\u2069]/gu, "").trim();

export class Laptop {
  troubles = [];

  /** way is how the person meets the page: the language that was chosen, and the screen. */
  constructor(browser, binary, name, way = { language: "", width: 1440, height: 900 }) {
    this.browser = browser;
    this.binary = binary;
    this.name = name;
    this.way = way;
  }

  /** Starts the process (again, where it was killed) and opens its page at Home or at hash. */
  async start(hash = "") {
    this.data ??= await mkdtemp(join(tmpdir(), "convene-e2e-"));
    this.child = spawn(this.binary, ["serve", "--data", this.data, "--listen", "127.0.0.1:0", "--name", this.name], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    const { url, token } = await readyLine(this.child);
    this.token = token;
    this.context ??= await this.newContext();
    await this.page?.close();
    this.page = await this.context.newPage();
    this.page.setDefaultTimeout(patience);
    this.page.on("pageerror", (error) => this.troubles.push(`${this.name}: ${error}`));
    this.page.on("console", (message) => {
      // A page whose process was killed reports that its line was refused; that is what the story is about.
      if (message.type() === "error" && !message.text().includes("WebSocket"))
        this.troubles.push(`${this.name}: ${message.text()}`);
    });
    await this.page.goto(`${url}#token=${token}`);
    if (hash !== "") await this.page.evaluate((to) => (location.hash = to), hash);
    await this.page.locator("main").first().waitFor();
  }

  async newContext() {
    const { width, height, language } = this.way;
    const context = await this.browser.newContext({
      locale: "en-GB",
      viewport: { width, height },
      reducedMotion: "reduce",
    });
    // Counts what a pointer did; a keyboard's click has no pointerdown before it.
    await context.addInitScript((code) => {
      if (code !== "") localStorage.setItem("convene.language", code);
      window.pointed = 0;
      addEventListener("pointerdown", () => window.pointed++, { capture: true });
    }, language);
    return context;
  }

  /** Asks the Go side as the page does, on a line of its own: for what a story needs and does not tell. */
  ask(method, params) {
    return this.page.evaluate(
      ([token, name, given]) =>
        new Promise((found, fail) => {
          const line = new WebSocket(`ws://${location.host}/api`, ["convene.v1", `token.${token}`]);
          line.onopen = () => line.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method: name, params: given }));
          line.onerror = () => fail(new Error("no line to the app"));
          line.onmessage = (event) => {
            const answer = JSON.parse(event.data);
            if (answer.id !== 1) return;
            line.close();
            if (answer.error) fail(new Error(`${name}: ${JSON.stringify(answer.error)}`));
            else found(answer.result);
          };
        }),
      [this.token, method, params],
    );
  }

  /** The session in the address of the page. */
  get session() {
    return new URL(this.page.url()).hash.split("/")[2] ?? "";
  }

  /** Kills the process as a power cut does. */
  async kill() {
    const gone = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await gone;
  }

  /** Ends the process in order; it can be started again. */
  async stop() {
    if (this.child && this.child.exitCode === null && this.child.signalCode === null) {
      const gone = once(this.child, "exit");
      this.child.kill("SIGTERM");
      await gone;
    }
  }

  /** Ends the process in order, the page and the data folder. */
  async end() {
    await this.context?.close();
    await this.stop();
    if (this.data) await rm(this.data, { recursive: true, force: true });
  }
}
