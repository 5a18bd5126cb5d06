/**
 * A toy canal for the fixture: hourly arrivals, a closure, admissions at a rate. Not the engine: numbers to
 * draw.
 */
export interface CanalVariant {
  readonly name: string;
  readonly summary: string;
  /** US dollars, once. */
  readonly price: number;
  readonly surge: number;
  /** The share of arrivals that divert while the canal is closed. */
  readonly divertedShare: number;
}

/** One replication: the queue and the transits of each hour, and those of its twin. */
export interface CanalRun {
  readonly queue: readonly number[];
  readonly transits: readonly number[];
  readonly diverted: number;
}

export const hour: number = 3_600_000;
export const start: number = Date.UTC(2021, 0, 25);
export const end: number = Date.UTC(2021, 4, 31);
export const warmUp: number = 35 * 24 * hour;
export const closedFrom: number = Date.UTC(2021, 2, 23, 5, 40);
export const closedUntil: number = Date.UTC(2021, 2, 29, 16);
export const hours: number = (end - start) / hour;

/**
 * Numbers in [0, 1) from a seed: a linear congruential generator of 32 bits (Numerical Recipes' constants).
 */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** Runs one replication; `closed` false gives its twin. */
export function canalRun(variant: CanalVariant, replication: number, closed: boolean): CanalRun {
  const next = uniforms(1000 + replication);
  const [queue, transits]: [number[], number[]] = [[], []];
  let [waiting, diverted, surging] = [0, 0, false];
  for (let index = 0; index < hours; index++) {
    const time = start + index * hour;
    const shut = closed && time >= closedFrom && time < closedUntil;
    if (closed && time >= closedUntil && time < closedUntil + hour) surging = true;
    const arrivals = (54.4 / 24) * (0.25 + 1.5 * next());
    const away =
      shut || (closed && time < closedUntil + 48 * hour && time >= closedFrom) ? variant.divertedShare : 0;
    diverted += arrivals * away;
    waiting += arrivals * (1 - away);
    if (surging && waiting < 5) surging = false;
    const passed = shut
      ? 0
      : Math.min(waiting, ((surging ? 75 * variant.surge : 75) / 24) * (0.9 + 0.2 * next()));
    waiting -= passed;
    queue.push(waiting);
    transits.push(passed);
  }
  return { queue, transits, diverted };
}

/** How many replications the fixture has. */
export const replications = 60;

/** Length of the window of performance, in hours. */
export const windowHours = 72;

/** The baseline and three variants. */
export const canalVariants: readonly CanalVariant[] = [
  { name: "baseline", summary: "", price: 0, surge: 1.14, divertedShare: 0.1 },
  {
    name: "no-surge",
    summary: "The canal passes no more than on a busy day",
    price: 0,
    surge: 1,
    divertedShare: 0.1,
  },
  {
    name: "divert-at-once",
    summary: "Masters turn at the first report",
    price: 0,
    surge: 1.14,
    divertedShare: 0.3,
  },
  {
    name: "exact-news",
    summary: "The true end is announced at once",
    price: 2_000_000,
    surge: 1.14,
    divertedShare: 0.105,
  },
];
