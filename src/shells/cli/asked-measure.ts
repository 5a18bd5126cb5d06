import { assert } from "#base/assert";
import type { Arguments } from "#shells/cli/command";
import { indifferenceOf } from "#shells/cli/indifference";
import type { Study } from "#scenario/language/resolved";
import { suggest } from "#scenario/read/nearest";
import { NoComparison } from "#study/comparison/chosen-contest";
import { directionOf } from "#study/experiment/direction";
import type { OpenLaboratory } from "#study/experiment/runner";
import { sweptMeasures } from "#study/sweep/swept-measures";
import type { SweptMeasure } from "#study/sweep/swept-measures";

/** What a comparison is asked for: by which measure, of what, and how finely. */
type Asked = Pick<Arguments, "by" | "of" | "indifference">;

/**
 * The measures of a study by which its variants may be ranked as asked, before anything is run. Throws
 * `NoComparison` where there is none.
 */
export function askedMeasures(study: Study, { by, of }: Asked): readonly SweptMeasure[] {
  const able = sweptMeasures(study).filter(({ row }) => directionOf(row.kind) !== 0);
  const named = able.filter(({ row }) => (by ?? row.kind) === row.kind);
  if (named.length === 0) {
    const names = [...new Set(able.map(({ row }) => row.kind))];
    throw new NoComparison(`nothing can be ranked by "${by ?? ""}"; ${suggest(by ?? "", names)}`);
  }
  const asked = named.filter(({ row }) => (of ?? row.of) === row.of);
  if (asked.length > 0) return asked;
  const places = [...new Set(named.map(({ row }) => row.of))];
  throw new NoComparison(`nothing is ranked of "${of ?? ""}"; ${suggest(of ?? "", places)}`);
}

/**
 * Throws, before anything is run, what `askedMeasures` throws, and a `UsageError` for an indifference that
 * none of those measures could take.
 */
export async function assertAsked(study: Study, asked: Asked, open: OpenLaboratory): Promise<void> {
  const able = askedMeasures(study, asked);
  const [baseline] = study.variants;
  const { indifference } = asked;
  if (indifference === undefined || baseline === undefined) return;
  const laboratory = await open(study);
  const facts = laboratory.factsOf(baseline.scenario);
  const refusals = able.flatMap(({ row: { kind: measure, ...values } }): unknown[] => {
    const kind = laboratory.measures.find((candidate) => candidate.kind === measure);
    assert(kind !== undefined, `a resolved scenario names only known measures, not ${measure}`);
    try {
      const { unit } = kind.create(values, facts);
      indifferenceOf(indifference, { measure, unit, shareOfFirst: (share) => share });
      return [];
    } catch (refusal) {
      return [refusal];
    }
  });
  if (refusals.length === able.length) throw refusals[0];
}
