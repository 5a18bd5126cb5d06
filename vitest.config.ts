import { defineConfig } from "vitest/config";

/** An hour, ms: longer than any test takes, on a busy machine and in the long verification too. */
const HANGS = 3_600_000;

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
    testTimeout: HANGS,
    hookTimeout: HANGS,
    retry: 0,
    allowOnly: false,
    passWithNoTests: false,
    coverage: { provider: "v8", include: ["src/**/*.ts"] },
  },
});
