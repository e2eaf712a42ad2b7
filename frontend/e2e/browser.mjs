// Starts Chromium for the end-to-end scripts. Never skips in silence: without a browser the script fails and says how to get one.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

function onPath(name) {
  try {
    return execFileSync("which", [name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "";
  }
}

/** $CHROMIUM, then chromium or google-chrome on the path, then what playwright-core installs. */
export async function launch() {
  const named = process.env.CHROMIUM ?? "";
  if (named !== "" && !existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist`);
  const found = named || onPath("chromium") || onPath("chromium-browser") || onPath("google-chrome");
  if (found) return chromium.launch({ executablePath: found, args: flags });
  execFileSync("npx", ["playwright-core", "install", "chromium"], { stdio: "inherit" });
  return chromium.launch({ args: flags });
}
