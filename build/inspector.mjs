// Drives a real WebKitGTK window through WebKit's remote inspector: JSON over
// a WebSocket, asked for with WEBKIT_INSPECTOR_HTTP_SERVER=HOST:PORT and a build
// with the tag devtools. Needs no input events and no window manager.
// Node 20 wants --experimental-websocket.

const until = async (what, limit, attempt) => {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await attempt().catch((error) => ({ error }));
    if (answer && !answer.error) return answer;
    if (Date.now() > end) throw new Error(`${what}: not within ${limit / 1000} s${answer?.error ? ` (${answer.error.message})` : ""}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

// connect waits for the window's page and returns what can be done with it.
export async function connect(address, limit = 60_000) {
  const path = await until("the window's inspector", limit, async () => {
    const list = await (await fetch(`http://${address}/`)).text();
    return /\/socket\/\d+\/\d+\/WebPage/.exec(list)?.[0];
  });
  const socket = new WebSocket(`ws://${address}${path}`);
  const waiting = new Map();
  let last = 0;
  // A page that was still empty may be replaced by the real one, under another id.
  let target;
  await new Promise((resolve, reject) => {
    socket.addEventListener("error", () => reject(new Error("the inspector refused the connection")));
    socket.addEventListener("message", async ({ data }) => {
      const message = JSON.parse(typeof data === "string" ? data : await data.text());
      if (message.method === "Target.didCommitProvisionalTarget") target = message.params.newTargetId;
      if (message.method === "Target.targetCreated" && !message.params.targetInfo.isProvisional) {
        target = message.params.targetInfo.targetId;
        resolve();
      }
      if (message.method !== "Target.dispatchMessageFromTarget") return;
      const inner = JSON.parse(message.params.message);
      waiting.get(inner.id)?.(inner);
      waiting.delete(inner.id);
    });
  });

  // send answers with an error when nothing comes back, as when the page it asked has gone meanwhile.
  const send = (method, params = {}, limit = 20_000) =>
    new Promise((resolve) => {
      const id = ++last;
      const late = setTimeout(() => resolve({ error: { message: "no answer from the page" } }), limit);
      waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
      const message = JSON.stringify({ id, method, params });
      socket.send(JSON.stringify({ id: ++last, method: "Target.sendMessageToTarget", params: { targetId: target, message } }));
    });

  // within evaluates the body of an async function in the page and returns its value. The value is lost, and waited for in
  // vain, when the page is loaded anew meanwhile.
  const within = async (limit, body, ...values) => {
    const key = `convene_${++last}`;
    const expression = `void (async (...values) => { ${body} })(...${JSON.stringify(values)}).then(
      (value) => (window.${key} = { value }), (error) => (window.${key} = { failed: String(error) }))`;
    const started = await send("Runtime.evaluate", { expression, returnByValue: true });
    if (started.error || started.result.wasThrown) throw new Error(JSON.stringify(started.error ?? started.result.result));
    const { value, failed } = await until(body.slice(0, 60), limit, async () => {
      const { result, error } = await send("Runtime.evaluate", { expression: `window.${key}`, returnByValue: true });
      if (error) throw new Error(error.message);
      return result.result.value;
    });
    if (failed) throw new Error(failed);
    return value;
  };
  const run = (body, ...values) => within(60_000, body, ...values);

  return {
    run,
    // sees waits until an expression in the page is true, and returns it.
    sees: (what, expression, wait = 60_000) => until(what, wait, () => within(3_000, `return (${expression})`)),
    // picture returns the page as the bytes of a PNG.
    picture: async (width, height) => {
      const { result, error } = await send("Page.snapshotRect", { x: 0, y: 0, width, height, coordinateSystem: "Viewport" });
      if (error) throw new Error(error.message);
      return Buffer.from(result.dataURL.split(",")[1], "base64");
    },
    // tell evaluates without waiting for an answer, for what ends the page.
    tell: (expression) => void send("Runtime.evaluate", { expression }, 1),
  };
}
