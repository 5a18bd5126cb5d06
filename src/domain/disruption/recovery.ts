import { exp } from "#base/elementary";

/** How a factor comes back after a disruption: at once, in a straight line, or ever slower. */
export type RecoveryShape = "step" | "linear" | "exponential";

/** In how many steps a slow recovery is played: the factor is constant between them. */
export const recoverySteps = 24;

/**
 * Exponential: so many time constants fit into the whole recovery, whose end then closes the gap that is
 * left.
 */
const timeConstants = 3;

/**
 * The factor after step `step` of `recoverySteps`, from `low` at the end of the disruption to `goal` at the
 * end of the recovery. Exponential: 1 - e^(-3 t / over) of the gap is closed at t, all of it (95 % and the
 * rest) at the end.
 */
export function recoveredFactor(
  shape: RecoveryShape,
  step: number,
  gap: { low: number; goal: number },
): number {
  if (shape === "step" || step >= recoverySteps) return gap.goal;
  const done = step / recoverySteps;
  const closed = shape === "linear" ? done : 1 - exp(-timeConstants * done);
  return gap.low + (gap.goal - gap.low) * closed;
}
