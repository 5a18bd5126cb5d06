import { benchStrategies } from "#shells/cli/bench-command";
import type { Command } from "#shells/cli/command";
import { compare } from "#shells/cli/compare-command";
import { diff } from "#shells/cli/diff-command";
import { reference, schema } from "#shells/cli/document-commands";
import { explainRun } from "#shells/cli/explain-command";
import { importFiles } from "#shells/cli/import-command";
import { newScenario } from "#shells/cli/new-command";
import { report } from "#shells/cli/report-command";
import { resume } from "#shells/cli/resume-command";
import { run } from "#shells/cli/run-command";
import { sweep } from "#shells/cli/sweep-command";
import { validate } from "#shells/cli/validate-command";
import { verify } from "#shells/cli/verify-command";

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  run,
  resume,
  compare,
  sweep,
  validate,
  newScenario,
  importFiles,
  diff,
  explainRun,
  verify,
  benchStrategies,
  schema,
  reference,
  report,
];
