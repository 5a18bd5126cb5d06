import type { Arguments } from "#shells/cli/command";
import { version } from "#shells/cli/version";
import { repeatedWarnings } from "#study/experiment/repeated-warnings";
import type { OpenedStudy } from "#shells/cli/workshop";
import type { RunRequest } from "#study/store/run-request";

/** All that the run needs to go on where it is broken off. */
export function runRequestOf({ study, warnings }: OpenedStudy, given: Arguments): RunRequest {
  const { paths, set, seed = null, replications = null, audit } = given;
  const repeated = repeatedWarnings(warnings);
  return { version: version(), study, audit, warnings: repeated, typed: { paths, set, seed, replications } };
}
