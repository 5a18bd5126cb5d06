/** A value of a series, at its instant; ms. */
export interface Sample {
  readonly time: number;
  readonly value: number;
}

/** An extreme at which a series turns: when it comes to it, and when it leaves it for good; ms. */
export interface TurningPoint {
  readonly value: number;
  readonly reached: number;
  readonly left: number;
}

/**
 * The extremes of a series, highest and lowest by turns, so that between two of them, and after the last, it
 * never goes back by `least` (above 0) or more: what they leave out is smaller than that. Empty where the
 * series never moves so far. It holds each value until the next; times increase.
 */
export function turningPoints(series: readonly Sample[], least: number): readonly TurningPoint[] {
  const points: TurningPoint[] = [];
  let [low, high]: [Extreme | undefined, Extreme | undefined] = [undefined, undefined];
  let rising: boolean | undefined = undefined;
  for (const [index, sample] of series.entries()) {
    const next = series[index + 1]?.time ?? sample.time;
    if (rising !== false) high = extended(high, sample, next, 1);
    if (rising !== true) low = extended(low, sample, next, -1);
    if (rising === undefined) {
      if (high === undefined || low === undefined || high.value - low.value < least) continue;
      rising = high.reached > low.reached;
      points.push(rising ? low : high);
    } else if (rising && high !== undefined && high.value - sample.value >= least) {
      points.push(high);
      [rising, low, high] = [false, first(sample, next), undefined];
    } else if (!rising && low !== undefined && sample.value - low.value >= least) {
      points.push(low);
      [rising, low, high] = [true, undefined, first(sample, next)];
    }
  }
  const last = rising === undefined ? undefined : rising ? high : low;
  return last === undefined ? points : [...points, last];
}

/** So many stretches between turning points are told of one series. */
const stretchesMost = 6;

/**
 * The turning points of a series that make up six stretches at most: `least` is raised until no more are
 * left.
 */
export function fewTurningPoints(series: readonly Sample[], least: number): readonly TurningPoint[] {
  const points = turningPoints(series, least);
  return points.length <= stretchesMost + 1 ? points : fewTurningPoints(series, least * 1.25);
}

type Extreme = TurningPoint;

const first = ({ time, value }: Sample, next: number): Extreme => ({ value, reached: time, left: next });

/** The extreme so far with one more sample: a further one replaces it, an equal one makes it last. */
function extended(known: Extreme | undefined, sample: Sample, next: number, sign: 1 | -1): Extreme {
  if (known === undefined || (sample.value - known.value) * sign > 0) return first(sample, next);
  return sample.value === known.value ? { ...known, left: next } : known;
}
