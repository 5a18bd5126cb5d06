import { exp, log } from "#base/elementary";
import { dayMs } from "#base/time";
import { foldInBlocks } from "#engine/stats/fold";
import { tailValues, valueAtRisk } from "#engine/stats/tail-values";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { knownRun } from "#study/truth/trials/known-run";
import type { KnownCurve } from "#study/truth/trials/known-run";
import { measureReading } from "#study/truth/trials/measure-reading";

type Curve = Omit<KnownCurve, "recoveredAt">;

/** The step in which a curve is counted. */
const step = 3 * 60_000;

/** Days: the drop of Q at `t0`, from which it rises in a line until `t_rec`, and the end. */
interface TriangleInputs {
  readonly t0: number;
  readonly drop: number;
  readonly t_rec: number;
  readonly horizon: number;
}

const triangle = checkOf<TriangleInputs>({
  id: "res-triangle",
  closedForm({ t0, drop, t_rec, horizon }) {
    const lasted = t_rec - t0;
    const area = (drop * lasted) / 2;
    const timeTo = (share: number): number => lasted * (1 - (1 - share) / drop);
    return {
      loss_area: area,
      loss_pct_days: 100 * area,
      zobel: 1 - (drop * lasted) / (2 * horizon),
      mean_performance_over_horizon: 1 - area / horizon,
      robustness: 1 - drop,
      rapidity_per_day: drop / lasted,
      time_to_80pct: timeTo(0.8),
      time_to_95pct: timeTo(0.95),
    };
  },
  trial: (inputs) => ({
    replicate() {
      const curve = triangleCurve(inputs);
      const area = readCurve("resilience-triangle", curve);
      const lowest = readCurve("robustness", curve);
      return {
        loss_area: area,
        loss_pct_days: 100 * area,
        zobel: readCurve("zobel-resilience", curve),
        mean_performance_over_horizon: readCurve("cimellaro-resilience", curve),
        robustness: lowest,
        rapidity_per_day: (1 - lowest) / readCurve("time-to-recover", curve),
        time_to_80pct: readCurve("time-to-recover", curve, { recoveredAt: 0.8 }),
        time_to_95pct: readCurve("time-to-recover", curve, { recoveredAt: 0.95 }),
      };
    },
  }),
});

function triangleCurve({ t0: fromDay, drop, t_rec: untilDay, horizon: horizonDays }: TriangleInputs): Curve {
  const slope = drop / (untilDay - fromDay);
  const over = (from: number, until: number): number =>
    from < fromDay || from >= untilDay ? 1 : 1 - drop + slope * ((from + until) / 2 - fromDay);
  return { step, fromDay, untilDay, horizonDays, over };
}

/** Days: the drop of Q at `t_hit`, from `t_start` on made good with the time constant `tau`, and the end. */
interface ExponentialInputs {
  readonly t_hit: number;
  readonly drop: number;
  readonly t_start: number;
  readonly tau: number;
  readonly horizon: number;
}

const exponentialRecovery = checkOf<ExponentialInputs>({
  id: "res-exp",
  closedForm({ t_hit, drop, t_start, tau, horizon }) {
    const residual = drop * exp(-(horizon - t_start) / tau);
    const timeTo = (share: number): number => t_start - t_hit + tau * log(drop / (1 - share));
    return {
      loss_area: drop * (t_start - t_hit) + tau * (drop - residual),
      time_to_90_from_hit: timeTo(0.9),
      time_to_95_from_hit: timeTo(0.95),
      time_to_99_from_hit: timeTo(0.99),
      residual_at_horizon: residual,
    };
  },
  trial: ({ t_hit: fromDay, drop, t_start: untilDay, tau, horizon: horizonDays }) => ({
    replicate() {
      // The mean gap from one instant to another.
      const gap = (from: number, until: number): number =>
        (drop * tau * (exp(-(from - untilDay) / tau) - exp(-(until - untilDay) / tau))) / (until - from);
      const over = (from: number, until: number): number =>
        from < fromDay ? 1 : from < untilDay ? 1 - drop : 1 - gap(from, until);
      const curve = { step, fromDay, untilDay, horizonDays, over };
      const timeTo = (recoveredAt: number): number => readCurve("time-to-recover", curve, { recoveredAt });
      return {
        loss_area: readCurve("resilience-triangle", curve),
        time_to_90_from_hit: timeTo(0.9),
        time_to_95_from_hit: timeTo(0.95),
        time_to_99_from_hit: timeTo(0.99),
        residual_at_horizon: drop * (1 - readCurve("henry-resilience", curve)),
      };
    },
  }),
});

/** Performance before, when disrupted, and at one instant after another of the recovery. */
interface HenryInputs {
  readonly F0: number;
  readonly Fd: number;
  readonly Fr: readonly number[];
}

