// The smoke test of the real window: node window-smoke.mjs PROGRAM DATA-FOLDER
// It works as a person would, through the page, and looks at what is left on
// the disk by opening the window a second time. $PICTURES keeps what it saw.
import { spawn } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { connect } from "./inspector.mjs";

const [program, data] = process.argv.slice(2);
const note = "Ask the night shift first";
const title = "A day at the harbour";
let window, app, session, wall;

// children are the processes that a process has started, with their commands.
const children = (parent) =>
  readdirSync("/proc")
    .filter((pid) => /^\d+$/u.test(pid))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/stat`, "utf8");
        if (Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]) !== parent) return [];
        return [{ pid, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") }];
      } catch {
        return []; // it has ended meanwhile
      }
    });

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

async function open() {
  const inspector = `127.0.0.1:${await freePort()}`;
  const env = { ...process.env, WEBKIT_INSPECTOR_HTTP_SERVER: inspector };
  app = spawn(program, ["--data", data], { env, stdio: ["ignore", "pipe", "pipe"] });
  app.said = "";
  app.stdout.on("data", (text) => (app.said += text));
  app.stderr.on("data", (text) => (app.said += text));
  app.ended = new Promise((resolve) => app.on("exit", (code, signal) => resolve(code ?? signal)));
  const early = app.ended.then((code) => Promise.reject(new Error(`the program ended with ${code}:\n${app.said}`)));
  window = await Promise.race([connect(inspector), early]);
  early.catch(() => {});
}

async function quit() {
  window.tell("window.runtime.Quit()");
  const late = new Promise((resolve) => setTimeout(resolve, 20_000, "never: it still runs"));
  const code = await Promise.race([app.ended, late]);
  if (code !== 0) throw new Error(`the program ended with ${code}:\n${app.said}`);
}

async function picture(name) {
  if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/window-${name}.png`, await window.picture(1280, 800));
}

// ask calls the API from inside the page, as the page does.
const ask = (method, params) =>
  window.run(
    `const [method, params] = values;
     const { url, token } = await window.go.main.Window.Bootstrap();
     const socket = new WebSocket(url, ["convene.v1", "token." + token]);
     await new Promise((resolve, reject) => { socket.onopen = resolve; socket.onerror = () => reject("the API refused the window"); });
     const answer = new Promise((resolve) => {
       socket.onmessage = ({ data }) => { const m = JSON.parse(data); if (m.id === 1) resolve(m); };
     });
     socket.send(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
     const { result, error } = await answer;
     socket.close();
     if (error) throw error.data ? error.data.message : error.message;
     return result;`,
    method,
    params,
  );

const fill = (selector, text) =>
  window.run(
    `const box = document.querySelector(values[0]);
     box.value = values[1];
     box.dispatchEvent(new Event("input", { bubbles: true }));
     box.form.requestSubmit();`,
    selector,
    text,
  );

/** The files of a folder, and in which of them the words stand, as UTF-8 or as the 16-bit text of a browser's store. */
function search(folder, words) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const wanted = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, "utf16le")]);
  const found = files
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => wanted.some((bytes) => readFileSync(path).includes(bytes)));
  return { files: files.length, found };
}

const equal = (got, want) => {
  if (got !== want) throw new Error(`got ${JSON.stringify(got)}, want ${JSON.stringify(want)}`);
};

