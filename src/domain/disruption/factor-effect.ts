import type { DistributionValue, Schedule } from "#base/field";
import { Course } from "#domain/disruption/course";
import type { Effect, EffectContext } from "#domain/disruption/disruption-kind";

/**
 * The targets go at `factor` times their own pace from start to end: never below 0. `tell` hears of each
 * change, 1 at the end.
 */
export function factorEffect(
  schedule: Schedule<DistributionValue>,
  { elements, owner, targets, ...context }: EffectContext,
  tell: (factor: number) => void = () => undefined,
): Effect {
  const scaleTo = (factor: number): void => {
    for (const target of targets) elements.scale(target, owner, factor);
    tell(factor);
  };
  const course = new Course([{ key: "factor", schedule, before: 1 }], context, (factor) =>
    scaleTo(Math.max(0, factor)),
  );
  return {
    closes: false,
    reset: () => course.reset(),
    draw: (draw) => course.draw(draw),
    start: () => course.start(),
    end() {
      course.end();
      scaleTo(1);
    },
  };
}
