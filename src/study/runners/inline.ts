import { InlineRunner } from "#study/experiment/inline-runner";
import type { RunnerKind } from "#study/experiment/runner";

/** In the calling thread. */
export const inline: RunnerKind = {
  kind: "inline",
  summary: "Runs all replications in the calling thread",
  fields: {},
  create: ({ open }) => new InlineRunner(open),
};
