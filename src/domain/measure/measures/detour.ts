import { meanExcess } from "#domain/measure/delayed-voyages";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { flowFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { flowOf } from "#domain/measure/subject";

/** The mean over paired voyages of the way sailed less that of the same voyage in the baseline's twin. */
export const detour: MeasureKind = {
  kind: "detour",
  summary: "Mean kilometres sailed more than the same voyage in the baseline's twin.",
  fields: { ...flowFields, ...visitFields },
  scale: "mean",
  better: "less",
  needsTwin: true,
  needs: () => needJourneys(),
  create(values, facts) {
    const flow = flowOf(values.of, facts);
    return {
      unit: "km",
      read(evidence) {
        if (flow === undefined) return none;
        return valueOf(meanExcess(evidence, "metres", flow, values) / 1000);
      },
    };
  },
};