const steps = {
  "the window opens on Home": async () => {
    await open();
    equal(await window.sees("Home's heading", `document.querySelector("h1")?.textContent.trim()`), "Sessions");
    await window.sees("the sessions of the API", `!!document.querySelector("main") && !document.querySelector(".skeleton")`);
    await picture("home");
  },
  "the page can ask for an address and a token, dialogs, a notice and an invite, nothing else": async () => {
    const told = await window.run("return await window.go.main.Window.Bootstrap()");
    equal(Object.keys(told).sort().join(), "token,url");
    equal(await window.run("return Object.keys(window.go.main).join() + ':' + Object.keys(window.go.main.Window).sort().join()"), "Window:Bootstrap,Invitation,Notify,OpenBundle,OpenLink,RecordFolder,SaveBundle,Speak");
  },
  "the window has a menu of its own, and the pages do what is chosen there": async () => {
    const high = await window.run("return window.innerHeight");
    if (high >= 800 || high < 720) throw new Error(`the page is ${high} px high: there is no menu above it`);
    await window.run(`window.runtime.EventsEmit("menu", "join")`);
    await window.sees("the screen to join", `location.hash === "#/join" && !!document.querySelector("main.join-in")`);
    await window.run(`window.runtime.EventsEmit("menu", "settings")`);
    await window.sees("the settings", `document.querySelector("dialog[open] h2")?.textContent.trim() === "Settings"`);
    await window.run(`document.querySelector("dialog[open] button").click()`);
    await window.run(`window.runtime.EventsEmit("menu", "sessions")`);
    await window.sees("the sessions", `document.querySelector("h1")?.textContent.trim() === "Sessions"`);
    equal(readFileSync(join(data, "language"), "utf8"), "en"); // the language that the menu begins with next time
  },
  "a notice goes to the system with its words, whether or not it shows it": async () => {
    const bus = spawn("dbus-monitor", ["--session", "interface='org.freedesktop.Notifications',member='Notify'"]);
    let heard = "";
    bus.stdout.on("data", (text) => (heard += text));
    const until = async (what, seen) => {
      for (let tries = 0; !seen(); tries++) {
        if (tries > 100) throw new Error(`${what}; on the bus: ${heard}`);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    try {
      await until("the bus is not heard", () => heard !== "");
      await window.run(`await window.go.main.Window.Notify("Time is up")`);
      await until("no notice came", () => heard.includes('string "Convene"') && heard.includes('string "Time is up"'));
    } finally {
      bus.kill();
    }
  },
  "the text that is copied is on the system's clipboard": async () => {
    await window.run(`await window.runtime.ClipboardSetText("four words to read")`);
    equal(await window.run(`return await window.runtime.ClipboardGetText()`), "four words to read");
  },
  "an invite of a second start comes to this window, and is shown before it is followed": async () => {
    const link = "convene://join/#bm90LWEtcmVhbC1pbnZpdGU";
    const second = spawn(program, ["--data", data, link], { stdio: ["ignore", "ignore", "pipe"] });
    const ended = new Promise((resolve) => second.on("exit", (code, signal) => resolve(code ?? signal)));
    await window.sees("the question", `document.querySelector("dialog[open] h2")?.textContent.trim() === "You followed an invitation"`);
    await picture("invited");
    const high = await window.run(`return document.querySelector("dialog[open]").offsetHeight`);
    if (high > 320) throw new Error(`a dialog of two lines is ${high} px high`);
    equal(await ended, 1); // the first window has it; this one ends
    equal(await window.run("return location.hash"), "#/");
    await window.run(`[...document.querySelectorAll("dialog[open] button")].find((b) => b.textContent.trim() === "Look at it").click()`);
    await window.sees("the link in its field", `document.querySelector(".join-in input")?.value === ${JSON.stringify(link)}`);
    equal(await window.run("return document.querySelector('.join-step') === null"), true); // nothing is joined by itself
    await window.run(`location.hash = "#/"`);
  },
  "the page stays inside": async () => {
    const { url } = await window.run("return await window.go.main.Window.Bootstrap()");
    const outside = url.replace(/^ws/u, "http").replace(/api$/u, "");
    equal(await window.run("return window.open(values[0]) === null", outside), true);
    await window.run("setTimeout(() => location.assign(values[0]), 0)", outside);
    await window.run("await new Promise((resolve) => setTimeout(resolve, 1000))");
    equal(await window.run("return location.protocol"), "wails:");
  },
  "code that is not ours does not run": async () => {
    await window.run(`const script = document.createElement("script"); script.textContent = "window.foreign = 1"; document.head.append(script)`);
    equal(await window.run("return window.foreign === undefined"), true);
  },
  "a session is made through the page": async () => {
    await window.run(`[...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "New session").click()`);
    await window.sees("the form of a new session", `!!document.querySelector("#new-session input")`);
    await fill("#new-session input", title);
    session = await window.sees("the plan", `/^#\\/plan\\/(.+)$/.exec(location.hash)?.[1]`);
    await picture("plan");
  },
  "a note is written through the page": async () => {
    const { records } = await ask("view.snapshot", { session });
    const writing = records.find((r) => r.kind === "activity" && r.activityKind === "brainstorm");
    await ask("run.open", { session, activity: writing.id });
    await window.run("location.hash = `#/room/${values[0]}`", session);
    await window.sees("the box for an idea", `!!document.querySelector("form.addrow input:not(:disabled)")`);
    await fill("form.addrow input", note);
    await window.sees("the note", `document.querySelector("ul.mine")?.textContent.includes(${JSON.stringify(note)})`);
    await picture("note");
  },
  "a menu in the page is whole and in front": async () => {
    await window.run(`document.querySelector('.ltop button[aria-label="More"]').click()`);
    const covered = await window.sees("the menu", `(() => {
      const items = [...document.querySelectorAll('[role="menuitem"]')];
      if (items.length < 5) return undefined;
      const hidden = items.filter((item) => {
        const { left, top, width, height } = item.getBoundingClientRect();
        return !item.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      });
      return "covered: " + hidden.map((item) => item.textContent.trim()).join();
    })()`);
    await picture("menu");
    equal(covered, "covered: ");
    await window.run(`document.querySelector('.ltop button[aria-label="More"]').click()`);
  },
  "the wall opens in a window of its own": async () => {
    const told = await ask("projector.open", { session });
    equal(told.window, true);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    wall = children(app.pid).find((child) => child.command.includes("projector"));
    if (!wall) throw new Error("there is no process of the wall");
  },
  "a record is saved, and the window draws its board as pixels": async () => {
    await ask("run.close", { session });
    await window.run("location.hash = `#/record/${values[0]}`", session);
    await window.sees("the picture of the board", `document.querySelector("main.paper img[data-name]")?.naturalWidth > 0`);
    await window.run(`[...document.querySelectorAll("button")].find((b) => b.textContent.trim() === "Save record").click()`);
    const said = await window.sees("where it is", `/Saved in (.+report\\.md)/u.exec(document.querySelector(".record")?.textContent)?.[1]`);
    const assets = join(dirname(said.replaceAll(/[\u2068\u2069]/gu, "")), "assets");
    const drawn = readdirSync(assets).filter((name) => name.endsWith(".png"));
    if (drawn.length === 0) throw new Error(`no PNG among ${readdirSync(assets).join(", ")}`);
    equal(readFileSync(join(assets, drawn[0])).subarray(1, 4).toString("latin1"), "PNG");
    if (process.env.PICTURES) copyFileSync(join(assets, drawn[0]), `${process.env.PICTURES}/window-board.png`);
    await picture("record");
  },
  "a second start says why it does not open": async () => {
    const inspector = `127.0.0.1:${await freePort()}`;
    const env = { ...process.env, WEBKIT_INSPECTOR_HTTP_SERVER: inspector };
    delete env.DBUS_SESSION_BUS_ADDRESS; // with a message bus it would bring the first window to the front, and end
    const second = spawn(program, ["--data", data], { env, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    second.stderr.on("data", (text) => (said += text));
    const ended = new Promise((resolve) => second.on("exit", (code, signal) => resolve(code ?? signal)));
    const trouble = await connect(inspector);
    const words = await trouble.sees("the reason", `document.querySelector("h1")?.textContent`);
    if (!/^Convene is already running with this data folder \(process \d+\)\.$/u.test(words)) throw new Error(`it says ${words}`);
    if (process.env.PICTURES) writeFileSync(`${process.env.PICTURES}/window-trouble.png`, await trouble.picture(560, 280));
    second.kill("SIGTERM");
    equal(await ended, 1);
    if (!said.includes("already running")) throw new Error(`stderr says ${said}`);
  },
  "the window closes cleanly, and the wall with it": async () => {
    await quit();
    if (existsSync(`/proc/${wall.pid}`)) throw new Error("the wall's process is still there");
  },
  "the session and the note are there the next time": async () => {
    await open();
    await window.sees("the session on Home", `document.querySelector("main")?.textContent.includes(${JSON.stringify(title)})`);
    const { records } = await ask("view.subscribe", { session });
    equal(records.some((r) => r.kind === "note" && r.text === note), true);
    await quit();
  },
  "the window's own folders hold no word of it": async () => {
    const own = search(process.env.HOME, [note, title]);
    console.log(`        ${own.files} files of the window outside the data folder`);
    equal(own.found.join(), "");
    if (search(data, [note]).found.length === 0) throw new Error("the record in the data folder is not found: the search sees nothing");
  },
};

let passed = 0;
let failed = 0;
for (const [name, step] of Object.entries(steps)) {
  try {
    await step();
    passed++;
    console.log(`ok      ${name}`);
  } catch (error) {
    failed = Object.keys(steps).length - passed;
    console.log(`FAILED  ${name}: ${error.message}\n${app?.said ?? ""}`);
    break; // each step stands on the one before
  }
}
app?.kill();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
