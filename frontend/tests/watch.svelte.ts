/** Runs each act as an effect; gives a way to stop them. */
export function watch(acts: (() => void)[]): () => void {
  return $effect.root(() => {
    for (const act of acts) $effect(act);
  });
}
