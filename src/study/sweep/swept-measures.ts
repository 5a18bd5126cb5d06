import type { ResolvedMeasure, Study } from "#scenario/language/resolved";
import { measureKey } from "#study/experiment/measured";

/** One measure of a sweep. */
export interface SweptMeasure {
  readonly key: string;
  readonly row: ResolvedMeasure;
}

/** All measures of a study: the baseline's in its order, then those that only variants have. */
export function sweptMeasures(study: Study): readonly SweptMeasure[] {
  const found = new Map<string, ResolvedMeasure>();
  for (const { scenario } of study.variants)
    for (const row of scenario.measures) if (!found.has(measureKey(row))) found.set(measureKey(row), row);
  return [...found].map(([key, row]) => ({ key, row }));
}
