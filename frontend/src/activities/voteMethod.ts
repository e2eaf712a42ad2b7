/** How a vote is cast on screen, read from a run's settings. */
import type { Settings } from "../api/types";

export type Method = "dots" | "scale" | "unknown";

export function methodOf(settings: Settings): Method {
  const method = settings["method"] ?? "dots";
  if (method === "dots") return "dots";
  return method === "scale" || method === "score" ? "scale" : "unknown";
}

/** The ends of the scale; named scales as in the templates. */
export function scaleOf(settings: Settings): { min: number; max: number } {
  const scale = settings["scale"];
  if (scale === "thumbs") return { min: -1, max: 1 };
  if (scale === "scale5") return { min: 1, max: 5 };
  if (Array.isArray(scale) && typeof scale[0] === "number" && typeof scale[1] === "number")
    return { min: scale[0], max: scale[1] };
  return { min: 0, max: 5 };
}
