import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ApiFailure } from "../src/api/failure";
import { makeApi } from "../src/api/api";
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
  await waitFor(() => expect(document.querySelector("main h1, h1")).not.toBeNull());
  const asked = (method: string) => server.asked.filter((call) => call.method === method).map((call) => call.params);
  return { desk, server, asked, person: userEvent.setup() };
}

describe("voting with dots", () => {
  it("keeps to the budget, hands in once, and shows what was handed in", async () => {
    const { person, asked } = await open("vote", false);
    const more = (text: string) => screen.getByRole("button", { name: `One dot more for \u2068${text}\u2069` });
    await person.click(more("Same test kit at all three sites"));
    await person.click(more("Same test kit at all three sites"));
    expect(more("Same test kit at all three sites")).toHaveProperty("disabled", true);
    await person.click(more("Buy kits together, a third cheaper"));
    expect(screen.getByText(/of .5. dots left/u).textContent).toContain("\u20682\u2069");
    await person.click(screen.getByRole("button", { name: "Hand in ballot" }));
    expect(asked("ballot.cast")).toEqual([
      {
        session: "s1",
        choices: [
          { option: "o2", value: 2 },
          { option: "o6", value: 1 },
        ],
      },
    ]);
    expect(await screen.findByText("Handed in")).toBeTruthy();
  });

  it("answers to the keys on an option", async () => {
    const { person, asked } = await open("vote", false);
    const options = screen.getAllByRole("group", { name: /^Dots for/u });
    options[0]?.focus();
    await person.keyboard("+{ArrowDown}++-{Enter}");
    const [cast] = asked("ballot.cast");
    expect((cast?.["choices"] as { value: number }[]).map((choice) => choice.value)).toEqual([1, 1]);
  });

  it("keeps an unsent ballot when handing in is refused, and says why", async () => {
    const { person, server } = await open("vote", false);
    server.refuse.set(
      "ballot.cast",
      new ApiFailure({ code: "closed", message: "This vote is closed.", hint: "Your ballot was not counted." }),
    );
    await person.click(screen.getByRole("button", { name: /One dot more for .Ask the council/u }));
    await person.click(screen.getByRole("button", { name: "Hand in ballot" }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "This vote is closed. Your ballot was not counted.",
    );
    expect(screen.getByText(/of .5. dots left/u).textContent).toContain("\u20684\u2069");
  });

  it("shows ranks with shared places and what was not opened", async () => {
    await open("result", false);
    expect(screen.getAllByText("2=")).toHaveLength(2);
    expect(screen.getByText(/One ballot was not opened/u)).toBeTruthy();
  });
});

describe("writing ideas", () => {
  it("adds with Enter, keeps the cursor and clears only what was sent", async () => {
    const { person, asked } = await open("write", false);
    const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Add one idea" });
    await person.type(box, "Ask the school for its fridge{Enter}");
    expect(asked("note.add")).toEqual([{ session: "s1", text: "Ask the school for its fridge" }]);
    expect(await screen.findByText("Ask the school for its fridge")).toBeTruthy();
    await waitFor(() => expect(box.value).toBe(""));
    expect(document.activeElement).toBe(box);
  });

  it("sends nothing for an empty line", async () => {
    const { person, asked } = await open("write", false);
    await person.type(screen.getByRole("textbox", { name: "Add one idea" }), "   {Enter}");
    expect(asked("note.add")).toEqual([]);
  });

  it("keeps the words when the note is refused", async () => {
    const { person, server } = await open("write", false);
    server.refuse.set(
      "note.add",
      new ApiFailure({ code: "disk-full", message: "The disk is full.", hint: "Free 20 MB and press Add again." }),
    );
    const box = screen.getByRole<HTMLInputElement>("textbox", { name: "Add one idea" });
    await person.type(box, "half a thought{Enter}");
    expect(await screen.findByText(/Free 20 MB/u)).toBeTruthy();
    expect(box.value).toBe("half a thought");
  });

  it("says who sees a note, and shows other people's only face down", async () => {
    await open("write", false);
    expect(
      screen.getByText(
        /^Only on this laptop until .Amina. turns all notes over\. Names hidden on the board\. Not anonymous/u,
      ),
    ).toBeTruthy();
    expect(document.querySelectorAll(".facedown li")).toHaveLength(27);
    expect(screen.getAllByText("Only here")).toHaveLength(4);
  });

  it("keeps half a sentence over a reload", async () => {
    const { person } = await open("write", false);
    await person.type(screen.getByRole("textbox", { name: "Add one idea" }), "not sent yet");
    cleanup();
    await open("write", false);
    expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Add one idea" }).value).toBe("not sent yet");
  });

  it("changes a note in place, and Esc leaves it as it was", async () => {
    const { person, asked } = await open("write", false);
    await person.click(screen.getByRole("button", { name: /^Change .*A small fee/u }));
    await person.keyboard(" No{Escape}");
    expect(asked("note.edit")).toEqual([]);
    await person.click(screen.getByRole("button", { name: /^Change .*A small fee/u }));
    const box = screen.getByRole("textbox", { name: "Change the note" });
    await person.clear(box);
    await person.type(box, "A fee{Enter}");
    expect(asked("note.edit")).toEqual([{ session: "s1", note: "d3", text: "A fee" }]);
  });
});

describe("grouping without dragging", () => {
  it("moves a note by M and a button, and says where it went", async () => {
    const { person, asked } = await open("cluster", false);
    const note = await screen.findByRole("group", { name: /Rain gauge at every site/u }, { timeout: 20_000 });
    note.focus();
    await person.keyboard("m");
    await person.click(screen.getByRole("button", { name: "Cost of kits" }));
    expect(asked("note.move")).toEqual([{ session: "s1", note: "n33", cluster: "c3" }]);
    expect(await screen.findByText(/Moved to .Cost of kits/u)).toBeTruthy();
  });

  it("is one tab stop", async () => {
    await open("cluster", false);
    await screen.findByRole("group", { name: /Rain gauge at every site/u }, { timeout: 20_000 });
    expect(document.querySelectorAll('[data-note][tabindex="0"]')).toHaveLength(1);
  });
});

describe("facilitating", () => {
  it("pauses with Space, adds a minute with +, goes on with the arrow", async () => {
    const { asked } = await open("write", true);
    for (const key of [" ", "+", "ArrowRight"]) await fireEvent.keyDown(document.body, { key });
    expect([asked("run.pause").length, asked("run.extend"), asked("run.next").length]).toEqual([
      1,
      [{ session: "s1", seconds: 60 }],
      1,
    ]);
  });

  it("sees a count, not the words, and one filled button", async () => {
    await open("write", true);
    expect(screen.getByRole("heading", { name: /31.* notes, face down/u })).toBeTruthy();
    expect(document.querySelectorAll(".btn.primary")).toHaveLength(1);
    expect(document.querySelector(".btn.primary")?.textContent).toContain("Cluster");
  });

  it("offers the floor when its holder is gone, as the one filled button", async () => {
    const { person, asked } = await open("gone", true);
    expect(screen.getByRole("alert").textContent).toContain("laptop has left the network");
    expect(document.querySelectorAll(".btn.primary")).toHaveLength(1);
    await person.click(screen.getByRole("button", { name: "Take the floor" }));
    expect(asked("floor.take")).toHaveLength(1);
  });
});

describe("what the group left out", () => {
  it("stands in the agenda as left out, is not next, and can be taken in again", async () => {
    const { server, person, asked } = await open("write", true);
    const cluster = server.record("a2");
    if (cluster?.kind !== "activity") throw new Error("no activity a2");
    server.tell({ ...cluster, skipped: true });
    expect(await screen.findByText("Left out")).toBeTruthy();
    expect(document.querySelector(".btn.primary")?.textContent).toContain("Vote");
    await person.click(screen.getByRole("button", { name: /^Take in again: .Cluster/u }));
    expect(asked("activity.skip")).toEqual([{ session: "s1", activity: "a2", skip: false }]);
  });
});

describe("after a vote", () => {
  it("closing and counting is a step of its own, and comes before the next activity", async () => {
    const { person, asked } = await open("vote", true);
    await person.click(screen.getByRole("button", { name: "Close and count the vote" }));
    expect([asked("run.close").length, asked("run.next").length]).toEqual([1, 0]);
  });
  it("shows the result until the next activity opens, with a rule under what it takes up", async () => {
    await open("result", true);
    expect(screen.getByRole("region", { name: "Result" }).querySelectorAll("li.top")).toHaveLength(3);
    expect(document.querySelector(".btn.primary")?.textContent).toContain("Talk it through");
  });
});

describe("committing", () => {
  it("lets the owner say yes", async () => {
    const { person, asked } = await open("commit", false);
    await person.click(screen.getByRole("button", { name: "Yes, I will" }));
    expect(asked("action.accept")).toEqual([{ session: "s1", action: "t3", accept: true }]);
  });
});

describe("planning", () => {
  it("moves an activity with Alt+arrows and says so", async () => {
    const { person, asked } = await open("draft", true, "#/plan/s1");
    screen.getByRole("button", { name: /Vote/u }).focus();
    await person.keyboard("{Alt>}{ArrowUp}{/Alt}");
    expect(asked("activity.move")).toEqual([{ session: "s1", activity: "a3", after: "a1" }]);
  });

  it("saves a prompt when it is left, once, and not when nothing changed", async () => {
    const { person, asked } = await open("draft", true, "#/plan/s1");
    const prompt = screen.getByRole("textbox", { name: "Question, read aloud" });
    await person.click(prompt);
    await person.tab();
    expect(asked("activity.edit")).toEqual([]);
    await person.type(prompt, " Welcome.");
    await person.tab();
    expect(asked("activity.edit")).toHaveLength(1);
  });
});

describe("joining", () => {
  it("asks for what is missing, then joins and opens the room", async () => {
    const { person, asked } = await open("waiting", false, "#/join");
    await person.click(screen.getByRole("button", { name: "Join" }));
    expect(screen.getByText("Type the code or paste the link first.")).toBeTruthy();
    await person.type(
      screen.getByRole("textbox", { name: "Code or link from the facilitator" }),
      "convene://join/#abc",
    );
    await person.click(screen.getByRole("button", { name: "Join" }));
    expect(asked("sessions.join")).toEqual([{ link: "convene://join/#abc", name: "Fatima Zahra" }]);
    await waitFor(() => expect(location.hash).toBe("#/room/s1"));
  });

  it("says in words why it was refused", async () => {
    const { person, server } = await open("waiting", false, "#/join");
    server.refuse.set(
      "sessions.join",
      new ApiFailure({
        code: "invite-expired",
        message: "This invite has expired or was taken back, or the clock of this laptop is wrong.",
        hint: "Nothing was changed. Look at the clock, or ask for a new one.",
      }),
    );
    await person.type(
      screen.getByRole("textbox", { name: "Code or link from the facilitator" }),
      "convene://join/#old",
    );
    await person.click(screen.getByRole("button", { name: "Join" }));
    expect((await screen.findByRole("alert")).textContent).toContain(
      "This invite has expired or was taken back, or the clock of this laptop is wrong. Nothing was changed. Look at the clock, or ask for a new one.",
    );
  });

  it("offers to look the host up, says what that reveals, and does it only then", async () => {
    const { person, asked } = await open("waiting", false, "#/join");
    await person.type(
      screen.getByRole("textbox", { name: "Code or link from the facilitator" }),
      "convene://join/#old",
    );
    await person.click(screen.getByRole("button", { name: "Join" }));
    const look = await screen.findByRole("button", { name: "Look for it in the public directory" });
    expect(look.getAttribute("aria-describedby")).toBe("look-up-reveals");
    expect(document.getElementById("look-up-reveals")?.textContent).toContain(
      "The address of this computer becomes visible to strangers who run the public directory",
    );
    expect(asked("directory.join")).toEqual([]);
    await person.click(look);
    expect(asked("directory.join")).toEqual([{ link: "convene://join/#old", name: "Fatima Zahra" }]);
    await waitFor(() => expect(location.hash).toBe("#/room/s1"));
  });

  it("takes a code as people type it, and asks only the laptop that was chosen", async () => {
    const { person, asked, server } = await open("waiting", false, "#/join");
    server.refuse.set(
      "door.join",
      new ApiFailure({ code: "code-refused", message: "Nobody on this network has this code.", hint: "" }),
    );
    await person.click(await screen.findByRole("button", { name: /Use its code: .mint river/u }));
    const box = screen.getByRole("textbox", { name: "Code or link from the facilitator" });
    expect(document.activeElement).toBe(box);
    await person.type(box, "4 Tulip Anchor{Enter}");
    expect(asked("door.join")).toEqual([{ code: "4-tulip-anchor", name: "Fatima Zahra", peer: "x1" }]);
    expect((await screen.findByRole("alert")).textContent).toContain("Nobody on this network has this code.");
  });
});

describe("the door", () => {
  it("shows who waits with two words, and lets in one by one", async () => {
    const { person, asked } = await open("write", true);
    expect(screen.getByText(/Their screen says: .maple harbor/u)).toBeTruthy();
    await person.click(screen.getByRole("button", { name: /^Let in: .Yusuf Demir.$/u }));
    expect(asked("door.letIn")).toEqual([{ session: "s1", person: "w1" }]);
    await waitFor(() => expect(screen.queryByText(/maple harbor/u)).toBeNull());
  });

  it("opens a code and takes an invite back", async () => {
    const { person, asked } = await open("write", true);
    await person.click(screen.getByRole("button", { name: "Let people in" }));
    await person.click(await screen.findByRole("button", { name: "Open a code" }));
    expect(asked("door.open")).toEqual([{ session: "s1", role: "participant", ask: false }]);
    expect(await screen.findByText("7-maple-river")).toBeTruthy();
    await person.click(screen.getByText("Invites still open"));
    await person.click(screen.getByRole("button", { name: /^Take back the invite: .By link/u }));
    expect(asked("door.revoke")).toEqual([{ session: "s1", invite: "i1" }]);
  });
});

describe("before the end", () => {
  it("shows what is open with a line to write, and finishes when nothing is", async () => {
    const { person, asked } = await open("commit", true);
    await person.click(screen.getByRole("button", { name: "More" }));
    await person.click(screen.getByRole("menuitem", { name: "Finish the session" }));
    const finish = await screen.findByRole("button", { name: "Finish the session now" });
    expect(finish).toHaveProperty("disabled", true);
    await person.type(screen.getByRole("textbox", { name: /^Answer to/u }), "One at a time{Enter}");
    await person.click(screen.getByRole("button", { name: /^Take .*Map of the old pipes/u }));
    expect(asked("point.answer")).toEqual([{ session: "s1", point: "pt1", answer: "One at a time" }]);
    expect(asked("parked.carry")).toEqual([{ session: "s1", parked: "k3", carry: true }]);
    await waitFor(() => expect(finish).toHaveProperty("disabled", false));
    await person.click(finish);
    expect(asked("session.finish")).toHaveLength(1);
  });
});

describe("long work with a whole session", () => {
  it("shows how far it is, and leaves the dialog where it was when it is called off", async () => {
    const { server, asked, person, desk } = await open("write", true);
    server.slow = true;
    await person.click(screen.getByRole("button", { name: "More" }));
    await person.click(screen.getByRole("menuitem", { name: "Save as a file to carry" }));
    await person.click(screen.getByRole("button", { name: "Save the file" }));
    const bar = await screen.findByRole("progressbar", { name: "Writing the file" });
    expect([bar.getAttribute("value"), bar.getAttribute("max")]).toEqual(["1240", "5020"]);
    desk.hear("carry.progress", { step: "saving", have: 5020, of: 5020 });
    await waitFor(() => expect(bar.getAttribute("value")).toBe("5020"));
    await person.click(screen.getByRole("button", { name: "Cancel" }));
    expect(asked("carry.stop")).toHaveLength(1);
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(desk.toasts.list.map((toast) => [toast.code, toast.severity])).toEqual([["called-off", "info"]]);
    server.slow = false;
    await person.click(screen.getByRole("button", { name: "Save the file" }));
    expect(await screen.findByText(/Saved in/u)).toBeTruthy();
  });

  it("waits for other long work, and leaves that alone when the dialog is closed", async () => {
    const { server, asked, person, desk } = await open("write", true);
    server.slow = true;
    const other = desk.carry(() => desk.api.sessions.import({ path: "/stick/other.convene" }));
    const begin = async () => {
      await person.click(screen.getByRole("button", { name: "More" }));
      await person.click(screen.getByRole("menuitem", { name: "Save as a file to carry" }));
    };
    for (const away of ["Close", "Cancel"]) {
      await begin();
      expect(screen.getByText(/^Something else is going on/u)).toBeTruthy();
      expect(screen.getByRole("button", { name: "Save the file" })).toHaveProperty("disabled", true);
      await person.click(screen.getByRole("button", { name: away }));
      expect(screen.queryByRole("button", { name: "Save the file" })).toBeNull();
    }
    expect(asked("carry.stop")).toEqual([]);
    await begin();
    await desk.callOff();
    await other;
    expect(screen.getByRole("button", { name: "Save the file" })).toHaveProperty("disabled", false);
    await person.click(screen.getByRole("button", { name: "Save the file" }));
    await screen.findByRole("progressbar", { name: "Writing the file" });
    await person.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Close" }));
    expect(asked("carry.stop")).toHaveLength(2);
  });
});
