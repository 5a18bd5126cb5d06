/**
 * Probabilities of 0 to `most` in a birth-death chain, from the balance of flows between neighbours:
 * p(n) births(n) = p(n + 1) deaths(n + 1).
 */
export function birthDeath(
  most: number,
  births: (count: number) => number,
  deaths: (count: number) => number,
): readonly number[] {
  const weights = [1];
  for (let count = 0; count < most; count += 1) {
    weights.push(((weights[count] ?? 0) * births(count)) / deaths(count + 1));
  }
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** The mean of what each state counts. */
export function meanOver(chances: readonly number[], countOf: (state: number) => number): number {
  return chances.reduce((sum, chance, state) => sum + chance * countOf(state), 0);
}
