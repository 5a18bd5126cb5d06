import type { Dimension, DistributionValue, Field, Fields, Form, Instant, ScheduleStep } from "#base/field";
import { printInstant } from "#base/time";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { instantOf } from "#scenario/language/forms/instants";
import { kindHint } from "#scenario/language/forms/kind-hint";
import { readKind, reportProblem } from "#scenario/language/forms/kinds";
import type { FormReader, Reading } from "#scenario/language/reading";
import { entriesAt, nodeAt } from "#scenario/read/node";
import type { MapNode, Node } from "#scenario/read/node";

type DistributionForm = Extract<Form, { form: "distribution" }>;

/** A plain quantity, or one kind of distribution with parameters of the dimension of the place. */
export const readDistribution: FormReader<DistributionForm> = (reading, shape, node, path) => {
  const before = reading.errors;
  reading.parameters += 1;
  const value = readKind(reading, "distribution", node, path, (fields) => placed(fields, shape.dimension));
  reading.parameters -= 1;
  if (value === undefined || reading.errors > before) return undefined;
  return checked(reading, value, shape, node, path);
};

/** Says what is wrong with the parameters taken together. */
function checked(
  reading: Reading,
  value: DistributionValue,
  { dimension, allowsNothing }: DistributionForm,
  node: Node,
  path: string,
): DistributionValue | undefined {
  const family = reading.families["distribution"];
  const found = family?.kinds.find((candidate) => candidate.kind === value.kind);
  const kind = found as DistributionKind; // it was read as one of them
  if (dimension === "instant" && kind.isOfSizes === true) {
    const right = "write normal around an instant, or uniform or triangular between two";
    return reading.report("DISTRIBUTION_WRONG", node.place, path, `instants cannot be ${value.kind}`, right);
  }
  // Without a start of the run, which is then reported, durations in it are no instants.
  if (dimension === "instant" && reading.start === undefined) return undefined;
  const problem = kind.problem?.(value);
  if (problem !== undefined) return reportProblem(reading, "DISTRIBUTION_WRONG", problem, node, path, kind);
  // Only the whole of a mixture tells what comes on average.
  if (reading.parameters > 0) return value;
  const { mean, variance } = kind.create(value, createDistribution);
  const isNothing = mean === 0 && allowsNothing === true;
  if (!isNothing && problemOfMean(reading, mean, dimension, node, path)) return undefined;
  if (variance === Infinity) warnOfVariance(reading, node, path);
  return value;
}

/** Without a variance, means of many draws stay as wild as single ones. */
function warnOfVariance(reading: Reading, node: Node, path: string): void {
  const wrong =
    "its variance is infinite: one draw may outweigh all others, and intervals of means stay wide";
  const right = "write a shape above 2, or compare medians and other quantiles";
  reading.warn("VARIANCE_INFINITE", node.place, path, wrong, right);
}

/** Reports a mean that cannot be: shorter than a second, or a rate or speed of nothing. */
function problemOfMean(
  reading: Reading,
  mean: number,
  dimension: Dimension,
  node: Node,
  path: string,
): boolean {
  if (dimension === "duration" && mean > 0 && mean < 1000) {
    const wrong = `its mean of ${mean} ms is below 1 s`;
    reading.report("TOO_SHORT", node.place, path, wrong, "write a mean of 0 or of 1 s or more");
    return true;
  }
  if (dimension === "rate" && mean > 86_400) {
    reading.report(
      "TOO_SHORT",
      node.place,
      path,
      "it is more than one a second",
      "write a rate of at most 1 /s",
    );
    return true;
  }
  if ((dimension === "rate" || dimension === "speed") && mean <= 0) {
    reading.report(
      "OUT_OF_RANGE",
      node.place,
      path,
      `a ${dimension} of 0 lets nothing move`,
      "it must be above 0",
    );
    return true;
  }
  return false;
}

/** The fields of kinds as their places take them: a large scenario asks for the same ones again and again. */
const placedFields: WeakMap<Fields, Map<Dimension, Fields>> = new WeakMap();

/**
 * Parameters of dimension `number` take the dimension of the place; what cannot be negative there may not be
 * here.
 */
