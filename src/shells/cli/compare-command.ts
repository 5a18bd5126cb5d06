import type { Command } from "#shells/cli/command";

/**
 * Ranks the variants of a scenario, which it runs, or of run folders, and says what tells them apart and what
 * does not.
 */
export const compare: Command = {
  usage: "compare <paths..>",
  summary: "Rank the variants of a scenario, or of run folders, by a measure, with paired intervals",
  needs: "a scenario, such as ever-given-2021, or run folders, such as runs/before runs/after",
  takes: ["by", "of", "indifference", "until-it-can", "most", "full", "set", "replications", "junit"],
  draws: true,
  async run(given, io, workshop) {
    // Loaded late: no other command waits for what only a comparison needs.
    const { runComparison } = await import("#shells/cli/comparison-run");
    return runComparison({ given, io, workshop });
  },
};
