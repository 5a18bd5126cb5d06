import { defineConfig } from "vitest/config";

/**
 * Tests import the sources, by the same subpaths as the sources do. `execArgv` lets worker threads that a
 * test starts load TypeScript too. Two workers at most: some tests start threads of their own. Time limits
 * only end what hangs.
 */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    execArgv: ["--import", "tsx", "--conditions=source"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    coverage: { provider: "v8", include: ["src/**/*.ts"] },
  },
});
