import { defineConfig } from "vitest/config";

/** An hour, ms: longer than any test takes, on a busy machine and in the long verification too. */
const HANGS = 3_600_000;

const all = ["test/**/*.test.ts"];

/** These put another module in the place of one of ours, which must not have been loaded before. */
const mocking = ["test/domain/cargo/audit.test.ts"];

/**
 * Tests import the sources, by the same subpaths as the sources do. `execArgv` lets worker threads that a
 * test starts load TypeScript too. Two workers at most: some tests start threads of their own. Time limits
 * only end what hangs. A worker keeps what it has loaded from file to file: to load it anew for each of some
 * hundred files took longer than most of their tests, and no test leaves anything behind in a module.
 */
export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    globalSetup: "test/warm-threads.ts",
    projects: [
      { extends: true, test: { name: "shared", isolate: false, include: all, exclude: mocking } },
      { extends: true, test: { name: "alone", include: mocking } },
    ],
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
