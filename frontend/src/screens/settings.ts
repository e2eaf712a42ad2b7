/** The main settings of each kind, as a facilitator meets them: names as in the templates, words from the catalogue. */
import type { Kind } from "../api/types";
import { t } from "../words/words.svelte";

export interface ChoiceRow {
  form: "choice";
  name: string;
  label: string;
  standard: string;
  options: { value: string; label: string }[];
  hint?: (value: string) => string | undefined;
}
export interface NumberRow {
  form: "number";
  name: string;
  label: string;
  /** Said when the setting is absent, and offered as a way back to it. */
  none: string;
  start: number;
  min: number;
  max: number;
}
export interface FlagRow {
  form: "flag";
  name: string;
  label: string;
  standard: boolean;
}
export type Row = ChoiceRow | NumberRow | FlagRow;

const authorship = (): ChoiceRow => ({
  form: "choice",
  name: "authorship",
  label: t("set-names"),
  standard: "named",
  options: [
    { value: "named", label: t("set-names-shown") },
    { value: "hidden", label: t("set-names-hidden") },
  ],
  hint: (value) => (value === "hidden" ? t("set-names-hidden-hint") : undefined),
});

export function settingsFor(kind: Kind): Row[] {
  switch (kind) {
    case "round":
      return [
        { form: "flag", name: "passAllowed", label: t("set-pass"), standard: true },
        { form: "flag", name: "spokenOnly", label: t("set-spoken"), standard: false },
        {
          form: "number",
          name: "secondsPerTurn",
          label: t("set-turn"),
          none: t("set-standard"),
          start: 30,
          min: 10,
          max: 600,
        },
      ];
    case "brainstorm":
      return [
        {
          form: "choice",
          name: "visibility",
          label: t("set-while"),
          standard: "private-until-reveal",
          options: [
            { value: "private-until-reveal", label: t("set-while-private") },
            { value: "public", label: t("set-while-public") },
          ],
        },
        authorship(),
        {
          form: "number",
          name: "maxPerPerson",
          label: t("set-max"),
          none: t("set-no-limit"),
          start: 8,
          min: 1,
          max: 50,
        },
      ];
    case "cluster":
      return [
        {
          form: "choice",
          name: "who",
          label: t("set-who"),
          standard: "everyone",
          options: [
            { value: "everyone", label: t("set-who-everyone") },
            { value: "facilitators", label: t("set-who-facilitators") },
          ],
        },
      ];
    case "vote":
      return [
        {
          form: "choice",
          name: "method",
          label: t("set-method"),
          standard: "dots",
          options: [
            { value: "dots", label: t("set-method-dots") },
            { value: "rank", label: t("set-method-rank") },
            { value: "scale", label: t("set-method-scale") },
            { value: "consent", label: t("set-method-consent") },
          ],
          hint: (value) => (value === "dots" ? undefined : t("set-method-later")),
        },
        {
          form: "choice",
          name: "options",
          label: t("set-options"),
          standard: "clusters",
          options: [
            { value: "clusters", label: t("set-options-clusters") },
            { value: "notes", label: t("set-options-notes") },
          ],
        },
        { form: "number", name: "dots", label: t("set-dots"), none: t("set-auto"), start: 3, min: 1, max: 20 },
        {
          form: "number",
          name: "maxPerOption",
          label: t("set-stack"),
          none: t("set-standard"),
          start: 2,
          min: 1,
          max: 20,
        },
        { form: "flag", name: "secret", label: t("set-sealed"), standard: true },
      ];
    case "discuss":
      return [
        {
          form: "number",
          name: "minutesPerItem",
          label: t("set-item"),
          none: t("set-standard"),
          start: 5,
          min: 1,
          max: 60,
        },
      ];
    case "commit":
      return [{ form: "flag", name: "ownerAccepts", label: t("set-accepts"), standard: true }];
    case "brief":
    case "breakout":
    case "canvas":
      return [];
  }
}
