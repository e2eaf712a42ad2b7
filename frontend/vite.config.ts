import { svelte } from "@sveltejs/vite-plugin-svelte";
import { fileURLToPath } from "node:url";
import { svelteTesting } from "@testing-library/svelte/vite";
import { defineConfig } from "vitest/config";

const ourIcon = fileURLToPath(new URL("src/components/Icon.svelte", import.meta.url));
/** Icons are drawn by a component of ours: the library's takes a fifth of a millisecond for each, and a room has dozens. */
const icons = {
  name: "icons",
  enforce: "pre" as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === "../Icon.svelte" && importer?.includes("@lucide/svelte/dist/icons/") ? ourIcon : null,
};

// The page is served by the app itself under `default-src 'none'`: no inline script (so no modulepreload polyfill),
// no inlined fonts (font-src is 'self' only). What the first screen needs is one file: 24 small ones took longer to ask for than to
// read. public/.gitkeep is copied back so that Go can embed dist on a fresh clone.
export default defineConfig({
  base: "./",
  plugins: [icons, svelte(), svelteTesting()],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    // What is fetched late needs nothing but itself and the first script: links that announce more cost more than they save.
    modulePreload: false,
    reportCompressedSize: true,
    rolldownOptions: {
      // What opens the line stays a script before the others: it is not to be put into what begins them.
      experimental: { chunkOptimization: false },
      output: {
        codeSplitting: {
          groups: [
            // What opens the line is a script before the others, and runs while they are still read.
            { name: "early", test: /\/src\/(?:early|api\/line|api\/where|state\/route)\.ts$/u, priority: 1 },
            { name: "first", tags: ["$initial"] },
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
