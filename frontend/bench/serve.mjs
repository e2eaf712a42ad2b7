// What the bench opens: the built page with the fake behind a real WebSocket on /api, and the bare page with the same notes on
// /bare. One process, one board, the same diffs to both.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { createServer as createVite } from "vite";
import { csp, types } from "../e2e/page.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const colours = ["yellow", "orange", "red", "purple", "blue", "cyan", "green", "grey"];
const vocabulary =
  "water test kit site week school pump strip book phone number repair child morning paint result council store walk cool box ask before carry count".split(
    " ",
  );

/** A chance that is the same in every run. */
export function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Notes in clusters of fifty, words of one to four lines. */
export function board(count) {
  const next = chance(42);
  const clusters = Array.from({ length: Math.max(1, Math.round(count / 50)) }, (_, i) => ({
    id: `b${i}`,
    kind: "cluster",
    activity: "a1",
    name: `Cluster ${i + 1}`,
    order: `m${String(i).padStart(5, "0")}`,
  }));
  const notes = Array.from({ length: count }, (_, i) => ({
    id: `k${i}`,
    kind: "note",
    activity: "a1",
    text: Array.from({ length: 3 + Math.floor(next() * 8) }, () => vocabulary[Math.floor(next() * 24)]).join(" "),
    textRev: 1,
    color: colours[i % 8],
    order: `n${String(i).padStart(6, "0")}`,
    cluster: clusters[Math.floor(next() * clusters.length)].id,
    author: `p${1 + (i % 8)}`,
    mine: i % 8 === 0,
    draft: false,
  }));
  return { clusters, notes };
}

/** A record whose moments lie so much later: the sample began on a day of its own, and nobody looks at a session that is days late. */
const later = (record, ms) =>
  JSON.parse(JSON.stringify(record), (_, value) => (typeof value === "number" && value > 1e12 ? value + ms : value));

/** What the bare page shows of a note. */
const shown = (note) => ({ id: note.id, text: note.text, by: `Person ${note.author}` });

