import type { Study } from "#scenario/language/resolved";
import type { Batch, Span, Timed } from "#study/experiment/batch";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { planExperiment } from "#study/experiment/plan";
import type { OpenLaboratory } from "#study/experiment/runner";

/** What a thread is opened with: all that it ever reads. */
export interface ThreadSettings {
  readonly study: Study;
  readonly audit: boolean;
}

/** Compiles the experiment when first asked, keeps it, and runs one span after another. */
export function threadTask(
  settings: ThreadSettings,
  open: OpenLaboratory,
): (span: Span) => Promise<Timed<Batch>> {
  let compiled: Promise<CompiledExperiment> | undefined;
  return async (span) => {
    const experiment = await (compiled ??= compile(settings.study, open));
    const started = performance.now();
    const batch = experiment.run(span, settings);
    return { part: batch, milliseconds: performance.now() - started };
  };
}

async function compile(study: Study, open: OpenLaboratory): Promise<CompiledExperiment> {
  return new CompiledExperiment(planExperiment(study), await open(study));
}
