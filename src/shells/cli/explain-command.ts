import { suggest } from "#scenario/read/nearest";
import type { Arguments, Command } from "#shells/cli/command";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import { deliver, jsonText } from "#shells/cli/output";
import { storyDocument } from "#shells/cli/story-document";
import { storyText } from "#shells/cli/story-text";
import type { ToldStory } from "#shells/cli/story-text";
import { typedRun } from "#shells/cli/typed-run";
import { medianReplication } from "#study/experiment/median-replication";
import type { Result } from "#study/experiment/result";
import { storyOf } from "#study/experiment/story";

/** Tells why one replication of one variant came out as it did, from the scenario that its run saved. */
export const explainRun: Command = {
  usage: "explain <run> [variant]",
  summary:
    "Tell why a replication of a run came out as it did; the median one unless --replication names another",
  needs: "a run folder, such as runs/ever-given-2021",
  takes: ["replication"],
  async run(given, io, workshop) {
    const [typed = ""] = given.paths;
    const result = typedRun(typed, io);
    const { study } = result;
    const names = study.variants.map(({ name }) => name);
    if (!names.includes(given.variant))
      throw new UsageError(`the run has no variant "${given.variant}"; ${suggest(given.variant, names)}`);
    const { replication, why } = chosen(given, result);
    const laboratory = await workshop.laboratory.open(study);
    const story = storyOf(study, given.variant, replication, laboratory);
    const told: ToldStory = { result, variant: given.variant, replication, why, story };
    deliver(given.json ? jsonText(storyDocument(told)) : storyText(told, io.width), given, io);
    return exitCodes.done;
  },
};

function chosen(
  { replication, variant }: Arguments,
  result: Result,
): { readonly replication: number; readonly why: ToldStory["why"] } {
  const { replications } = result.summary;
  if (replication !== undefined) {
    if (replication >= replications)
      throw new UsageError(
        `the run has the replications 0 to ${replications - 1}, and no ${replication}; ` +
          `name one of these, such as --replication 0`,
      );
    return { replication, why: undefined };
  }
  const why = medianReplication(result, variant);
  return { replication: why?.replication ?? 0, why };
}
