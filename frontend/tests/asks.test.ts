import { cleanup, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeApi } from "../src/api/api";
import type { RunRecord, Sorting, TalkRecord, VoteRules, Writing } from "../src/api/types";
import { details, required } from "../src/activities/actionDetails";
import { roundAsks, sortingAsks, voteAsks, writingAsks } from "../src/activities/asks";
import App from "../src/screens/App.svelte";
import { Desk } from "../src/state/desk.svelte";
import { now, type Scene } from "./fake/sample";
import { FakeServer } from "./fake/server";

afterEach(cleanup);
beforeEach(() => (location.hash = ""));

const bare = (words: string) => words.replaceAll(/[\u2068\u2069]/gu, "");
const texts = (asks: { text: string }[]) => asks.map((ask) => bare(ask.text));

describe("what a brainstorm asks", () => {
  const writing: Writing = { mine: 1, attachTo: "board", media: ["text", "sketch"] };
  it("says nothing where nothing is asked", () => expect(writingAsks(writing, 0)).toEqual([]));
  it("says each setting, and what is not kept to yet", () => {
    const asks = writingAsks({ ...writing, quiet: true, least: 2, stars: 3, boxes: 8, media: ["text", "photo"] }, 3);
    expect(texts(asks)).toEqual([
      "Work quietly: nobody talks.",
      "8 boxes, one idea in each.",
      "Ideas from each, at least: 2. You have 1.",
      "Your favourites to star: 3. Starred: 3.",
      "Notes hold: Words, Photos.",
    ]);
    expect(asks.map((ask) => ask.off === true)).toEqual([false, false, true, false, false]);
  });
});

describe("what a sorting asks", () => {
  const sorting: Sorting = { sorts: true, who: "everyone", step: 0, steps: 1, leastWords: 1, mostWords: 7 };
  const board = { clusters: ["One", "Two words"], nameOf: (id: string) => id, until: "10:40", named: false };
  it("says nothing where nothing is asked", () => expect(sortingAsks(sorting, board)).toEqual([]));
  it("names the hosts, and tells the others what to do", () =>
    expect(texts(sortingAsks({ ...sorting, who: "hosts", hosts: ["Ben", "Dora"], sorts: false }, board))).toEqual([
      "Hosts of the groups sort: Ben, Dora.",
      "Say aloud where a note belongs.",
    ]));
  it("says the step, what is held back, and that pairs come first", () =>
    expect(texts(sortingAsks({ ...sorting, steps: 3, held: 4, pairsOnly: true }, board))).toEqual([
      "Step 1 of 3, until 10:40.",
      "Notes that come in later steps: 4.",
      "Look for pairs first: two notes that belong together, no more.",
    ]));
  it("counts the clusters, and names those whose name has other than so many words", () => {
    const asks = sortingAsks({ ...sorting, mostClusters: 1, leastWords: 2, mostWords: 3 }, { ...board, named: true });
    expect(texts(asks)).toEqual([
      "Clusters at most: 1. There are 2.",
      "A name has 2 to 3 words.",
      "Not yet 2 to 3 words: One",
    ]);
    expect(asks.map((ask) => ask.off === true)).toEqual([true, false, true]);
  });
  it("asks only to merge where notes are merged", () =>
    expect(sortingAsks({ ...sorting, merging: true, mostClusters: 1 }, { ...board, named: true })).toHaveLength(1));
});

describe("what rounds, votes and actions ask", () => {
  it("a round: with whom, in what form, how long", () =>
    expect(
      texts(roundAsks({ answer: "word", mode: "until-empty" }, { secondsPerTurn: 25 } as TalkRecord, ["You", "Ben"])),
    ).toEqual([
      "In your circle: You, Ben.",
      "One word.",
      "Round again, until nobody has more.",
      "About 25 seconds each; nobody is cut off.",
    ]));
  it("a vote: what it is for, what one reads, from when it counts", () => {
    const rules = {
      method: "scale",
      purpose: "decide",
      question: "?",
      low: 0,
      high: 5,
      quorum: 4,
      threshold: 3,
    } as VoteRules;
    expect(texts(voteAsks(rules, 5))).toEqual([
      "This vote decides.",
      "You read 5 of them; others read the rest.",
      "Who is below 3 is asked what is missing.",
      "Counts from 4 ballots on.",
    ]);
  });
  it("an action: what it says, and the details in one order", () => {
    expect(required({})).toEqual(["What", "Who", "By when"]);
    expect(details({ require: ["what", "reviewDate", "firstStep"], extra: ["help", "sign"] })).toEqual([
      "firstStep",
      "review",
      "sign",
      "help",
    ]);
  });
});

/** The window over the fake, with another form of the run that is open. */
async function open(scene: Scene, change: (was: RunRecord) => Partial<RunRecord>, facilitator = false) {
  location.hash = "#/room/s1";
  const server = new FakeServer(scene, facilitator, (method, params) => desk.hear(method, params));
  const desk = new Desk(makeApi(server.call), window);
  desk.clock.now = now;
  desk.online("open");
  render(App, { desk });
  await waitFor(() => expect(document.querySelector("main h1, h1")).not.toBeNull());
  const known = await waitFor(() => {
    const found = desk.room?.run;
    expect(found).toBeDefined();
    return found as RunRecord;
  });
  server.tell({ ...known, ...change(known) });
  const asked = (method: string) => server.asked.filter((call) => call.method === method).map((call) => call.params);
  return { asked, person: userEvent.setup() };
}

describe("consent", () => {
  it("asks who objects for the harm, and hands it in with the ballot", async () => {
    const { asked, person } = await open("vote", (was) => ({
      settings: { method: "consent" },
      options: was.options.slice(0, 1),
      vote: { method: "consent", purpose: "decide", question: "?", low: 0, high: 3, quorum: 7 },
    }));
    await person.click(await screen.findByRole("radio", { name: /object/iu }));
    await person.type(screen.getByLabelText("What harm do you see for our purpose?"), "The well runs dry");
    await person.click(screen.getByRole("button", { name: "Hand in ballot" }));
    expect(asked("ballot.cast")).toMatchObject([{ text: "The well runs dry", choices: [{ value: 0 }] }]);
  });
});

describe("a review", () => {
  it("asks where each action stands, in the words of the activity, and makes none", async () => {
    const { asked, person } = await open("commit", () => ({
      states: ["done", "on the way"],
      settings: { mode: "review" },
    }));
    const [first] = await screen.findAllByLabelText(/^Where it stands: /u);
    await person.selectOptions(first as HTMLElement, "on the way");
    expect(asked("action.edit")).toMatchObject([{ state: "on the way" }]);
    expect(screen.queryByLabelText("What will be done?")).toBeNull();
  });
});
