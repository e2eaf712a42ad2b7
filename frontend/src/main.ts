import "./look/index.css";
import { mount } from "svelte";
import { theBoard } from "./activities/theBoard.svelte";
import { makeApi } from "./api/api";
import { Transport } from "./api/transport";
import { early } from "./early";
import App from "./screens/App.svelte";
import { parseRoute } from "./state/route";
import { Desk } from "./state/desk.svelte";

// Who opens a session comes to its board: it is fetched while the line opens.
if (parseRoute(location.hash).screen === "room") void theBoard.fetch();

// The transport calls back only after start(), when the desk stands.
const transport = new Transport({
  ...(await early),
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
