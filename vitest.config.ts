import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["source"] },
  ssr: { resolve: { conditions: ["source"] } },
  test: {
    include: ["test/**/*.test.ts"],
    execArgv: ["--import", "tsx", "--conditions=source"],
    coverage: { include: ["src/**/*.ts"] },
  },
});
