/** Pixels of a window in which the bars around a board keep one row each, and so their height before they are there. */
export const roomy = 1024;

/** Longest wait in milliseconds where no frame is drawn at all: the window may lie behind others. */
const longest = 300;

/** Calls act once the next frame has been drawn; answers how to call it off. */
export function afterFrame(act: () => void): () => void {
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(end)));
  const timer = setTimeout(end, longest);
  function stop() {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  }
  function end() {
    stop();
    act();
  }
  return stop;
}