/** One frame of the WebSocket protocol, from the server: never masked, never in parts. */
function frameOf(text) {
  const body = Buffer.from(text);
  const head =
    body.length < 126
      ? Buffer.from([0x81, body.length])
      : body.length < 65536
        ? Buffer.from([0x81, 126, body.length >> 8, body.length & 255])
        : Buffer.alloc(10);
  if (head.length === 10) {
    head[0] = 0x81;
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** Reads the masked frames of a page; calls hear with each text. */
function reader(hear) {
  let kept = Buffer.alloc(0);
  return (part) => {
    kept = Buffer.concat([kept, part]);
    for (;;) {
      if (kept.length < 2) return;
      const short = kept[1] & 127;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (kept.length < head + 4) return;
      const size = short < 126 ? short : short === 126 ? kept.readUInt16BE(2) : Number(kept.readBigUInt64BE(2));
      if (kept.length < head + 4 + size) return;
      const mask = kept.subarray(head, head + 4);
      const body = Buffer.from(kept.subarray(head + 4, head + 4 + size)).map((byte, i) => byte ^ mask[i % 4]);
      if ((kept[0] & 15) === 1) hear(body.toString());
      kept = kept.subarray(head + 4 + size);
    }
  };
}

/** Serves boards of so many notes, one after the other, to the page that was built into dist. */
export async function serve(dist = join(root, "dist")) {
  const vite = await createVite({
    root,
    logLevel: "error",
    server: { middlewareMode: true, hmr: false, ws: false },
    appType: "custom",
  });
  const { FakeServer } = await vite.ssrLoadModule("/tests/fake/server.ts");
  const { now } = await vite.ssrLoadModule("/tests/fake/people.ts");
  const { Clustering } = await vite.ssrLoadModule("/src/board/layout.ts");
  const { fitted } = await vite.ssrLoadModule("/src/board/viewport.ts");
  let fake;
  let laying;
  let laid;
  let notes = [];
  let clusters = [];
  let random = chance(7);
  let turn = 0;
  let hear = () => undefined;
  let bare = () => undefined;
  let told = new Map();
  const open = new Set();

  async function set(count) {
    hear = bare = () => undefined;
    fake = new FakeServer("cluster", true, (method, params) => hear(method, params));
    const { records } = await fake.call("view.snapshot", {});
    const since = Date.now() - now;
    for (const record of records)
      if (record.kind === "note" || record.kind === "cluster") fake.drop(record.id);
      else fake.tell(later(record, since));
    const made = board(count);
    ({ notes, clusters } = made);
    random = chance(7);
    turn = 0;
    fake.tell(...made.clusters, ...made.notes);
    laying = new Clustering();
    laid = laying.lay(notes, clusters);
    told = new Map(laid.notes);
    return laid.bounds;
  }
  /** Where the notes lie that lay elsewhere, for the bare page, which lays nothing out. */
  function elsewhere() {
    laid = laying.lay([...notes], clusters);
    const rects = [];
    for (const [id, rect] of laid.notes) {
      const was = told.get(id);
      if (was && was.x === rect.x && was.y === rect.y && was.h === rect.h) continue;
      told.set(id, rect);
      rects.push([id, rect]);
    }
    return rects;
  }
  function answer(socket, text) {
    const { id, method, params } = JSON.parse(text);
    const say = (told) => socket.write(frameOf(JSON.stringify({ jsonrpc: "2.0", ...told })));
    hear = (name, told) => say({ method: name, params: told });
    if (method === "pointer.set") say({ id, result: {} });
    else
      fake.call(method, params).then(
        (result) => say({ id, result }),
        (failure) =>
          say({
            id,
            error: {
              code: -32000,
              message: failure.message,
              data: { code: failure.code, message: failure.message, hint: "" },
            },
          }),
      );
  }
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://x").pathname)).replace(
      /^(\.\.[/\\])+/,
      "",
    );
    const least = path.startsWith("/bare");
    const file = least ? join(root, "bench", path) : join(dist, path === "/" ? "index.html" : path);
    try {
      const body = await readFile(file);
      response.writeHead(200, {
        "content-type": types[extname(file)] ?? "application/octet-stream",
        ...(least ? {} : { "content-security-policy": csp }),
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on("upgrade", (request, socket) => {
    const key = request.headers["sec-websocket-key"];
    const accept = createHash("sha1").update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest("base64");
    const protocol = request.headers["sec-websocket-protocol"]?.split(",")[0];
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n${protocol ? `Sec-WebSocket-Protocol: ${protocol}\r\n` : ""}\r\n`,
    );
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.on("error", () => open.delete(socket));
    if (request.url === "/bare") {
      const records = notes.map((note) => ({ ...shown(note), rect: laid.notes.get(note.id) }));
      socket.write(frameOf(JSON.stringify({ records })));
      hear = (method, params) => socket.write(frameOf(JSON.stringify({ method, params })));
      bare = (changed) => {
        hear = () => undefined;
        socket.write(frameOf(JSON.stringify({ ...changed, rects: elsewhere() })));
      };
    } else
      socket.on(
        "data",
        reader((text) => answer(socket, text)),
      );
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const any = (list) => list[Math.floor(random() * list.length)];
  /** A key right behind that of another note. */
  const behind = (note) => `${note.order}${String(turn++).padStart(6, "0")}`;
  /** From now on the bare page is told what came and went and where things lie, and no words. */
  const settle = () => bare({});
  /** Others move: by turns into another cluster and within one, to behind a note of there. */
  function move() {
    const at = Math.floor(random() * notes.length);
    const note = notes[at];
    const beside = any(turn % 2 === 0 ? notes : notes.filter((one) => one.cluster === note.cluster));
    notes[at] = { ...note, cluster: beside.cluster, order: behind(beside) };
    fake.tell(notes[at]);
    bare({});
  }
  /** Others add a note behind another. */
  function add() {
    const beside = any(notes);
    const made = { ...beside, id: `added${turn}`, order: behind(beside) };
    notes.push(made);
    fake.tell(made);
    bare({ records: [shown(made)] });
  }
  /** Others delete a note. */
  function remove() {
    const [gone] = notes.splice(Math.floor(random() * notes.length), 1);
    told.delete(gone.id);
    fake.drop(gone.id);
    bare({ removed: [gone.id] });
  }
  /** Others write: at each call one word more, or one less, in the next of the notes. */
  function edit() {
    const at = (turn++ * 7919) % notes.length;
    const note = notes[at];
    const words = note.text.split(" ");
    const text = words.length > 8 ? words.slice(0, 4).join(" ") : `${note.text} ${vocabulary[turn % 24]}`;
    notes[at] = { ...note, text, textRev: note.textRev + 1 };
    fake.tell(notes[at]);
  }
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    set,
    edit,
    settle,
    move,
    add,
    remove,
    bounds: () => laying.lay([...notes], clusters).bounds,
    fitted,
    async stop() {
      for (const socket of open) socket.destroy();
      await new Promise((done) => server.close(done));
      await vite.close();
    },
  };
}
