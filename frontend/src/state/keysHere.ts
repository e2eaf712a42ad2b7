/** Keys as they are written on this computer. Apart from what keys mean, which every screen needs at once. */

/** Whether a computer has the keys of a Mac. */
export const hasMacKeys = (of: { platform?: string; userAgentData?: { platform?: string } }): boolean =>
  /^(?:mac|ip(?:hone|ad))/iu.test(of.userAgentData?.platform || of.platform || "");

const marks: Record<string, string> = { Ctrl: "⌘", Shift: "⇧", Alt: "⌥" };

/** Keys as they are written on this computer: "Ctrl+Shift+Z" is "⇧⌘Z" on a Mac. */
export function keysHere(keys: string, mac = hasMacKeys(navigator)): string {
  if (!mac || !keys.includes("+") || keys === "+") return keys;
  const parts = keys.split("+");
  const last = parts.pop() ?? "";
  return ["Alt", "Shift", "Ctrl"].map((one) => (parts.includes(one) ? marks[one] : "")).join("") + last;
}
