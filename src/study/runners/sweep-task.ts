import type { Span, Timed } from "#study/experiment/batch";
import { FuturesRun } from "#study/sweep/futures-run";
import type { FutureOptions } from "#study/sweep/futures-run";
import type { SweepPart } from "#study/sweep/sweep-part";
import type { OpenFutures } from "#study/sweep/sweep-source";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** What a thread that runs futures is opened with: all that it ever reads. */
export interface SweepSettings extends FutureOptions {
  readonly scenario: SweptScenario;
}

/** Reads the scenario when first asked, and runs one span of its futures after another. */
export function sweepTask(
  settings: SweepSettings,
  open: OpenFutures,
): (span: Span) => Promise<Timed<SweepPart>> {
  let opened: Promise<FuturesRun> | undefined;
  return async (span) => {
    opened ??= open(settings.scenario).then((futures) => new FuturesRun(futures, settings));
    const run = await opened;
    const started = performance.now();
    const part = run.run(span);
    return { part, milliseconds: performance.now() - started };
  };
}
