import { fallback, quantity } from "#base/field";
import { dayMs } from "#base/time";
import type { ConditionValues, GaugeKind } from "#domain/world/gauge-kind";
import { linesOf } from "#domain/world/gauge-kind";
import { boundedInstant } from "#domain/world/horizon";
import { priority } from "#engine/kernel/priority";

interface RateValues extends ConditionValues {
  /** ms. */
  readonly over: number;
}

/**
 * How many left a station or a passage in the last while, a day: each counts from its leaving for as long as
 * that. Nothing is known before the run is as old.
 */
export const rate: GaugeKind = {
  kind: "rate",
  summary: "How many a day have left in the last while, done.",
  example: "{ gauge: rate, of: canal.transit, at-most: 20 /d, over: 2 d }",
  fields: {
    ...linesOf((doc) => quantity("rate", doc, "non-negative")),
    over: fallback(
      quantity(
        "duration",
        "The while that is counted, up to now; 1 day when left out. No condition holds before the run is " +
          "as old.",
      ),
      dayMs,
    ),
  },
  counts: ({ of }) => of,
  open(values, { simulation, counts }, _, name) {
    const { of, over } = values as RateValues; // by its fields
    const looks: (() => void)[] = [];
    const describe = (): string => name;
    let isKnown = false;
    let recent = 0;
    let isLooking = false;
    const looking = simulation.register({
      name: "gauge.look",
      priority: priority.decide,
      run: () => {
        isLooking = false;
        for (const look of looks) look();
      },
      describe,
    });
    // One that leaves as another is forgotten is no break: it is looked when the instant is over.
    const changed = (): void => {
      if (!isLooking) simulation.after(0, looking, 0);
      isLooking = true;
    };
    const forget = simulation.register({
      name: "gauge.forget",
      priority: priority.release,
      run: (leavers) => {
        isKnown = true;
        recent -= leavers;
        changed();
      },
      describe,
    });
    const forgetLater = (leavers: number): void =>
      void simulation.schedule(boundedInstant(simulation.now + over), forget, leavers);
    for (const id of of) {
      counts.hear(counts.declare(id), () => {
        recent++;
        forgetLater(1);
        changed();
      });
    }
    return {
      reset: () => {
        isKnown = false;
        recent = 0;
        isLooking = false;
        forgetLater(0);
      },
      value: () => (isKnown ? (recent * dayMs) / over : NaN),
      watch: (then) => void looks.push(then),
    };
  },
};
