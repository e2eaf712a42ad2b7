/** F6: the focus goes round the big parts of a screen. */
export function nextRegion(page: Document): void {
  const regions = [...page.querySelectorAll<HTMLElement>("header, aside, main, footer.pfoot, nav")].filter(
    (region) => region.closest("dialog") === null && region.parentElement?.closest("aside, main, header") === null,
  );
  if (regions.length === 0) return;
  const at = regions.findIndex((region) => region.contains(page.activeElement));
  const next = regions[(at + 1) % regions.length];
  const first = next?.querySelector<HTMLElement>(
    "button:not([disabled]), input:not([disabled]), textarea, select, a[href], [tabindex='0']",
  );
  if (first) first.focus();
  else if (next) {
    next.tabIndex = -1;
    next.focus();
  }
}
