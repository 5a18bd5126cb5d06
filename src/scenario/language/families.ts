import { disruptions, effects } from "#domain/disruption/disruption-kinds";
import { measures } from "#domain/measure/measure-kinds";
import { admissions } from "#domain/passage/admission-kinds";
import { policies } from "#domain/policy/policy-kinds";
import { arrivals } from "#engine/random/arrival-kinds";
import { distributions } from "#engine/random/distribution-kinds";
import type { Families } from "#scenario/language/reading";
import { gauges } from "#domain/world/gauge-kinds";
import { tables } from "#scenario/source/table-kinds";

/** All families of kinds that the language knows, by the name that fields use. */
export const families: Families = {
  distribution: distributions,
  arrival: arrivals,
  admission: admissions,
  disruption: disruptions,
  effect: effects,
  policy: policies,
  gauge: gauges,
  measure: measures,
  table: tables,
};
