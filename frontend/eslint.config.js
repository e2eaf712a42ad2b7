import js from "@eslint/js";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

/** Folders from the floor up. Each may import only what stands below it; components and words stand on look alone. */
const above = {
  look: ["components", "words", "api", "state", "board", "activities", "wall", "screens"],
  words: ["components", "api", "state", "board", "activities", "wall", "screens"],
  components: ["api", "state", "board", "activities", "wall", "screens"],
  api: ["components", "words", "state", "board", "activities", "wall", "screens"],
  state: ["components", "board", "activities", "wall", "screens"],
  board: ["activities", "wall", "screens"],
  activities: ["wall", "screens"],
  wall: ["screens"],
};

const boundaries = Object.entries(above).map(([folder, forbidden]) => ({
  files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.svelte`, `src/${folder}/**/*.svelte.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: forbidden.map((name) => ({
          group: [`**/${name}/*`, `**/${name}/**`],
          message: `${folder}/ stands below ${name}/ and must not import it.`,
        })),
      },
    ],
  },
}));

export default ts.config(
  { ignores: ["dist/", "node_modules/", "test-results/"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      "no-undef": "off",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Text goes in as text; Markdown only through components/Sanitized.svelte." },
        { property: "outerHTML", message: "Text goes in as text." },
        { property: "insertAdjacentHTML", message: "Text goes in as text." },
      ],
      "svelte/no-at-html-tags": "error",
      // Style attributes in HTML are refused by the page's CSP; style: directives set properties from script and are fine.
      "no-restricted-syntax": [
        "error",
        { selector: "SvelteAttribute[key.name='style']", message: "Use a class or a style: directive." },
      ],
      "svelte/prefer-svelte-reactivity": "off",
      "svelte/require-each-key": "error",
      "max-lines": ["error", { max: 500 }],
    },
  },
  {
    // WebKit runs modules out of order around one that waits while it is run: names of it are used before they are there.
    files: ["src/**/*.ts"],
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "AwaitExpression:not(:function AwaitExpression)", message: "No await outside a function." },
      ],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig } },
  },
  ...boundaries,
);
