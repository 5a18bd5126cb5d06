import type { Diagnostic } from "#base/diagnostic";
import type { Origin } from "#scenario/language/reading";
import type { StudyFutures } from "#scenario/language/resolve";
import type { Study } from "#scenario/language/resolved";
import type { Sketching } from "#scenario/source/sketch-scenario";
import type { ImportedFile } from "#scenario/source/sketched-table";
import type { VariantRoutes } from "#shells/cli/routes-text";
import { ScenarioRefused } from "#shells/cli/scenario-refused";
import type { LaboratorySource } from "#study/experiment/runner";
import type { SweepSource } from "#study/sweep/sweep-source";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** A scenario as it was found and read. */
export interface CheckedScenario {
  /** Its file as a user sees it. */
  readonly file: string;
  /** Undefined when there is an error among the diagnostics. */
  readonly study: Study | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Its futures, and the scenario as data from which threads read it again; missing where it has none. */
  readonly swept?: { readonly futures: StudyFutures; readonly scenario: SweptScenario };
  /** Every value of every variant with where it comes from, for people. */
  readonly explanation: () => string;
  /** The best routes of each variant's flows; none when there is an error. */
  readonly routes: () => readonly VariantRoutes[];
  /** Where the value at a path of a variant comes from; undefined for what is no value of its own. */
  readonly origin: (variant: string, path: string) => Origin | undefined;
}

/** How scenarios are opened and what runs them: handed in, so that tests hand in another. */
export interface Workshop {
  /**
   * Reads the scenario that a user typed (a file, a folder, or a shipped name), patched by `path=value`
   * texts. Throws a `NoScenario` when there is none.
   */
  check(typed: string, set: readonly string[], folder: string): CheckedScenario;
  /** As `check`, of a text that is to be written as `file`; files beside it may have been opened already. */
  checkText(text: string, file: string, folder: string, opened: readonly ImportedFile[]): CheckedScenario;
  /** A scenario made of tables that lie beside it. */
  sketch(files: readonly ImportedFile[]): Sketching;
  /** The networks of the benchmark that come with Breakwater, in order of id, and where their files are. */
  benchmarks(): readonly { readonly id: string; readonly path: string }[];
  readonly laboratory: LaboratorySource;
  readonly futures: SweepSource;
  readonly truth: TruthSource;
}

/** The cases that the engine is held to, and what runs them. */
export interface TruthSource {
  /** The text of the file of cases. */
  cases(): string;
  /** URL of the file that a thread runs: see `shells/cli/truth-worker`. */
  readonly worker: string;
}

/** A scenario in which nothing is wrong. */
export interface OpenedStudy {
  readonly study: Study;
  /** What is allowed but should be known. */
  readonly warnings: readonly Diagnostic[];
}

/** The study of a scenario; throws a `ScenarioRefused` with everything that is wrong with it. */
export function openedStudy({ study, diagnostics }: CheckedScenario): OpenedStudy {
  if (study === undefined) throw new ScenarioRefused(diagnostics);
  return { study, warnings: diagnostics };
}
