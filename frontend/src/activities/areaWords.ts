/** The names of the areas of a canvas. */
import type { AxisWords } from "./zones";
import { t } from "../words/words.svelte";

export const areaWords = (): AxisWords => ({
  more: (axis) => t("axis-more", { axis }),
  less: (axis) => t("axis-less", { axis }),
  both: (one, other) => t("axis-both", { one, other }),
  slot: (zone, slot) => t("zone-slot", { zone, slot }),
  top: t("axis-top"),
  bottom: t("axis-bottom"),
  left: t("axis-left"),
  right: t("axis-right"),
});
