import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { svelteTesting } from "@testing-library/svelte/vite";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const ourIcon = fileURLToPath(new URL("src/components/Icon.svelte", import.meta.url));
/** Icons are drawn by a component of ours: the library's takes a fifth of a millisecond for each, and a room has dozens. */
const icons = {
  name: "icons",
  enforce: "pre" as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === "../Icon.svelte" && importer?.includes("@lucide/svelte/dist/icons/") ? ourIcon : null,
};

/** What opens the line is a script before the others, and runs while they are still read. */
const earlyFirst: Plugin = {
  name: "early-first",
  transformIndexHtml: {
    order: "post",
    handler(_, { bundle = {} }) {
      const early = Object.values(bundle).find((part) => part.type === "chunk" && part.name === "early");
      if (!early) return [];
      const attrs = { type: "module", crossorigin: true, src: `./${early.fileName}` };
      return [{ tag: "script", attrs, injectTo: "head-prepend" }];
    },
  },
};

// The page is served by the app itself under `default-src 'none'`: no inline script (so no modulepreload polyfill),
// no inlined fonts (font-src is 'self' only). What the first screen needs is one file: 24 small ones took longer to ask for than to
// read. public/.gitkeep is copied back so that Go can embed dist on a fresh clone.
export default defineConfig({
  base: "./",
  plugins: [icons, earlyFirst, svelte(), svelteTesting()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // What is fetched late needs nothing but itself and the first script: links that announce more cost more than they save.
    modulePreload: false,
    reportCompressedSize: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "early", test: /\/src\/(?:early|api\/line|api\/where|state\/route)\.ts$/u, priority: 1 },
            { name: "first", tags: ["$initial"] },
            // The board with all that it needs is one file: what was found in it only when it was read came too late.
            {
              name: "board",
              test: /\/src\/(?:board\/(?!past|Past|Rewind)|components\/Sanitized|state\/keysHere)/u,
            },
          ],
        },
      },
    },
  },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.ts", "src/**/*.test.ts"],
    setupFiles: ["tests/setup.ts"],
    pool: "threads",
    maxWorkers: 2,
    testTimeout: 30_000,
  },
});
