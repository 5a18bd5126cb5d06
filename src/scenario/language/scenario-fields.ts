import {
  cost,
  count,
  either,
  fallback,
  instant,
  kindOf,
  kindsByKey,
  listOf,
  mapOf,
  optional,
  quantity,
  record,
  reference,
  selector,
  share,
  text,
  word,
} from "#base/field";
import type { Cost, Field, FieldsOf, Instant, KindValue } from "#base/field";
import { commodityFields } from "#domain/cargo/commodity-fields";
import type { CommoditySpec } from "#domain/cargo/commodity-fields";
import { stationFields } from "#domain/facility/station-fields";
import type { StationSpec } from "#domain/facility/station-fields";
import { transitFields } from "#domain/passage/passage-fields";
import type { TransitSpec } from "#domain/passage/passage-fields";
import { flowFields } from "#domain/traffic/flow-fields";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import { transferFields } from "#domain/traffic/transfer-fields";
import type { TransferSpec } from "#domain/traffic/transfer-fields";
import { vesselFields } from "#domain/traffic/vessel-fields";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import { linkFields, siteFields } from "#domain/world/site-fields";
import type { LinkSpec, SiteSpec } from "#domain/world/site-fields";
import type { ById, ResolvedSource } from "#scenario/language/resolved";

/** A site as it is written: what `world` knows of it, and what the rooms above add. */
export interface SiteValues extends SiteSpec {
  /** For people; no result depends on it. */
  readonly name: string | undefined;
  readonly like: string | undefined;
  readonly stations: ById<StationSpec>;
  readonly "vessel-path": readonly string[] | undefined;
  readonly "cargo-path": readonly string[] | undefined;
  readonly transit: TransitSpec | undefined;
  readonly transfer: TransferSpec | undefined;
}

/** One check as it is written. Durations in ms, money in US dollars, shares 0 to 1. */
export interface ThresholdValues {
  readonly measure: string;
  readonly of: string;
  readonly variant: string;
  readonly statistic: string;
  readonly versus: "baseline" | undefined;
  readonly "at-most": number | undefined;
  readonly "at-least": number | undefined;
}

/** How well a measure is to be known, as it is written. */
export interface PrecisionValues {
  readonly measure: string;
  readonly of: string;
  readonly "half-width": number;
  readonly max: number;
}

/** A scenario without its variants, normalised field by field. */
export interface ScenarioValues {
  readonly breakwater: number;
  readonly title: string;
  readonly question: string | undefined;
  readonly notes: string | undefined;
  readonly extends: string | undefined;
  readonly time: {
    readonly start: Instant;
    readonly end: Instant | undefined;
    readonly duration: number | undefined;
    readonly "warm-up": number | "auto";
  };
  readonly seed: string;
  readonly replications: number | { readonly until: PrecisionValues };
  readonly vessels: ById<VesselSpec>;
  readonly commodities: ById<CommoditySpec>;
  readonly network: {
    readonly use: string | undefined;
    readonly sites: ById<SiteValues>;
    readonly links: ById<LinkSpec>;
    readonly tables: ById<KindValue>;
  };
  readonly flows: ById<FlowSpec>;
  readonly disruptions: ById<KindValue>;
  readonly policies: ById<KindValue>;
  readonly performance:
    | {
        readonly of: readonly string[];
        readonly window: number;
        readonly "recovered-at": number;
        readonly "held-for": number;
      }
    | undefined;
  readonly measures: readonly KindValue[];
  readonly thresholds: ById<ThresholdValues>;
  readonly sources: ById<ResolvedSource>;
}

const weekMs = 604_800_000;

