import { count } from "#base/field";
import type { GaugeKind } from "#domain/world/gauge-kind";
import { linesOf } from "#domain/world/gauge-kind";

/** How many wait, the sum over all places. */
export const queue: GaugeKind = {
  kind: "queue",
  summary: "How many wait now.",
  example: "{ gauge: queue, of: harbour.berth, at-least: 5, for: 1 d }",
  fields: linesOf(count),
  open(_, { elements: rooms }, elements) {
    return {
      reset: () => undefined,
      value: () => elements.reduce((sum, element) => sum + rooms.queue(element), 0),
      watch: (look) => {
        for (const element of elements) rooms.watch(element, look);
      },
    };
  },
};
