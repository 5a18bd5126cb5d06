import { share } from "#base/field";
import type { GaugeKind } from "#domain/world/gauge-kind";
import { linesOf } from "#domain/world/gauge-kind";

/**
 * Occupied servers ÷ servers of all places together, as the measure of this name counts them: who stands
 * still or is blocked occupies his server, and what is closed or cut still has all of its servers.
 */
export const utilisation: GaugeKind = {
  kind: "utilisation",
  summary: "The share of servers that are occupied now, of those that stand still too.",
  example: "{ gauge: utilisation, of: harbour.berth, at-least: 90 %, for: 12 h }",
  fields: linesOf(share),
  ofPassages: false,
  open(_, { elements: rooms }, elements) {
    const servers = elements.reduce((sum, element) => sum + rooms.servers(element), 0);
    return {
      reset: () => undefined,
      value: () => elements.reduce((sum, element) => sum + rooms.occupied(element), 0) / servers,
      watch: (look) => {
        for (const element of elements) rooms.watch(element, look);
      },
    };
  },
};
