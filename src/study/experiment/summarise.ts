import { printInstant } from "#base/time";
import { commonLimit } from "#engine/stats/restricted-mean";
import type { Batch } from "#study/experiment/batch";
import { meanOf, quantileOf, toldBy, watched } from "#study/experiment/estimate";
import { interactionOf, jointSamples } from "#study/experiment/interaction";
import type { Measured } from "#study/experiment/measured";
import { acrossVariants } from "#study/experiment/measured";
import type { Plan } from "#study/experiment/plan";
import { countWith } from "#study/experiment/readings";
import type { MeasureSummary, VariantSummary } from "#study/experiment/summary";
import { versusBaseline } from "#study/experiment/versus-baseline";

/** More sentences than this tell nobody anything. */
const noticesMost = 20;

/** The numbers of every variant, in the order of the study. */
export function variantSummaries(
  plan: Plan,
  measured: readonly (readonly Measured[])[],
): readonly VariantSummary[] {
  const numbers = new Map(plan.variants.map(({ variant }, index) => [variant.name, index]));
  return plan.variants.map(({ variant }, index) => ({
    name: variant.name,
    summary: variant.summary ?? null,
    measures: (measured[index] ?? []).map((entry) => {
      const own = measureSummary(entry);
      const samples = acrossVariants(measured, entry.row).map((same) => same?.sample);
      const [baseline] = samples;
      if (index === 0 || baseline === undefined) return own;
      const limit = commonLimit(samples.filter((sample) => sample !== undefined));
      const versus = versusBaseline(entry.sample, baseline, limit);
      const joint = jointSamples(variant, (name) => samples[numbers.get(name) ?? -1]);
      const interaction = joint === undefined ? {} : { interaction: interactionOf(joint, limit) };
      return { ...own, versusBaseline: versus, ...interaction };
    }),
  }));
}

function measureSummary({ row, readings, sample, twin }: Measured): MeasureSummary {
  const mean = meanOf(sample);
  const median = quantileOf(sample, 0.5);
  const interval = sample.form.scale === "time-to-event" ? median : mean;
  return {
    measure: row.kind,
    of: row.of,
    ...instantsOf(row),
    unit: sample.form.unit,
    mean: mean.value,
    low: interval.low,
    high: interval.high,
    method: watched(sample) === 0 ? "none" : interval.method,
    median: median.value,
    p5: quantileOf(sample, 0.05).value,
    p95: quantileOf(sample, 0.95).value,
    censored: countWith(readings, "censored"),
    unaffected: countWith(readings, "unaffected"),
    replications: toldBy(readings),
    ...(twin === undefined ? {} : { twin: { mean: meanOf(twin).value } }),
  };
}

function instantsOf({ at, from, until }: Measured["row"]): Pick<MeasureSummary, "at" | "from" | "until"> {
  return {
    ...(at === undefined ? {} : { at: printInstant(at) }),
    ...(from === undefined ? {} : { from: printInstant(from) }),
    ...(until === undefined ? {} : { until: printInstant(until) }),
  };
}

/** What a reader must know, as sentences: the same one of several runs once, with whose runs they are. */
export function noticeSentences(plan: Plan, batch: Batch): readonly string[] {
  const byText = new Map<string, { runs: number; labels: Set<string> }>();
  for (const { world, text } of batch.limits) {
    const met = byText.get(text) ?? { runs: 0, labels: new Set() };
    met.runs += 1;
    met.labels.add(plan.worlds[world]?.label ?? "world");
    byText.set(text, met);
  }
  const total = (batch.span.to - batch.span.from) * plan.worlds.length;
  const sentences = [...byText].map(
    ([text, { runs, labels }]) => `${text} (in ${runs} of ${total} runs: ${[...labels].join(", ")})`,
  );
  if (sentences.length <= noticesMost) return sentences;
  return [
    ...sentences.slice(0, noticesMost),
    `${sentences.length - noticesMost} further notices of this kind`,
  ];
}
