import { exp } from "#base/elementary";

/** How a factor comes back after a disruption: at once, in a straight line, or ever slower. */
export type RecoveryShape = "step" | "linear" | "exponential";

/**
 * In how many steps a slow recovery is played: between them the factor is constant, at the mean of the curve
 * there, so that as much passes in all as under the curve itself.
 */
export const recoverySteps = 24;

/**
 * Exponential: so many time constants fit into the whole recovery, whose end then closes the gap that is
 * left.
 */
const timeConstants = 3;

/**
 * The factor from step `step` of `recoverySteps` to the next, from `low` at the end of the disruption to
 * `goal` at the end of the recovery. Exponential: 1 - e^(-3 t / over) of the gap is closed at t, all of it
 * (95 % and the rest) at the end.
 */
export function recoveredFactor(
  shape: RecoveryShape,
  step: number,
  gap: { low: number; goal: number },
): number {
  if (shape === "step" || step >= recoverySteps) return gap.goal;
  const closed = shape === "linear" ? (step + 0.5) / recoverySteps : 1 - meanOpen(step);
  return gap.low + (gap.goal - gap.low) * closed;
}

/** The mean of e^(-3 t / over) from one step to the next. */
function meanOpen(step: number): number {
  const rate = timeConstants / recoverySteps;
  return (exp(-rate * step) - exp(-rate * (step + 1))) / rate;
}
