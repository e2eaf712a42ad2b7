import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi } from "../src/api/api";
import App from "../src/screens/App.svelte";
import { Desk } from "../src/state/desk.svelte";
import { now } from "./fake/sample";
import { FakeServer } from "./fake/server";

afterEach(cleanup);
beforeEach(() => (location.hash = ""));

async function open(prepare: (server: FakeServer) => void) {
  const server = new FakeServer("write", true, (method, params) => desk.hear(method, params));
  prepare(server);
  const desk = new Desk(makeApi(server.call), window);
  desk.clock.now = now;
  desk.online("open");
  render(App, { desk });
  await waitFor(() => expect(desk.hello).toBeDefined());
  const asked = (method: string) => server.asked.filter((call) => call.method === method).map((call) => call.params);
  return { desk, server, asked, person: userEvent.setup() };
}

describe("a data folder that is locked", () => {
  it("asks for the passphrase, and for nothing else, until it is right", async () => {
    const { person, asked } = await open((server) => (server.locked = "four words of mine"));
    const box = await screen.findByLabelText("Passphrase");
    await waitFor(() => expect(document.activeElement).toBe(box));
    expect(asked("sessions.list")).toEqual([]);
    await person.keyboard("{Enter}");
    expect(screen.getByText("Write your passphrase first.")).toBeTruthy();
    expect(asked("app.unlock")).toEqual([]);
    await person.type(box, "three words");
    await person.keyboard("{Enter}");
    expect((await screen.findByRole("alert")).textContent).toContain("This is not the passphrase.");
    await waitFor(() => expect(document.activeElement).toBe(box));
    await person.keyboard("four words of mine{Enter}"); // what was wrong is selected, and typed over
    expect(await screen.findByRole("button", { name: "New session" })).toBeTruthy();
    expect(asked("app.unlock")).toEqual([{ passphrase: "three words" }, { passphrase: "four words of mine" }]);
    expect(asked("sessions.list")).toHaveLength(1);
  });
  it("opens the session of its address once it is right, and shows no refusal before", async () => {
    location.hash = "#/room/s1";
    const { person, desk } = await open((server) => (server.locked = "four words of mine"));
    await person.type(await screen.findByLabelText("Passphrase"), "four words of mine{Enter}");
    await waitFor(() => expect(desk.room?.mirror.loaded).toBe(true));
    expect(desk.room?.refused).toBeUndefined();
  });
});

describe("what is told at the start", () => {
  it("stands above the sessions, one line each, however many there are of a kind", async () => {
    const damaged = { code: "session-damaged", message: "A table was cut.", hint: "Open the session." };
    await open(
      (server) => (server.notes = [damaged, damaged, { code: "new", message: "Known later.", hint: "Wait." }]),
    );
    const told = await waitFor(() => {
      const lines = [...document.querySelectorAll(".home-note")].map((line) => line.textContent);
      expect(lines).toHaveLength(3);
      return lines;
    });
    expect(told[0]).toContain("Files of a session were damaged. A table was cut.");
    expect(told[2]).toContain("Known later.");
  });

  it("is put away once it was read", async () => {
    const damaged = { code: "session-damaged", message: "A table was cut.", hint: "Open it.", session: "s1" };
    const { person, asked } = await open((server) => (server.notes = [damaged]));
    await person.click(await screen.findByRole("button", { name: "I have read it" }));
    expect(asked("sessions.dismiss")).toEqual([{ session: "s1" }]);
    await waitFor(() => expect(document.querySelectorAll(".home-note")).toHaveLength(0));
  });

  it("leads to a passphrase where nothing is encrypted", async () => {
    const plain = { code: "not-encrypted", message: "Plain.", hint: "Set one." };
    const { person, asked } = await open((server) => (server.notes = [plain]));
    await person.click(await screen.findByRole("button", { name: "Set a passphrase" }));
    const first = screen.getByLabelText("New passphrase");
    const again = screen.getByLabelText("The same once more");
    await person.type(first, "short");
    await person.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText("A passphrase has at least 8 characters.")).toBeTruthy();
    await person.type(first, " of breath");
    await person.type(again, "short of breadth");
    await person.click(screen.getByRole("button", { name: "Save" }));
    expect(screen.getByText("The two are not the same.")).toBeTruthy();
    expect(asked("protection.set")).toEqual([]);
    await person.clear(again);
    await person.type(again, "short of breath");
    await person.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Your sessions are encrypted when Convene starts next.")).toBeTruthy();
    expect(asked("protection.set")).toEqual([{ passphrase: "short of breath" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});
