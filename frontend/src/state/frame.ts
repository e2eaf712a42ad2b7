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
