/** 312 -> "05:12"; -12 -> "+00:12" (past the soft end); 5400 -> "1:30:00". Whole seconds, rounded down towards the end. */
export function clockFace(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds));
  const pad = (n: number) => String(n).padStart(2, "0");
  const hours = Math.floor(whole / 3600);
  const face = `${pad(Math.floor((whole % 3600) / 60))}:${pad(whole % 60)}`;
  return `${seconds < 0 && whole > 0 ? "+" : ""}${hours > 0 ? `${hours}:` : ""}${face}`;
}
