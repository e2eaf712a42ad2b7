import { mount, unmount } from "svelte";
import { describe, expect, it } from "vitest";
import NoteWords from "../src/components/NoteWords.svelte";
import Sanitized from "../src/components/Sanitized.svelte";

describe("words that Go rendered", () => {
  it("say nothing of their language where a person wrote them, and run as they begin", () => {
    const made = mount(NoteWords, { target: document.body, props: { text: "*ماء*", html: "<p><em>ماء</em></p>" } });
    const words = document.querySelector(".md");
    expect(words?.getAttribute("lang")).toBeNull();
    expect(words?.getAttribute("dir")).toBe("auto");
    void unmount(made);
  });
  it("are English in a record", () => {
    const made = mount(Sanitized, {
      target: document.body,
      props: { html: "<p>Actions</p>", onlink: () => undefined, record: true },
    });
    expect(document.querySelector(".md")?.getAttribute("lang")).toBe("en");
    void unmount(made);
  });
});
