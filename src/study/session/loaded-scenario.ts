import type { Diagnostic } from "#base/diagnostic";
import { resolveStudy } from "#scenario/language/resolve";
import type { ResolveInput } from "#scenario/language/resolve";
import type { Study } from "#scenario/language/resolved";
import type { WorldSource } from "#scenario/source/world-source";
import { ScenarioError } from "#study/session/scenario-error";

/** A scenario without errors: read, merged and checked, with all its variants. */
export interface LoadedScenario {
  /** The name of its folder or file. */
  readonly id: string;
  readonly title: string;
  /** The question that it asks; undefined where it asks none. */
  readonly question: string | undefined;
  /** The names of its variants, `baseline` first. */
  readonly variants: readonly string[];
  /** What is allowed but should be known. */
  readonly warnings: readonly Diagnostic[];
  /** Every variant with every default filled in and every unit turned into base units. */
  readonly study: Study;
  /** The data set that it was read with, by which its worlds are built; undefined where it has none. */
  readonly source: WorldSource | undefined;
  /**
   * The same with some values set, as `--set path=value` does. Throws a `ScenarioError` that tells each wrong
   * one under the name that is given with it.
   */
  with(set: readonly NamedSetting[]): LoadedScenario;
}

/** A value to set. */
export interface NamedSetting {
  /** What a diagnostic calls the place where it was written. */
  readonly name: string;
  /** `path=value`. */
  readonly text: string;
}

/** A scenario as it is handed in. */
export interface LoadInput extends ResolveInput {
  readonly source?: WorldSource;
}

/** Reads a scenario. Throws a `ScenarioError` with everything that is wrong with it. */
export function loadText(input: LoadInput): LoadedScenario {
  return resolved(input, []);
}

function resolved(input: LoadInput, named: readonly NamedSetting[]): LoadedScenario {
  const before = input.set ?? [];
  const set = [...before, ...named.map(({ text }) => text)];
  const { study, diagnostics } = resolveStudy({ ...input, set });
  const told = diagnostics.map((diagnostic): Diagnostic => {
    const { place } = diagnostic;
    const setting = place.file === "--set" ? named[place.line - 1 - before.length] : undefined;
    return setting === undefined ? diagnostic : { ...diagnostic, place: { ...place, file: setting.name } };
  });
  if (study === undefined) throw new ScenarioError(told);
  const baseline = study.variants[0]?.scenario;
  return {
    id: study.id,
    title: baseline?.title ?? study.id,
    question: baseline?.question,
    variants: study.variants.map(({ name }) => name),
    warnings: told,
    study,
    source: input.source,
    with: (more) => resolved(input, [...named, ...more]),
  };
}
