import type BoardPage from "../board/Board.svelte";

/**
 * The board is a script of its own, fetched while a session opens: what people open first has none. Once here, it is drawn at once;
 * until then its place is kept.
 */
class TheBoard {
  page = $state.raw<typeof BoardPage | undefined>();
  private coming: Promise<void> | undefined;

  fetch(): Promise<void> {
    this.coming ??= import("../board/Board.svelte").then(
      (module) => {
        this.page = module.default;
      },
      () => {
        this.coming = undefined; // the next who asks tries again
      },
    );
    return this.coming;
  }
}

export const theBoard = new TheBoard();