/** The keys of a site. */
export const siteValueFields: FieldsOf<SiteValues> = {
  name: optional(
    text("What people read for it; what its table or data set calls it when left out, and else its id."),
  ),
  ...siteFields,
  like: optional(
    reference(
      "site",
      "Another site, whose stations and paths this one has too; what is written here merges over them.",
    ),
  ),
  stations: fallback(mapOf(record(stationFields, "A queue with servers."), "Stations by name."), {}),
  "vessel-path": optional(
    listOf(
      text("A station of this site."),
      "The stations that a calling vessel passes, in order; the lone station without cargo when left out.",
    ),
  ),
  "cargo-path": optional(
    listOf(
      text("A station of this site."),
      "The stations that each shipment passes, in order, once its vessel is released; none when left out.",
    ),
  ),
  transit: optional(record(transitFields, "How vessels pass; for passages only.")),
  transfer: optional(
    record(transferFields, "How voyages of flows with `onward` change vessels there; they do not without."),
  ),
};

/** A limit is in the unit of its measure, so that any unit fits here and a check tells which does not. */
const limit = (doc: string): Field<number> =>
  either(
    [
      quantity("number", "A bare number or a share.", "any"),
      quantity("duration", "A time.", "any"),
      quantity("money", "A sum.", "any"),
      quantity("amount", "An amount.", "any"),
      quantity("length", "A length.", "any"),
    ],
    doc,
  );

/** What a measure is about, as under `measures`. */
const aboutField: Field<string> = either(
  [word(["all", "performance"], "The whole."), reference("measured", "What the measure is about.")],
  "What the measure is about, as under `measures`.",
);

const thresholdFields: FieldsOf<ThresholdValues> = {
  measure: text("The name of a measure that `measures` holds."),
  of: aboutField,
  variant: fallback(
    either(
      [reference("variant", "A variant."), word(["all"], "Each of them by itself.")],
      "Which variant is held to it, or all; baseline when left out.",
    ),
    "baseline",
  ),
  statistic: fallback(
    text(
      "mean, median, a percentile such as p90, cvar (the mean of the worst 5 %), or the share of " +
        "replications that are censored or unaffected; mean when left out.",
    ),
    "mean",
  ),
  versus: optional(
    word(
      ["baseline"] as const,
      "The statistic is then of the differences from the baseline, replication by replication, and the " +
        "limits are in the unit of the measure: `-2 h` is two hours less.",
    ),
  ),
  "at-most": optional(limit("The most that passes, in the unit of the measure.")),
  "at-least": optional(limit("The least that passes, in the unit of the measure.")),
};

const replicationCount = (doc: string): Field<number> => count(doc, 1, 10_000_000);

const precisionFields: FieldsOf<PrecisionValues> = {
  measure: text("The name of a measure that `measures` holds."),
  of: aboutField,
  "half-width": limit(
    "Half of the 95 % interval in every variant: `5 %` of the estimate, or in the measure's unit.",
  ),
  max: fallback(replicationCount("The most that are run; 1000 when left out."), 1000),
};

