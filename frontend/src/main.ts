import "./look/index.css";
// With the board's own, and not with its script: a script that brings a sheet is not run before the sheet is there.
import "./look/board.css";
import "./look/canvas.css";
import "./look/outline.css";
import { mount } from "svelte";
import { makeApi } from "./api/api";
import { Transport } from "./api/transport";
import { early } from "./early";
import App from "./screens/App.svelte";
import { Desk } from "./state/desk.svelte";

// No await here: a script that others wait for while it waits itself is run out of order by WebKit.
void early.then((where) => {
  // The transport calls back only after start(), when the desk stands.
  const transport = new Transport({
    ...where,
    online: (line) => desk.online(line),
    notify: (method, params) => desk.hear(method, params),
  });
  const desk = new Desk(
    makeApi((method, params) => transport.call(method, params)),
    window,
  );
  transport.start();

  const root = document.getElementById("app");
  if (root) mount(App, { target: root, props: { desk } });
});
