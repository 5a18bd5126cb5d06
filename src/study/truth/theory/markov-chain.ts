import { assert } from "#base/assert";

/**
 * The stationary probabilities of an irreducible chain, from the rates or chances with which it goes from
 * state to state; what stays in its state is left out. Elimination of one state after another without a
 * subtraction, so that nothing cancels: the idea of Grassmann, Taksar and Heyman, in our own words.
 */
export function stationary(size: number, moves: (from: number, to: number) => number): Float64Array {
  const rates = Float64Array.from({ length: size * size }, (_, cell) => {
    const [from, to] = [Math.floor(cell / size), cell % size];
    return from === to ? 0 : moves(from, to);
  });
  const at = (from: number, to: number): number => rates[from * size + to] as number; // both below the size
  for (let last = size - 1; last > 0; last -= 1) {
    let leaving = 0;
    for (let to = 0; to < last; to += 1) leaving += at(last, to);
    assert(leaving > 0, "every state leads to those before it");
    for (let from = 0; from < last; from += 1) {
      const share = at(from, last) / leaving;
      rates[from * size + last] = share;
      for (let to = 0; to < last; to += 1) {
        if (from !== to) rates[from * size + to] = at(from, to) + share * at(last, to);
      }
    }
  }
  const chances = new Float64Array(size);
  chances[0] = 1;
  let sum = 1;
  for (let state = 1; state < size; state += 1) {
    let weight = 0;
    for (let from = 0; from < state; from += 1) weight += (chances[from] ?? NaN) * at(from, state);
    chances[state] = weight;
    sum += weight;
  }
  return chances.map((weight) => weight / sum);
}
