/** How this person likes to see the window: theme and language. Kept on this computer only. */
export type Theme = "system" | "light" | "dark";

export class Taste {
  theme = $state<Theme>("system");
  language = $state("");
  private dark = $state(false);

  constructor(private readonly page: Window) {
    const theme = page.localStorage.getItem("convene.theme");
    if (theme === "light" || theme === "dark") this.theme = theme;
    this.language = page.localStorage.getItem("convene.language") ?? "";
    const query = page.matchMedia("(prefers-color-scheme: dark)");
    this.dark = query.matches;
    query.addEventListener("change", (event) => (this.dark = event.matches));
  }

  choose(theme: Theme): void {
    this.theme = theme;
    this.page.localStorage.setItem("convene.theme", theme);
  }

  speak(language: string): void {
    this.language = language;
    this.page.localStorage.setItem("convene.language", language);
  }

  wear(root: HTMLElement): void {
    const dark = this.theme === "dark" || (this.theme === "system" && this.dark);
    root.dataset["theme"] = dark ? "dark" : "light";
  }
}

let worn: Taste | undefined;

/** One taste per window. */
export function readTaste(page: Window): Taste {
  worn ??= new Taste(page);
  return worn;
}
