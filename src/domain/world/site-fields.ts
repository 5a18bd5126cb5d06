import {
  count,
  distribution,
  fallback,
  flag,
  listOf,
  optional,
  quantity,
  reference,
  text,
  word,
} from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { modes, siteTypes } from "#domain/world/site-type";
import type { Mode, SiteType } from "#domain/world/site-type";

/**
 * What a site is, as the scenario gives it; its stations and transit are added by the rooms that own them.
 */
export interface SiteSpec {
  readonly type: SiteType | undefined;
  readonly at: readonly number[] | undefined;
  readonly country: string | undefined;
  readonly operator: string | undefined;
  readonly tags: readonly string[];
}

/** What users write for a site itself. */
export const siteFields: FieldsOf<SiteSpec> = {
  type: optional(
    word<SiteType>(siteTypes, "What the site is. A site that a data set brings already has a type."),
  ),
  at: optional(
    listOf(
      quantity("number", "Degrees.", "any"),
      "Latitude and longitude in degrees, north and east positive: [51.9, 4.4].",
      ["latitude", "longitude"],
    ),
  ),
  country: optional(text("ISO 3166 code of two letters, for selectors.")),
  operator: optional(text("Who runs it, for selectors.")),
  tags: fallback(listOf(text("A tag."), "Free words for selectors."), []),
};

/** A link as the scenario gives it: metres and milliseconds. */
export interface LinkSpec {
  readonly from: string;
  readonly to: string;
  readonly mode: Mode;
  readonly distance: number | undefined;
  readonly time: DistributionValue | undefined;
  /** How many may be on it at once; undefined: any number. */
  readonly capacity: number | undefined;
  readonly "one-way": boolean;
}

/** What users write for a link. */
export const linkFields: FieldsOf<LinkSpec> = {
  from: reference("site", "Where it starts."),
  to: reference("site", "Where it ends."),
  mode: word<Mode>(modes, "Which vessels may use it."),
  distance: optional(quantity("distance", "Its length; the great circle between its ends when left out.")),
  time: optional(
    distribution(
      "duration",
      "How long a vessel takes, whatever its speed, drawn once a voyage; distance over speed when left out.",
    ),
  ),
  capacity: optional(
    count(
      "How many vessels may be on it at once, both ways together; any number when left out. Who comes when " +
        "it is full waits at its start, and enters in order of arrival. Nobody expects that wait.",
      1,
    ),
  ),
  "one-way": fallback(flag("True: only from `from` to `to`. Both ways when left out."), false),
};
