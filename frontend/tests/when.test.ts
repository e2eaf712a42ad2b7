import { afterEach, describe, expect, it, vi } from "vitest";
import { speak } from "../src/words/words.svelte";
import { clock, day, isoDay, longDay, paperDay } from "../src/words/when";

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const regions = letters.flatMap((a) => letters.map((b) => a + b));
const moments = [0, 9.1, 12.75, 23.99].map((hour) => new Date(2026, 10, 26).getTime() + hour * 3_600_000);
const html = document.createElement("html");

describe("a time of day", () => {
  afterEach(async () => {
    vi.restoreAllMocks();
    await speak("en", html);
  });
  it.each(["en", "de", "es", "ar"])("is written as Intl writes it in %s, in every region", async (code) => {
    await speak(code, html);
    for (const region of ["", ...regions]) {
      const here = region === "" ? code : `${code}-${region}`;
      vi.spyOn(navigator, "languages", "get").mockReturnValue([here]);
      const locale = code === "ar" ? `${here}-u-nu-latn` : here;
      const format = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
      for (const ms of moments) expect(clock(ms), here).toBe(format.format(ms));
    }
  });
});

describe("a day", () => {
  afterEach(() => speak("en", html));
  it("is written in the language that is spoken now", async () => {
    vi.spyOn(navigator, "languages", "get").mockReturnValue(["en-GB"]);
    const at = new Date(2026, 10, 26, 12).getTime();
    expect([day(at), longDay(at)]).toEqual(["Thu 26 Nov", "Thursday 26 November"]);
    expect([isoDay("2026-12-04", at), isoDay("2027-12-04", at), isoDay("soon", at)]).toEqual([
      "4 Dec",
      "4 Dec 2027",
      "soon",
    ]);
    await speak("de", html);
    expect([longDay(at), paperDay("2026-12-04"), day(at)]).toEqual([
      "Donnerstag, 26. November",
      "4. Dezember 2026",
      "Do., 26. Nov.",
    ]);
  });
});
