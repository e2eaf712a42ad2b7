import { cleanup, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi } from "../src/api/api";
import type { DecisionRecord, PersonRecord, SeatRecord } from "../src/api/types";
import App from "../src/screens/App.svelte";
import { Desk } from "../src/state/desk.svelte";
import { FakeServer } from "./fake/server";
import { now, type Scene } from "./fake/sample";

afterEach(cleanup);
beforeEach(() => (location.hash = ""));

/** The whole window over the fake, in a scene. */
async function open(which: Scene, facilitator: boolean, hash = "#/room/s1") {
  location.hash = hash;
  const server = new FakeServer(which, facilitator, (method, params) => desk.hear(method, params));
  const desk = new Desk(makeApi(server.call), window);
  desk.clock.now = now;
  desk.online("open");
  render(App, { desk });
  await waitFor(() => expect(document.querySelector("main h1, h1")).not.toBeNull(), { timeout: 10_000 });
  const asked = (method: string) => server.asked.filter((call) => call.method === method).map((call) => call.params);
  const person = (id: string, change: Partial<PersonRecord>) => {
    const known = server.record(id);
    if (known?.kind !== "person") throw new Error(`nobody is ${id}`);
    server.tell({ ...known, ...change });
  };
  return { server, asked, change: person, hand: userEvent.setup() };
}

describe("the people's menu", () => {
  it("hands the floor over in two clicks, and only to a facilitator", async () => {
    const { asked, hand } = await open("write", true);
    await hand.click(screen.getByRole("button", { name: /More about .Priya/u }));
    expect(screen.queryByRole("menuitem", { name: "Give them the floor" })).toBeNull();
    await hand.keyboard("{Escape}");
    await hand.click(screen.getByRole("button", { name: /More about .Jonas/u }));
    await hand.click(screen.getByRole("menuitem", { name: "Give them the floor" }));
    expect(asked("floor.give")).toEqual([{ session: "s1", person: "p1" }]);
  });
  it("makes somebody a facilitator who follows the first", async () => {
    const { asked, hand } = await open("write", true);
    await hand.click(screen.getByRole("button", { name: /More about .Priya/u }));
    await hand.click(screen.getByRole("menuitem", { name: /^Make: .Facilitator/u }));
    expect(asked("person.grant")).toEqual([{ session: "s1", person: "p2", role: "successor" }]);
  });
  it("renames a seat and gives it another keeper", async () => {
    const { server, asked, hand } = await open("write", true);
    server.tell({ id: "se1", kind: "seat", name: "Kofi", keeper: "p0", mine: true, hand: false } satisfies SeatRecord);
    await hand.click(await screen.findByRole("button", { name: /Change the seat of .Kofi/u }));
    const dialog = within(screen.getByRole("dialog"));
    await hand.clear(dialog.getByLabelText("Name of the person"));
    await hand.type(dialog.getByLabelText("Name of the person"), "Kofi A.");
    await hand.selectOptions(dialog.getByLabelText("Who enters what they say"), "p1");
    await hand.click(dialog.getByRole("button", { name: "Save" }));
    expect(asked("seat.edit")).toEqual([{ session: "s1", seat: "se1", name: "Kofi A.", keeper: "p1" }]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });
});

describe("when who has the floor is gone", () => {
  it("participants wait for a facilitator while one is here", async () => {
    await open("gone", false);
    expect(screen.getByRole("alert").textContent).toContain("A facilitator can take the floor.");
    expect(screen.queryByLabelText("I would follow")).toBeNull();
  });
  it("and say whom they would follow when none is", async () => {
    const { asked, change, hand } = await open("gone", false);
    change("p1", { here: false });
    const whom = await screen.findByLabelText("I would follow");
    expect(screen.getByRole("alert").textContent).not.toContain("A facilitator can take the floor.");
    expect(within(whom).queryByRole("option", { name: "Jonas Weber" })).toBeNull();
    await hand.selectOptions(whom, "p3");
    await hand.click(screen.getByRole("button", { name: "Say so" }));
    expect(asked("person.endorse")).toEqual([{ session: "s1", person: "p3" }]);
    expect(await screen.findByText(/You would follow .Tomás Rivera/u)).toBeTruthy();
  });
});

describe("after the end", () => {
  it("a follow-up is made, and its plan opens", async () => {
    const { server, asked, hand } = await open("commit", true, "#/record/s1");
    const session = server.record("s1");
    if (session?.kind !== "session") throw new Error("no session");
    expect(screen.queryByRole("button", { name: "Plan the follow-up" })).toBeNull();
    server.tell({ ...session, state: "closed", ended: now });
    await hand.click(await screen.findByRole("button", { name: "Plan the follow-up" }));
    expect(asked("session.followUp")).toEqual([{ session: "s1" }]);
    await waitFor(() => expect(location.hash).toMatch(/^#\/plan\//u));
  });
  it("a decision gets the day on which it is looked at again", async () => {
    const { server, asked, hand } = await open("commit", true, "#/record/s1");
    const decision = { id: "d1", kind: "decision", text: "One kit", rule: "", activity: "a3", evidence: [] } as const;
    server.tell({ ...decision, evidence: [] } satisfies DecisionRecord);
    await hand.type(await screen.findByLabelText(/^Look at it again: .One kit/u), "2027-01-15");
    await hand.tab();
    expect(asked("decision.edit").at(-1)).toEqual({ session: "s1", decision: "d1", review: "2027-01-15" });
  });
  it("a session is kept until a day", async () => {
    const { asked, hand } = await open("write", true, "#/");
    const [more] = await screen.findAllByRole("button", { name: /^More about/u });
    if (!more) throw new Error("no session in the list");
    await hand.click(more);
    await hand.click(screen.getByRole("menuitem", { name: "Keep until a day" }));
    await hand.type(screen.getByLabelText("Keep until"), "2027-01-15");
    await hand.click(screen.getByRole("button", { name: "Save" }));
    expect(asked("sessions.keep").map((params) => params["until"])).toEqual(["2027-01-15"]);
  });
});

describe("words that stand already", () => {
  it("of a capture are changed in place by who wrote it, and Esc leaves them", async () => {
    const { server, asked, hand } = await open("discuss", true);
    const run = server.record("r4");
    if (run?.kind !== "run") throw new Error("no discussion runs");
    const said = { kind: "capture", run: run.id, activity: run.activity, type: "insight", late: false } as const;
    server.tell(
      { ...said, id: "own", text: "Boil it", author: "p0" },
      { ...said, id: "other", text: "Cool it", author: "p3" },
    );
    const reword = { name: /^Reword: .Boil it/u };
    await hand.click(await screen.findByRole("button", reword));
    await hand.keyboard("{Escape}");
    await hand.click(screen.getByRole("button", reword));
    await hand.keyboard(" first{Enter}");
    expect(asked("capture.edit")).toEqual([{ session: "s1", capture: "own", text: "Boil it first" }]);
    expect(document.activeElement).toBe(screen.getByRole("button", reword));
    expect(screen.queryByRole("button", { name: /^Reword: .Cool it/u })).toBeNull();
  });
});
