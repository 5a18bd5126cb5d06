import { cost, optional, quantity, text, word } from "#base/field";
import type { Cost, FieldsOf } from "#base/field";
import { modes } from "#domain/world/site-type";
import type { Mode } from "#domain/world/site-type";

/** A vessel class as the scenario gives it: speed in m/s, draft in metres, cost in US dollars. */
export interface VesselSpec {
  readonly mode: Mode;
  readonly speed: number;
  readonly capacity: number | undefined;
  readonly draft: number | undefined;
  readonly flag: string | undefined;
  readonly cost: Cost | undefined;
}

/** What users write for a class of vessels. */
export const vesselFields: FieldsOf<VesselSpec> = {
  mode: word<Mode>(modes, "The links it uses."),
  speed: quantity("speed", "Its speed under way."),
  capacity: optional(quantity("amount", "The most cargo that it carries.")),
  draft: optional(quantity("length", "Its draft, for passages that limit it.")),
  flag: optional(text("Its flag, for passages that limit it.")),
  cost: optional(cost("What a day of its time costs; 0 when left out.")),
};
