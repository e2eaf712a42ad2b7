/** What takes the Tab key by itself. */
const stops = "a[href], button:not([disabled]), input:not([disabled]), textarea, select, summary, [tabindex='0']";

/**
 * A region that scrolls can be scrolled by the keyboard: while it holds more than it shows, and nothing in it takes the Tab key,
 * it is a stop itself, with a ring and, where it is no list or landmark, with the name that is given. While everything in it is
 * seen it is none, so that nobody steps through regions in which there is nothing to do.
 */
export function scrollStop(name = ""): (region: HTMLElement) => (() => void) | undefined {
  return (region) => {
    if (typeof ResizeObserver === "undefined") return undefined;
    const look = () => {
      const more = region.scrollHeight > region.clientHeight + 1;
      const stop = more && /auto|scroll/.test(getComputedStyle(region).overflowY) && !region.querySelector(stops);
      // The focus is not taken from under someone who is reading.
      if (!stop && document.activeElement === region) return;
      region.classList.toggle("scroll-stop", stop);
      if (stop) region.tabIndex = 0;
      else region.removeAttribute("tabindex");
      if (name === "") return;
      if (stop) {
        region.setAttribute("role", "group");
        region.setAttribute("aria-label", name);
      } else {
        region.removeAttribute("role");
        region.removeAttribute("aria-label");
      }
    };
    const sizes = new ResizeObserver(look);
    const watch = () => {
      sizes.disconnect();
      sizes.observe(region);
      for (const child of region.children) sizes.observe(child);
    };
    const contents = new MutationObserver(() => {
      watch();
      look();
    });
    contents.observe(region, { childList: true, subtree: true });
    watch();
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  };
}
