/**
 * Procedure KN as its steps are printed, for values of which more is better, looked at after every `step`-th
 * replication from the first stage on. Undefined when the values do not last.
 */
export function kimNelsonByHand(
  values: readonly ArrayLike<number>[],
  { delta, alpha, stage, step }: Record<"delta" | "alpha" | "stage" | "step", number>,
): { readonly best: number; readonly replications: number } | undefined {
  const k = values.length;
  const x = (i: number, r: number): number => values[i]?.[r] ?? NaN;
  const mean = (i: number, l: number, to: number): number => {
    let sum = 0;
    for (let r = 0; r < to; r += 1) sum += x(i, r) - x(l, r);
    return sum / to;
  };
  const eta = 0.5 * (Math.pow((2 * alpha) / (k - 1), -2 / (stage - 1)) - 1);
  const square = 2 * eta * (stage - 1);
  const variance = (i: number, l: number): number => {
    const centre = mean(i, l, stage);
    let sum = 0;
    for (let r = 0; r < stage; r += 1) sum += Math.pow(x(i, r) - x(l, r) - centre, 2);
    return sum / (stage - 1);
  };
  let left = values.map((_, i) => i);
  const length = values[0]?.length ?? 0;
  for (let r = stage; r <= length; r += step) {
    const width = (i: number, l: number): number =>
      Math.max(0, (delta / (2 * r)) * ((square * variance(i, l)) / (delta * delta) - r));
    const old = left;
    left = old.filter((i) => old.every((l) => l === i || mean(i, l, r) >= -width(i, l)));
    const most = Math.max(
      ...left.flatMap((i) => left.map((l) => Math.floor((square * variance(i, l)) / delta ** 2))),
    );
    if (left.length === 1 || r > most) {
      const best = left.reduce((one, other) => (mean(other, one, r) > 0 ? other : one));
      return { best, replications: r };
    }
  }
  return undefined;
}