const henry = checkOf<HenryInputs>({
  id: "res-henry",
  closedForm: ({ F0, Fd, Fr }) => ({ R: Fr.map((performance) => (performance - Fd) / (F0 - Fd)) }),
  trial: ({ F0, Fd, Fr }) => ({
    replicate() {
      const days = [F0, F0, Fd, ...Fr];
      const over = (from: number): number => (days[from] ?? F0) / F0;
      const first = days.length - Fr.length;
      const curve = { step: dayMs, fromDay: 2, untilDay: first, horizonDays: days.length + 2, over };
      const at = (index: number): number => (first + index) * dayMs;
      return { R: Fr.map((_, index) => readCurve("henry-resilience", curve, { at: at(index) })) };
    },
  }),
});

/** The most that output can drop, and by how much it did, %. */
interface RoseInputs {
  readonly max_drop_pct: number;
  readonly actual_drop_pct: number;
}

const rose = checkOf<RoseInputs>({
  id: "res-rose",
  closedForm: ({ max_drop_pct: most, actual_drop_pct: actual }) => ({ DSER: (most - actual) / most }),
  trial: ({ max_drop_pct: most, actual_drop_pct: actual }) => ({
    replicate() {
      // All output of `most` days could be lost, and that of `actual` days was.
      const [fromDay, untilDay] = [10, 10 + most];
      const over = (from: number): number => (from >= fromDay && from < fromDay + actual ? 0 : 1);
      const curve = { step: dayMs, fromDay, untilDay, horizonDays: untilDay + 10, over };
      return { DSER: readCurve("static-resilience", curve) };
    },
  }),
});

/** The same drop as that of a triangle, and the day until which a variant makes it good. */
interface HastenedInputs extends TriangleInputs {
  readonly t_hastened: number;
}

const dynamicRose = checkOf<HastenedInputs>({
  id: "res-rose-dynamic",
  // Output with hastened recovery less output without, summed over time: two triangles of the same height.
  closedForm: ({ drop, t_rec, t_hastened }) => ({ DDER: (drop * (t_rec - t_hastened)) / 2 }),
  trial: (inputs) => ({
    replicate() {
      const recoveredAt = 1;
      const hastened = knownRun({ ...triangleCurve({ ...inputs, t_rec: inputs.t_hastened }), recoveredAt });
      const without = knownRun({ ...triangleCurve(inputs), recoveredAt });
      const evidence = { ...hastened, baseline: without.run, baselineTwin: without.twin };
      return { DDER: measureReading("dynamic-resilience", { of: "performance", evidence }) };
    },
  }),
});

/** Losses with their probabilities, and a level. */
interface RiskInputs {
  readonly loss: readonly number[];
  readonly prob: readonly number[];
  readonly alpha: number;
}

const risk = checkOf<RiskInputs>({
  id: "res-cvar",
  closedForm(inputs) {
    const [at, at99] = [inputs.alpha, 0.99].map((level) => riskAt(inputs, level));
    const { loss, prob } = inputs;
    const mean = loss.reduce((sum, value, index) => sum + value * (prob[index] ?? NaN), 0);
    return { mean, VaR: at?.value, CVaR: at?.conditional, VaR99: at99?.value, CVaR99: at99?.conditional };
  },
  trial: ({ loss, prob, alpha }) => ({
    replicate() {
      const sample = loss.flatMap((value, index) => {
        const read = readLoss(value) / readLoss(1);
        return Array.from({ length: Math.round(1000 * (prob[index] ?? NaN)) }, () => read);
      });
      const conditional = (level: number): number => foldInBlocks(tailValues(sample, level)).mean;
      return {
        mean: foldInBlocks(sample).mean,
        VaR: valueAtRisk(sample, alpha),
        CVaR: conditional(alpha),
        VaR99: valueAtRisk(sample, 0.99),
        CVaR99: conditional(0.99),
      };
    },
  }),
});

/** The least loss that is not exceeded with probability `level`, and the mean beyond it. */
function riskAt({ loss, prob }: RiskInputs, level: number): { value: number; conditional: number } {
  let upTo = 0;
  const index = prob.findIndex((share) => (upTo += share) >= level - 1e-12);
  const value = loss[index] ?? NaN;
  const beyond = loss.reduce((sum, one, at) => sum + Math.max(0, one - value) * (prob[at] ?? NaN), 0);
  return { value, conditional: value + beyond / (1 - level) };
}

/** What the measure gives for a run that stands still for so many days. */
function readLoss(days: number): number {
  const [fromDay, untilDay] = [1, 1 + days];
  const over = (from: number): number => (from >= fromDay && from < untilDay ? 0 : 1);
  return readCurve("loss-cvar", { step: dayMs, fromDay, untilDay, horizonDays: untilDay + 1, over });
}

/** What a measure gives of a known curve, recovered at 1 when nothing else is said. */
function readCurve(
  measure: string,
  curve: Curve,
  { recoveredAt = 1, at }: { readonly recoveredAt?: number; readonly at?: number } = {},
): number {
  const evidence = knownRun({ ...curve, recoveredAt });
  const instant = at === undefined ? {} : { at };
  return measureReading(measure, { of: "performance", evidence, ...instant });
}

/** Measures of resilience and of risk, on curves and losses that are known. */
export const resilience: readonly CaseCheck[] = [
  triangle,
  exponentialRecovery,
  henry,
  rose,
  dynamicRose,
  risk,
];
