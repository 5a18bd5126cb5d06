import { assert } from "#base/assert";
import type { SailedLeg } from "#scenario/build/world";
import type { Batch, Span, VariantBatch } from "#study/experiment/batch";
import { emptyTally, mergeLines, mergeTally } from "#study/experiment/leg-tally";
import { emptyReadings } from "#study/experiment/readings";
import type { Readings } from "#study/experiment/readings";
import { mergeSums } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

/**
 * Puts batches together into one, by index of replication. However the replications were cut into batches,
 * and in whatever order those came, the outcome is the same; a gap or an overlap is a fault of the runner.
 */
export function gather(batches: readonly Batch[]): Batch {
  const ordered = [...batches].sort((left, right) => left.span.from - right.span.from);
  const [first] = ordered;
  assert(first !== undefined, "there is a batch");
  ordered.forEach(({ span }, index) => {
    const next = ordered[index + 1];
    assert(next === undefined || next.span.from === span.to, "every replication stands in one batch");
  });
  const span = { from: first.span.from, to: ordered.at(-1)?.span.to ?? 0 };
  return {
    span,
    variants: first.variants.map((_, index) => gatherVariant(ordered, index, span)),
    lines: ordered.reduce(
      (known, { lines }) => mergeLines(known, lines),
      new Map<string, SailedLeg["line"]>(),
    ),
    events: sum(ordered.map(({ events }) => events)),
    conservation: {
      checked: sum(ordered.map(({ conservation }) => conservation.checked)),
      audits: sum(ordered.map(({ conservation }) => conservation.audits)),
    },
    warmUp: joinSums(ordered.map(({ warmUp }) => warmUp)),
    violations: ordered.flatMap(({ violations }) => violations),
    limits: ordered.flatMap(({ limits }) => limits),
  };
}

function gatherVariant(batches: readonly Batch[], index: number, span: Span): VariantBatch {
  const parts = batches.map((batch) => batch.variants[index]).filter((part) => part !== undefined);
  assert(parts.length === batches.length, "every batch holds every variant");
  const [first] = parts as [VariantBatch]; // as many as batches, of which there is one
  return {
    forms: first.forms,
    readings: first.readings.map((_, row) =>
      joinReadings(
        parts.map(({ readings }) => readings[row]),
        span,
      ),
    ),
    twinReadings: first.twinReadings.map((kept, row) =>
      kept === null
        ? null
        : joinReadings(
            parts.map(({ twinReadings }) => twinReadings[row]),
            span,
          ),
    ),
    curves: first.curves.map((_, row) => joinSamples(parts.map(({ curves }) => curves[row]))),
    twinCurves: first.twinCurves.map((_, row) => joinSamples(parts.map(({ twinCurves }) => twinCurves[row]))),
    legs: parts.reduce((whole, { legs }) => mergeTally(whole, legs), emptyTally()),
    waits: joinSums(parts.map(({ waits }) => waits)),
    places: joinSums(parts.map(({ places }) => places)),
    costs: joinSums(parts.map(({ costs }) => costs)),
    ways: joinSums(parts.map(({ ways }) => ways)),
    draws: parts.flatMap(({ draws }) => draws),
    timeline: parts.find(({ timeline }) => timeline !== null)?.timeline ?? null,
  };
}

function joinSums(parts: readonly Sums[]): Sums {
  return parts.reduce<Sums>(mergeSums, new Map());
}

function joinReadings(parts: readonly (Readings | null | undefined)[], span: Span): Readings {
  const joined = emptyReadings(span.to - span.from);
  let offset = 0;
  for (const part of parts) {
    assert(part !== null && part !== undefined, "every batch holds every measure");
    joined.values.set(part.values, offset);
    joined.codes.set(part.codes, offset);
    offset += part.codes.length;
  }
  return joined;
}

function joinSamples(parts: readonly (Float64Array | undefined)[]): Float64Array {
  const joined = new Float64Array(sum(parts.map((part) => part?.length ?? 0)));
  let offset = 0;
  for (const part of parts) {
    assert(part !== undefined, "every batch holds every curve");
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
