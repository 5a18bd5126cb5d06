import type { DistributionValue, Form } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { createDistribution, distributions } from "#engine/random/distribution-kinds";
import type { Stream } from "#engine/random/stream";
import { refuse } from "#engine/process/process-fault";

/** Gives the next number at each call. */
export type Sampler = () => number;

/**
 * Draws from a distribution of the language, its parameters as bare numbers: `{ kind: "exponential", mean: 9
 * }`. Unknown kinds and parameters, and numbers that they may not be, are refused.
 */
export function samplerOf(name: string, law: DistributionValue, stream: Stream): Sampler {
  check(name, law);
  const distribution = createDistribution(law);
  return () => distribution.quantile(stream.uniform());
}

function check(name: string, law: DistributionValue): void {
  const kind = distributions.kinds.find((known) => known.kind === law.kind);
  if (kind === undefined) {
    const known = distributions.kinds.map((one) => one.kind).join(", ");
    refuse("wrong-value", `${name} draws from a known distribution (${known}), not "${law.kind}"`);
  }
  const keys = new Set([...Object.keys(kind.fields), ...Object.keys(law)]);
  keys.delete("kind");
  for (const key of keys) checkParameter(name, kind, key, law[key]);
  const problem = kind.problem?.(law);
  if (problem !== undefined) refuse("wrong-value", `${name} draws from ${kind.kind}: ${problem}`);
}

function checkParameter(name: string, kind: DistributionKind, key: string, value: unknown): void {
  const field = kind.fields[key];
  const known = Object.keys(kind.fields).join(", ");
  if (field === undefined)
    refuse("wrong-value", `${name} draws from ${kind.kind}, which has no "${key}"; it has ${known}`);
  if (value === undefined && field.optional) return;
  const due = value === undefined ? "is missing" : problemOf(field.shape, value);
  if (due !== undefined)
    refuse("wrong-value", `${name} draws from ${kind.kind}, whose "${key}" ${due}: ${field.doc}`);
}

/** What is wrong with a plain number; lists and maps are the business of their kinds. */
function problemOf(shape: Form, value: unknown): string | undefined {
  const isNumber = shape.form === "quantity" || shape.form === "factor" || shape.form === "count";
  if (!isNumber && shape.form !== "share") return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) return `is a number, not ${String(value)}`;
  if (shape.form === "share") return value >= 0 && value <= 1 ? undefined : `is 0 to 1, not ${value}`;
  if (shape.form !== "quantity")
    return value >= shape.least && value <= shape.most ? undefined : `cannot be ${value}`;
  const { least } = shape;
  const isFine = least === "any" || (least === "positive" ? value > 0 : value >= 0);
  return isFine ? undefined : `cannot be ${value}`;
}
