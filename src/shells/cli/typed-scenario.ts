import type { Diagnostic } from "#base/diagnostic";
import type { Arguments } from "#shells/cli/command";
import { UsageError } from "#shells/cli/exit-code";
import { futuresPatches } from "#shells/cli/futures-patches";
import type { CheckedScenario, Workshop } from "#shells/cli/workshop";

/** One option that patches a scenario, and its patch as `path=value`. */
interface OptionPatch {
  readonly option: string;
  readonly text: string;
}

/** What a scenario is read with. */
interface Ground {
  readonly given: Arguments;
  readonly workshop: Workshop;
  readonly folder: string;
}

/**
 * Reads the scenario that a user typed as the options of the command patch it. What is wrong with a patch is
 * told with its option; two that write one path are refused.
 */
export function typedScenario(typed: string, { given, workshop, folder }: Ground): CheckedScenario {
  const typedPatches = optionPatches(given);
  refuseTwice(typedPatches);
  const patches = [...typedPatches, ...futuresPatches(given)];
  const checked = workshop.check(
    typed,
    patches.map(({ text }) => text),
    folder,
  );
  const named = (diagnostic: Diagnostic): Diagnostic => {
    const { place } = diagnostic;
    const option = place.file === "--set" ? patches[place.line - 1]?.option : undefined;
    return option === undefined ? diagnostic : { ...diagnostic, place: { ...place, file: option } };
  };
  return { ...checked, diagnostics: checked.diagnostics.map(named) };
}

/** In the order in which they act. */
function optionPatches({ set, seed, replications }: Arguments): readonly OptionPatch[] {
  return [
    ...set.map((text) => ({ option: "--set", text })),
    ...(seed === undefined ? [] : [{ option: "--seed", text: `seed=${JSON.stringify(seed)}` }]),
    ...(replications === undefined
      ? []
      : [{ option: "--replications", text: `replications=${replications}` }]),
  ];
}

function refuseTwice(patches: readonly OptionPatch[]): void {
  const seen = new Map<string, string>();
  for (const { option, text } of patches) {
    const path = text.split("=")[0]?.trim() ?? "";
    const before = seen.get(path);
    seen.set(path, option);
    if (before === undefined || !text.includes("=")) continue;
    const who = before === option ? `${option} is given twice for` : `${before} and ${option} both set`;
    throw new UsageError(`${who} ${path}; keep one of them`);
  }
}
