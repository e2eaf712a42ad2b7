// A link whose addresses lead nowhere any more, over the real app on two laptops and a directory of three servers on this computer:
// the host's person switched it on, another program took the host's port, and the guest is offered to look for it.
import { spawn } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { Laptop } from "./laptop.mjs";

/** The servers, as `go run` prints them; they end with their input. */
async function directory() {
  const root = new URL("../..", import.meta.url).pathname;
  const child = spawn("go", ["run", "./build/directory/serve"], { cwd: root, stdio: ["pipe", "pipe", "inherit"] });
  let text = "";
  for await (const part of child.stdout) {
    text += String(part);
    if (text.endsWith("\n\n")) break;
  }
  const servers = text.trim().split("\n");
  const stop = async () => {
    const gone = once(child, "exit");
    child.stdin.end();
    await gone;
  };
  return { servers, stop };
}

/** Another program that has a port, for UDP and TCP. */
async function occupy(port) {
  const udp = createSocket("udp6");
  await new Promise((done) => udp.bind(port, done));
  const tcp = createServer((caller) => caller.on("error", () => {}).destroy());
  tcp.listen(port);
  await once(tcp, "listening");
  return () => {
    udp.close();
    tcp.close();
  };
}

const portOf = (address) => Number(address.slice(address.lastIndexOf(":") + 1));
const told = "The directory knows where this computer is.";

async function giveALink({ amina, jonas, servers, insist }) {
  await amina.start();
  await amina.ask("directory.use", { servers: servers.slice(0, 2) });
  const { session } = await amina.ask("sessions.create", { title: "From home", purpose: "", outcomes: [] });
  await amina.page.evaluate((to) => (location.hash = to), `#/plan/${session}`);
  await amina.page.getByRole("button", { name: "Let people in" }).click();
  const toggle = amina.page.getByRole("switch", { name: "Let this link be looked up in the public directory" });
  insist(!(await toggle.isChecked()), "it is on though nobody switched it on");
  await toggle.check();
  await amina.page.getByText(told).waitFor();
  const link = await amina.page.locator("#invite-link").inputValue();
  await jonas.start("#/join");
  await jonas.ask("directory.use", { servers: servers.slice(1) });
  return { session, link };
}

async function moveAway({ amina, insist, made }) {
  const before = await amina.ask("sessions.invite", { session: made.session });
  await amina.stop();
  made.free = await occupy(portOf(before.addresses[0]));
  await amina.start(`#/plan/${made.session}`);
  const after = await amina.ask("sessions.invite", { session: made.session });
  insist(portOf(after.addresses[0]) !== portOf(before.addresses[0]), "the port is the same");
  await amina.page.getByRole("button", { name: "Let people in" }).click();
  await amina.page.getByText(told).waitFor(); // the switch was remembered
}

async function findIt({ jonas, look, insist, made }) {
  await jonas.page.locator(".join .input.big").first().fill(made.link);
  await jonas.page.getByRole("button", { name: "Join", exact: true }).click();
  const offer = jonas.page.getByRole("button", { name: "Look for it in the public directory" });
  await offer.waitFor();
  await look("found", jonas);
  insist((await jonas.ask("sessions.list", {})).sessions.length === 0, "it was looked up before anybody wished it");
  await offer.click();
  await jonas.page.waitForURL(`**/#/room/${made.session}`);
}

/** Plays it, a check for each step. */
export async function found(browser, binary, check, insist, look = () => Promise.resolve()) {
  const amina = new Laptop(browser, binary, "Amina");
  const jonas = new Laptop(browser, binary, "Jonas");
  const { servers, stop } = await directory();
  const story = { amina, jonas, servers, look, insist, made: {} };
  try {
    await check("found: a link says that its host can be looked up, once that is switched on", async () => {
      story.made = await giveALink(story);
    });
    await check("found: the host's port is another one, and the directory is told", () => moveAway(story));
    await check("found: who holds the old link looks for it, and comes in", () => findIt(story));
    await check("found: the pages report no errors", () => {
      const said = [...amina.troubles, ...jonas.troubles];
      return Promise.resolve(insist(said.length === 0, said.join("\n")));
    });
  } finally {
    story.made.free?.();
    await amina.end();
    await jonas.end();
    await stop();
  }
}
