// The same page over the real app: a session is made, run and read. CONVENE names the binary.
import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

async function serve(binary, data, name) {
  const child = spawn(binary, ["serve", "--data", data, "--listen", "127.0.0.1:0", "--name", name], {
    stdio: ["ignore", "pipe", "ignore"],
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

/** Two laptops on loopback: plan, join, write, turn over, and the same record with the same words on both. */
export async function real(browser, binary, check, insist) {
  const folders = [await mkdtemp(join(tmpdir(), "convene-e2e-")), await mkdtemp(join(tmpdir(), "convene-e2e-"))];
  const served = [await serve(binary, folders[0], "Amina"), await serve(binary, folders[1], "Jonas")];
  const troubles = [];
  const open = async (ready) => {
    const context = await browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(String(error)));
    await page.goto(address(ready));
    return page;
  };
  const amina = await open(served[0].ready);
  const jonas = await open(served[1].ready);
  // One activity further, and only then a look: the button says what comes after, so it is read once it may be pressed again.
  const next = async (until) => {
    for (let i = 0; i < 6 && !(await until.isVisible()); i++) {
      const title = await amina.locator(".ltop .what b").textContent();
      await amina.locator(".ltop .btn.primary").click();
      await amina.waitForFunction(
        (before) =>
          document.querySelector(".ltop .what b")?.textContent !== before &&
          document.querySelector(".ltop .btn.primary")?.hasAttribute("disabled") === false,
        title,
        { timeout: 60_000 },
      );
    }
  };
  try {
    await check("real: a session is made from a template", async () => {
      await amina.getByRole("button", { name: "New session" }).click();
      await amina.getByRole("textbox", { name: "Title" }).fill("Clean water pilot");
      await amina.getByRole("textbox", { name: "Purpose" }).fill("Agree what the three sites do together until March.");
      await amina.getByRole("button", { name: "Make the plan" }).click();
      await amina.getByRole("heading", { name: "Clean water pilot" }).waitFor();
      insist((await amina.locator(".alist li").count()) > 3, "the agenda is empty");
    });
    await check("real: another laptop joins by the link", async () => {
      await amina.getByRole("button", { name: "Let people in" }).click();
      const link = await amina.getByLabel("Link", { exact: true }).inputValue();
      await jonas.getByRole("button", { name: "Join", exact: true }).first().click();
      await jonas.getByRole("textbox", { name: "Link from the facilitator" }).fill(link);
      await jonas.getByRole("textbox", { name: "Your name in this room" }).fill("Jonas Weber");
      await jonas.getByRole("button", { name: "Join", exact: true }).click();
      await jonas.getByRole("heading", { name: /are here/u }).waitFor({ timeout: 60_000 });
      await amina.getByRole("button", { name: "Go to the session" }).click();
    });
    await check("real: a private note is a number on the other laptop, and words after the reveal", async () => {
      await amina.getByRole("button", { name: /^Start:/u }).click();
      await next(amina.getByLabel("Add one idea"));
      await jonas.getByLabel("Add one idea").fill("Same test kit at all three sites");
      await jonas.keyboard.press("Enter");
      await jonas.getByText("Same test kit at all three sites").waitFor();
      await amina.getByRole("heading", { name: /1 note, face down/u }).waitFor({ timeout: 60_000 });
      insist(!(await amina.content()).includes("Same test kit"), "the words have travelled before the reveal");
      await amina.locator(".ltop .btn.primary").click();
      await amina.locator("[data-note]").getByText("Same test kit at all three sites").waitFor({ timeout: 60_000 });
    });
    await check("real: both laptops read the same record with the same words", async () => {
      await amina.getByRole("button", { name: "More", exact: true }).click();
      await amina.getByRole("menuitem", { name: "Finish the session" }).click();
      const words = [];
      for (const page of [amina, jonas]) {
        await page.locator(".paper").getByText("Same test kit at all three sites").first().waitFor({ timeout: 60_000 });
        words.push(await page.locator(".fingerprint .words").textContent());
      }
      insist(words[0] !== "" && words[0] === words[1], `the words differ: ${words.join(" / ")}`);
    });
    await check("real: the pages report no errors", () =>
      Promise.resolve(insist(troubles.length === 0, troubles.join("\n"))),
    );
  } finally {
    await amina.context().close();
    await jonas.context().close();
    for (const one of served) await one.stop();
    for (const folder of folders) await rm(folder, { recursive: true, force: true });
  }
}

/** A data folder that only a passphrase opens: the page asks for it, and what was plain is encrypted from then on. */
export async function locked(browser, binary, check, insist) {
  await check("real: a locked data folder asks for its passphrase", async () => {
    const folder = await mkdtemp(join(tmpdir(), "convene-e2e-"));
    const quiet = { ...process.env, CONVENE_NO_KEYCHAIN: "1", DISPLAY: "", WAYLAND_DISPLAY: "" };
    await writeFile(join(folder, "phrase"), "four words of mine\n");
    const data = join(folder, "data");
    execFileSync(binary, ["protect", "--data", data, "--new-passphrase-file", join(folder, "phrase")], { env: quiet });
    const child = spawn(binary, ["--data", data], { env: quiet, stdio: ["ignore", "pipe", "ignore"] });
    const context = await browser.newContext({ locale: "en-GB" });
    try {
      const url = await new Promise((found, fail) => {
        let text = "";
        child.stdout.on("data", (part) => {
          text += String(part);
          const line = /^http:\S+(?=\n)/mu.exec(text);
          if (line) found(line[0]);
        });
        child.once("exit", (code) => fail(new Error(`convene ended with ${code}`)));
      });
      const page = await context.newPage();
      await page.goto(url);
      await page.getByRole("heading", { name: "Your sessions are locked" }).waitFor();
      await page.keyboard.type("three words");
      await page.keyboard.press("Enter");
      await page.getByRole("alert").getByText("this is not the passphrase").waitFor();
      await page.keyboard.type("four words of mine");
      await page.keyboard.press("Enter");
      await page.getByRole("button", { name: "New session" }).waitFor();
      insist((await page.locator(".home-note").count()) === 0, "a note says that nothing is encrypted");
      await page.reload();
      await page.getByRole("button", { name: "New session" }).waitFor();
    } finally {
      await context.close();
      const gone = new Promise((done) => child.once("exit", done));
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM");
        await gone;
      }
      await rm(folder, { recursive: true, force: true });
    }
  });
}
