/** Conditions that still have to be told. Pure. */
import type { HealthItem } from "../api/types";
import type { Trouble } from "./trouble";

/** What the banner on top says already is not said twice; what needs no act is not said here. */
export function untold(items: readonly HealthItem[], told: Trouble): HealthItem[] {
  const said = { alone: "alone", gone: "floor-away", readonly: "", none: "" }[told];
  return items.filter((item) => item.severity !== "info" && item.code !== said);
}
