// The same page over the real app: a session is made, run and read. CONVENE names the binary.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

async function serve(binary, data, name) {
  const child = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0", "--name", name], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((found, fail) => {
    let text = "";
    child.stdout.on("data", (part) => {
      text += String(part);
      const line = text.split("\n").find((one) => one.includes("{") && one.includes("url"));
      if (line && text.includes("\n")) found(JSON.parse(line));
    });
    child.once("exit", (code) => fail(new Error(`convene serve ended with ${code}`)));
  });
  const stop = () =>
    new Promise((done) => {
      child.once("exit", done);
      child.kill("SIGTERM");
    });
  return { ready: url, stop };
}

const address = ({ url, token }) =>
  url.includes("#") ? url : `${url.replace(/^ws/u, "http").replace(/\/api$/u, "/")}#token=${token}`;

/** One facilitator alone: plan, write, turn over, read the record. */
export async function real(browser, binary, check, insist) {
  const data = await mkdtemp(join(tmpdir(), "convene-e2e-"));
  const served = await serve(binary, data, "Amina");
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  const troubles = [];
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("pageerror", (error) => troubles.push(String(error)));
  try {
    await check("real: a session is made from a template", async () => {
      await page.goto(address(served.ready));
      await page.getByRole("button", { name: "New session" }).click();
      await page.getByRole("textbox", { name: "Title" }).fill("Clean water pilot");
      await page.getByRole("textbox", { name: "Purpose" }).fill("Agree what the three sites do together until March.");
      await page.getByRole("button", { name: "Make the plan" }).click();
      await page.getByRole("heading", { name: "Clean water pilot" }).waitFor();
      insist((await page.locator(".alist li").count()) > 3, "the agenda is empty");
    });
    await check("real: people can be let in", async () => {
      await page.getByRole("button", { name: "Let people in" }).click();
      const link = await page.getByLabel("Link", { exact: true }).inputValue();
      insist(link.startsWith("convene://join/"), `the link is ${link}`);
      await page.getByRole("button", { name: "Go to the session" }).click();
    });
    await check("real: the session starts and goes on to writing", async () => {
      await page.getByRole("button", { name: /^Start:/u }).click();
      const box = page.getByLabel("Add one idea");
      for (let i = 0; i < 4 && !(await box.isVisible()); i++) {
        const before = await page.locator(".ltop .what b").textContent();
        await page.getByRole("button", { name: /^Next:/u }).click();
        await page.waitForFunction((title) => document.querySelector(".ltop .what b")?.textContent !== title, before, {
          timeout: 20_000,
        });
      }
      await box.fill("Same test kit at all three sites");
      await page.keyboard.press("Enter");
      await page.getByText("Same test kit at all three sites").waitFor();
    });
    await check("real: notes are turned over and the record can be read", async () => {
      await page.getByRole("button", { name: /^Next:/u }).click();
      await page.getByText("Same test kit at all three sites").waitFor({ timeout: 20_000 });
      await page.evaluate(() => (location.hash = location.hash.replace("room", "record")));
      await page.getByRole("heading", { name: "Clean water pilot" }).first().waitFor();
      await page.locator(".paper").getByText("Same test kit at all three sites").first().waitFor();
    });
    await check("real: the page reports no errors", () =>
      Promise.resolve(insist(troubles.length === 0, troubles.join("\n"))),
    );
  } finally {
    await context.close();
    await served.stop();
    await rm(data, { recursive: true, force: true });
  }
}
