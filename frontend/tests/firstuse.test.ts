import { cleanup, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import { makeApi, type Method } from "../src/api/api";
import { ApiFailure } from "../src/api/failure";
import App from "../src/screens/App.svelte";
import { settingsFor } from "../src/screens/settings";
import { Desk } from "../src/state/desk.svelte";
import { isoDay } from "../src/words/when";
import { now } from "./fake/sample";
import { FakeServer } from "./fake/server";

afterEach(cleanup);

function open(hash: string, prepare: (server: FakeServer) => void = () => undefined) {
  location.hash = hash;
  const server = new FakeServer("write", false, (method, params) => desk.hear(method, params));
  const desk = new Desk(
    makeApi((method, params) => server.call(method, params)),
    window,
  );
  desk.clock.now = now;
  prepare(server);
  desk.online("open");
  render(App, { desk });
  return userEvent.setup();
}

describe("Home", () => {
  it("says why there is no list, and tries again when asked", async () => {
    const person = open("", (server) =>
      server.refuse.set(
        "sessions.list",
        new ApiFailure({ code: "unreadable", message: "The folder cannot be read.", hint: "Nothing was changed." }),
      ),
    );
    expect((await screen.findByText(/The folder cannot be read/u)).textContent).toContain("Nothing was changed.");
    expect(document.querySelector(".skeleton")).toBeNull();
    await person.click(screen.getByRole("button", { name: "Try again" }));
    expect((await screen.findAllByRole("button", { name: "Open" })).length).toBeGreaterThan(0);
    expect(screen.queryByText(/The folder cannot be read/u)).toBeNull();
  });
});

describe("a template that this version cannot run", () => {
  it("says so in a whole sentence, whatever the reason", async () => {
    open("#/templates", (server) => {
      const call = server.call;
      const consent = {
        id: "c",
        name: "Consent",
        purpose: "",
        minutes: 40,
        groupMin: 3,
        groupMax: 12,
        kinds: ["vote"],
      };
      Object.assign(server, {
        call: (method: Method, params: object) =>
          method === "templates.list"
            ? Promise.resolve({ templates: [{ ...consent, supported: false }] })
            : call(method, params),
      });
    });
    expect(await screen.findByText(/Some steps of this template are not in this version yet/u)).toBeTruthy();
    expect(screen.queryByText(/Holds/u)).toBeNull();
  });
});

describe("Ready", () => {
  it("promises that more can be added to who has pressed it, and only then", async () => {
    const person = open("#/room/s1");
    await screen.findByRole("button", { name: "Ready" });
    expect(screen.queryByText(/You can still add something/u)).toBeNull();
    await person.click(screen.getByRole("button", { name: "Ready" }));
    expect(await screen.findByText(/You can still add something/u)).toBeTruthy();
  });
});

describe("a way of voting", () => {
  it("is one of the six that are counted, and none is offered as paper only", () => {
    const row = settingsFor("vote").find((known) => known.name === "method");
    if (row?.form !== "choice") throw new Error("no choice of methods");
    expect(row.options.map((option) => option.value)).toEqual(["dots", "rank", "score", "grid", "scale", "consent"]);
    for (const { value } of row.options) expect(row.hint?.(value), value).toBeUndefined();
  });
});

describe("a day", () => {
  it("has its year where it is another one", () => {
    const today = Date.parse("2026-11-23T12:00:00");
    expect(isoDay("2026-12-04", today)).not.toContain("2026");
    expect(isoDay("2027-01-15", today)).toContain("2027");
    expect(isoDay("soon", today)).toBe("soon");
  });
});
