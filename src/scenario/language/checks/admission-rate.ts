import type { DistributionValue, Field, Schedule } from "#base/field";
import type { AdmissionKind } from "#domain/passage/admission-kind";
import type { TransitSpec } from "#domain/passage/passage-fields";
import { stepsOf } from "#domain/world/steps";
import type { CheckGround } from "#scenario/language/checks/check";
import { directionsOf, mayArrive } from "#scenario/language/directions";
import { meanOf } from "#scenario/language/mean-of";

/**
 * The most that a passage lets in a day, in all directions together, by the means of what is drawn: of a
 * schedule the largest, for what is cut for a time may come back. Infinity: no bound.
 */
export function mostAdmittedPerDay(
  { reading: { families, start = 0 }, draft, source }: CheckGround,
  site: string,
  { admission, directions }: TransitSpec,
): number {
  const kind = families["admission"]?.kinds.find((candidate) => candidate.kind === admission?.kind);
  if (admission === undefined) return Infinity;
  const isKnown = Object.entries(kind?.fields ?? {}).every(
    ([key, field]) => field.optional || isUnderstood(admission[key], field),
  );
  if (!kind || !isKnown) return Infinity;
  const draw = (value: DistributionValue): number => meanOf(value, families);
  const context = { start, draw, classes: Object.keys(draft.vessels ?? {}) };
  const plan = (kind as AdmissionKind).create(admission, context); // the family holds admissions
  const links = draft.network?.links ?? {};
  const all = directionsOf(site, links, source).filter((direction) => mayArrive(site, direction, links));
  const lines = directions === "separate" ? all : [""];
  const totalAt = (time: number): number =>
    lines.reduce((sum, direction) => sum + plan.ratePerDay(time, direction), 0);
  return Math.max(...[start, ...plan.changes].map(totalAt));
}

/** A schedule of which no date was understood is not understood: that is reported where it is read. */
function isUnderstood(value: unknown, { shape }: Field<unknown>): boolean {
  if (value === undefined || shape.form !== "schedule") return value !== undefined;
  return stepsOf(value as Schedule<unknown>).length > 0; // by its form
}