function placed(fields: Fields, dimension: Dimension): Fields {
  const known = placedFields.get(fields) ?? new Map<Dimension, Fields>();
  const found =
    known.get(dimension) ??
    Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, placedField(field, dimension)]));
  placedFields.set(fields, known.set(dimension, found));
  return found;
}

function placedField(field: Field<unknown>, dimension: Dimension): Field<unknown> {
  const shape = field.shape;
  if (shape.form === "distribution") return { ...field, shape: { ...shape, dimension } };
  if (shape.form === "record")
    return { ...field, shape: { ...shape, fields: placed(shape.fields, dimension) } };
  if (shape.form === "list") return { ...field, shape: { ...shape, of: placedField(shape.of, dimension) } };
  if (shape.form === "pairs") {
    const keys = placedField(shape.keys, dimension) as Field<number>; // a number in any dimension
    return { ...field, shape: { ...shape, keys } };
  }
  if (shape.form !== "quantity" || shape.dimension !== "number" || dimension === "number") return field;
  if (dimension === "instant") return atInstant(field, shape);
  const least = shape.least === "any" ? "non-negative" : shape.least;
  return { ...field, shape: { ...shape, dimension, least } };
}

/** Between instants lie durations; and a bare number that stands in elsewhere is no instant. */
function atInstant(field: Field<unknown>, shape: Extract<Form, { form: "quantity" }>): Field<unknown> {
  const { fallback: _number, ...own } = field;
  return { ...own, shape: { ...shape, dimension: shape.isSpread === true ? "duration" : "instant" } };
}

/** Whether a map names a distribution by its first key, where instants would be keys. */
function isUnkeyed({ families }: Reading, { shape }: Field<unknown>, node: MapNode): boolean {
  const [first = ""] = node.entries.keys();
  if (shape.form !== "distribution" || !/^[a-z]+$/i.test(first)) return false;
  return kindHint(families, shape.form, node) !== undefined;
}

/** A value that holds all the time, or a map from instants to values. */
export const readSchedule: FormReader<Extract<Form, { form: "schedule" }>> = (reading, shape, node, path) => {
  if (node.node !== "map" || nodeAt(node, "kind") || isUnkeyed(reading, shape.of, node)) {
    const value = reading.value(shape.of, node, path);
    if (value === undefined || reading.start === undefined) return undefined;
    return { steps: [{ from: { at: reading.start }, value }] };
  }
  if (node.entries.size === 0) {
    return reading.report(
      "SHAPE_WRONG",
      node.place,
      path,
      "a schedule without instants says nothing",
      "write instant: value",
    );
  }
  const steps: ScheduleStep<unknown>[] = [];
  const seen = new Set<string>();
  for (const entry of entriesAt(node)) {
    const below = `${path}.${entry.key}`;
    const from = instantOf(reading, entry.key, entry.keyPlace, below);
    const value = reading.value(shape.of, entry.value, below);
    if (!from || value === undefined) continue;
    const name = nameOfInstant(from);
    if (seen.has(name)) {
      reading.report(
        "KEY_TWICE",
        entry.keyPlace,
        below,
        `a schedule has ${name} twice`,
        "one value holds from an instant on",
      );
    }
    seen.add(name);
    steps.push({ from, value });
  }
  return { steps: steps.sort(inOrder) };
};

/** Known instants in order of time, then those tied to events in order of event, edge and offset. */
function inOrder(a: ScheduleStep<unknown>, b: ScheduleStep<unknown>): number {
  const [x, y] = [a.from, b.from];
  if ("at" in x) return "at" in y ? x.at - y.at : -1;
  if ("at" in y) return 1;
  const [one, other] = [`${x.event}.${x.edge}`, `${y.event}.${y.edge}`];
  return one < other ? -1 : one > other ? 1 : x.offset - y.offset;
}

function nameOfInstant(instant: Instant): string {
  if ("at" in instant) return printInstant(instant.at);
  return `${instant.event}.${instant.edge}${instant.offset === 0 ? "" : ` + ${instant.offset} ms`}`;
}
