import type { Command } from "#shells/cli/command";

/** Runs the shipped benchmark: all policies against twelve disruptions on six networks. */
export const benchStrategies: Command = {
  usage: "bench-strategies",
  summary: "Run the benchmark of strategies: six networks, twelve disruptions, all policies",
  takes: ["networks", "disruptions", "policies", "replications"],
  draws: true,
  async run(given, io, workshop) {
    // Loaded late: no other command waits for what only the benchmark needs.
    const { runBenchmark } = await import("#shells/cli/bench-run");
    return runBenchmark({ given, io, workshop });
  },
};
