/** This computer's clock as state: screens that show time read `now` and are drawn again twice a second. */
export class Clock {
  now = $state(Date.now());

  /** Ticks until the returned function is called. */
  run(): () => void {
    const timer = setInterval(() => (this.now = Date.now()), 500);
    return () => clearInterval(timer);
  }
}