/** The keys of a scenario without `variants`. Names are read first, then in this order. */
export const scenarioFields: FieldsOf<ScenarioValues> = {
  breakwater: count("Version of the language: 1.", 1, 1),
  title: text("What the scenario is called."),
  question: optional(text("What the scenario asks; the report opens with it and answers it.")),
  notes: optional(text("Words for readers of the file.")),
  extends: optional(text("Another scenario of the same folder tree, over which this one merges.")),
  time: record<ScenarioValues["time"]>(
    {
      start: instant("When the run starts, a date such as 2024-01-01T00:00Z."),
      end: optional(instant("When it ends; or write `duration`.")),
      duration: optional(quantity("duration", "How long it runs, instead of `end`.")),
      "warm-up": fallback(
        either<number | "auto">(
          [
            word(["auto"] as const, "Long enough for the longest way and the busiest station."),
            quantity("duration", "How long.", "non-negative"),
          ],
          "What is left out of all statistics at the start: a duration, or `auto`; nothing when left out.",
        ),
        0,
      ),
    },
    "The span of a run.",
  ),
  seed: fallback(
    text("A word or number from which all chance follows; breakwater when left out."),
    "breakwater",
  ),
  replications: fallback(
    either<ScenarioValues["replications"]>(
      [
        replicationCount("How many times."),
        record<{ readonly until: PrecisionValues }>(
          { until: record(precisionFields, "When it is often enough.") },
          "As often as it takes until an interval is narrow enough.",
        ),
      ],
      "How many times each variant is run: a number, or `until` it is known well enough; 100 when left out.",
    ),
    100,
  ),
  vessels: fallback(mapOf(record(vesselFields, "A class of vessels."), "Classes of vessels by id."), {}),
  commodities: fallback(mapOf(record(commodityFields, "A class of cargo."), "Classes of cargo by id."), {}),
  network: record<ScenarioValues["network"]>(
    {
      use: optional(text("A shipped data set: world. What is written here merges over it.")),
      sites: fallback(mapOf(record(siteValueFields, "A site."), "Sites by id."), {}),
      links: fallback(mapOf(record(linkFields, "A link."), "Links by id."), {}),
      tables: fallback(
        mapOf(
          kindOf("table", "A file beside the scenario that brings sites, links or flows."),
          "Files that bring sites, links and flows, by name; what is written here merges over them.",
        ),
        {},
      ),
    },
    "Where things happen.",
  ),
  flows: fallback(mapOf(record(flowFields, "Demand between sites."), "Flows by id."), {}),
  disruptions: fallback(mapOf(kindOf("disruption", "What goes wrong."), "What goes wrong, by id."), {}),
  policies: fallback(mapOf(kindOf("policy", "A rule that reacts inside a run."), "What reacts, by id."), {}),
  performance: optional(
    record<NonNullable<ScenarioValues["performance"]>>(
      {
        of: selector(
          "measured",
          "What is counted: deliveries of flows, completions of stations and passages.",
        ),
        window: fallback(
          quantity("duration", "Counts are taken over this long, forward; 7 d when left out."),
          weekMs,
        ),
        "recovered-at": fallback(
          share("The share of the twin at which it has recovered; 0.95 when left out."),
          0.95,
        ),
        "held-for": fallback(quantity("duration", "How long that must hold; 7 d when left out."), weekMs),
      },
      "The curve that loss and recovery are read from.",
    ),
  ),
  measures: fallback(kindsByKey("measure", "The numbers that are reported, by the name of the measure."), []),
  thresholds: fallback(mapOf(record(thresholdFields, "One check."), "Checks by id."), {}),
  sources: fallback(
    mapOf(
      record<ResolvedSource>(
        {
          source: text("Where the value comes from."),
          grade: word(["measured", "published", "assumed", "calibrated"], "How sure it is."),
        },
        "Where one value comes from.",
      ),
      "Where values come from, by path.",
    ),
    {},
  ),
};

/** What a variant is, beside its patch. */
export interface VariantValues {
  readonly summary: string | undefined;
  readonly pillar: "prevent" | "protect" | "recover" | undefined;
  readonly cost: Cost | undefined;
  readonly extends: string | readonly string[];
}

/** The keys of a variant that are no patch. */
export const variantFields: FieldsOf<VariantValues> = {
  summary: optional(text("What the variant does, in a sentence.")),
  pillar: optional(
    word(["prevent", "protect", "recover"] as const, "Which part of the policy question it serves."),
  ),
  cost: optional(cost("What it costs; costs of variants that it extends are added.")),
  extends: fallback(
    either<string | readonly string[]>(
      [listOf(reference("variant", "A variant."), "Variants."), reference("variant", "One.")],
      "One or several variants whose patches it takes over.",
    ),
    [],
  ),
};

/**
 * The keys of a scenario that a variant may patch: variants share time, seed, measures and checks to be
 * compared.
 */
export const patchableKeys: readonly (keyof ScenarioValues)[] = [
  "network",
  "vessels",
  "commodities",
  "flows",
  "disruptions",
  "policies",
  "sources",
];
