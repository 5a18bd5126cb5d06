import type { Diagnostic } from "#base/diagnostic";
import type { Span } from "#study/experiment/batch";
import { gapsBelow } from "#study/experiment/gaps";
import type { Sitting } from "#study/experiment/runner";
import type { Cube } from "#study/sweep/cube";
import { CubeWriter } from "#study/sweep/cube-writer";
import type { SweepPart } from "#study/sweep/sweep-part";
import type { SweepPlan } from "#study/sweep/sweep-plan";

/** What a sweep gave beside its rows. */
export interface Sweep {
  readonly cube: Cube;
  readonly events: number;
  readonly conservation: { readonly checked: number; readonly audits: number };
  readonly violations: readonly string[];
  readonly limits: readonly string[];
}

/** Where the parts of a sweep go, and what is told of it. */
export interface SweepOptions {
  /** The parts that were run before, one after another: none is held. */
  readonly kept?: Iterable<SweepPart>;
  /** Called with each part that is run. */
  readonly keep: (part: SweepPart) => void;
  /** Called after each part with the futures done so far, of so many. */
  readonly progress?: (done: number, total: number) => void;
}

/** A future does not fit the scenario. */
export class FutureRefused extends Error {
  override readonly name: string = "FutureRefused";
  /** What is wrong; each names the future and its values. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super(diagnostics.map(({ wrong, right }) => `${wrong}; ${right}`).join("\n"));
    this.diagnostics = diagnostics;
  }
}

/**
 * Runs all futures that were not run before and puts their numbers together. Memory holds the cube alone,
 * whose size the plan says; rows go where `keep` puts them. Rejects with a `FutureRefused` at the first that
 * does not fit.
 */
export async function runSweep(
  plan: SweepPlan,
  sitting: Sitting<SweepPart>,
  { kept = [], keep, progress = () => {} }: SweepOptions,
): Promise<Sweep> {
  const writer = new CubeWriter(plan);
  const notes = { events: 0, checked: 0, audits: 0, done: 0 };
  const told: Told[] = [];
  const covered: Span[] = [];
  const count = (part: SweepPart): void => {
    writer.take(part);
    const { span, events, checked, audits, violations, limits } = part;
    covered.push(span);
    notes.events += events;
    notes.checked += checked;
    notes.audits += audits;
    notes.done += span.to - span.from;
    if (violations.length + limits.length > 0) told.push({ from: span.from, violations, limits });
  };
  for (const part of kept) count(part);
  for (const span of gapsBelow(plan.futures.count, covered))
    await sitting.run(span, (part) => {
      if (part.refused.length > 0) throw new FutureRefused(part.refused);
      count(part);
      keep(part);
      progress(notes.done, plan.futures.count);
    });
  told.sort((one, other) => one.from - other.from);
  return {
    cube: writer.cube(),
    events: notes.events,
    conservation: { checked: notes.checked, audits: notes.audits },
    violations: told.flatMap(({ violations }) => violations),
    limits: told.flatMap(({ limits }) => limits),
  };
}

type Told = Pick<SweepPart, "violations" | "limits"> & { readonly from: number };
