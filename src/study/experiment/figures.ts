import { byText } from "#base/order";
import { dayMs } from "#base/time";
import { foldInBlocks } from "#engine/stats/fold";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { serversOf } from "#scenario/build/facts";
import type { Resolved } from "#scenario/language/resolved";
import { shipmentStations } from "#scenario/language/site-paths";
import type { Batch, VariantBatch } from "#study/experiment/batch";
import { costShares } from "#study/experiment/cost-tally";
import { planCurves } from "#study/experiment/curve-plan";
import type { PlannedCurve } from "#study/experiment/curve-plan";
import type { Band, Curve, Figures, LegTraffic, VariantRows } from "#study/experiment/curves";
import { splitAtAntimeridian } from "#study/experiment/leg-lines";
import { emptyTally, legKey, sailingParts } from "#study/experiment/leg-tally";
import type { LegTally } from "#study/experiment/leg-tally";
import { placeUses } from "#study/experiment/place-tally";
import { classWaits } from "#study/experiment/wait-tally";
import type { Plan } from "#study/experiment/plan";
import { flowWays } from "#study/experiment/way-tally";

/** What the report draws beside the summary, of what the batch holds. */
export function figuresOf(plan: Plan, batch: Batch): Omit<Figures, "explained" | "survivals" | "warmUps"> {
  const scenarios = plan.variants.map(({ variant }) => variant.scenario);
  const [baseline] = scenarios;
  const replications = batch.span.to - batch.span.from;
  const { curves, times } =
    baseline === undefined ? { curves: [], times: new Float64Array() } : planCurves(baseline);
  return {
    curves: curves.map((curve, index) => curveOf(plan, batch, { curve, index, times })).filter(isDrawn),
    timelines: plan.variants.flatMap(({ variant }, index) => {
      const timeline = batch.variants[index]?.timeline;
      return timeline ? [{ name: variant.name, ...timeline }] : [];
    }),
    traffic: plan.variants.flatMap(({ variant }, index) => {
      const legs = trafficOf(batch.variants[index]?.legs ?? emptyTally());
      return legs.length === 0 ? [] : [{ name: variant.name, legs }];
    }),
    waits: plan.variants.flatMap(({ variant: { name, scenario } }, index) => {
      const vessels = Object.keys(scenario.vessels);
      const waits = batch.variants[index]?.waits ?? new Map<string, Float64Array>();
      const classes = classWaits(waits, replications, vessels);
      return classes.length === 0 ? [] : [{ name, classes }];
    }),
    places: ofEach(plan, batch, ({ legs, places }, { network }) =>
      placeUses(places, { durations: legs.duration, replications }, serversOf(network.sites)),
    ),
    costs: ofEach(plan, batch, ({ costs }) => costShares(costs, replications)),
    ways: ofEach(plan, batch, ({ ways }) => flowWays(ways, replications)),
    lines: [...batch.lines]
      .map(([key, line]) => ({ ...endsOf(key), lines: splitAtAntimeridian(line) }))
      .sort(byEnds),
    sites: scenarios.length === 0 ? [] : sitesOf(scenarios),
  };
}

/** What each variant has of something; those that have none are left out. */
function ofEach<Row>(
  plan: Plan,
  batch: Batch,
  rowsOf: (part: VariantBatch, scenario: Resolved) => readonly Row[],
): readonly VariantRows<Row>[] {
  return plan.variants.flatMap(({ variant: { name, scenario } }, index) => {
    const part = batch.variants[index];
    const rows = part === undefined ? [] : rowsOf(part, scenario);
    return rows.length === 0 ? [] : [{ name, rows }];
  });
}

/** What waits at a place: vessels, or shipments where no vessel passes. */
function waitingOf({ variants }: Plan, place: string): string {
  const sites = variants[0]?.variant.scenario.network.sites ?? {};
  return shipmentStations(sites).includes(place) ? "shipments" : "vessels";
}

interface Drawn {
  readonly curve: PlannedCurve;
  readonly index: number;
  readonly times: Float64Array;
}

function curveOf(plan: Plan, batch: Batch, { curve, index, times }: Drawn): Curve {
  return {
    what: curve.what,
    of: curve.of,
    unit: curve.what === "queue" ? waitingOf(plan, curve.of) : "share",
    times: [...times],
    variants: plan.variants.map(({ variant }, position) => {
      const part = batch.variants[position];
      const twin = bandOf(part?.twinCurves[index] ?? new Float64Array(), times.length);
      return {
        name: variant.name,
        band: bandOf(part?.curves[index] ?? new Float64Array(), times.length),
        twin: twin.mean,
      };
    }),
  };
}

/** Mean and percentiles over replications at each instant; null where no replication has a value. */
function bandOf(samples: Float64Array, points: number): Band {
  const columns = Array.from({ length: points }, (_, point) => {
    const count = samples.length / points;
    return Float64Array.from(
      { length: count },
      (__, replication) => samples[replication * points + point] ?? NaN,
    );
  });
  const ordered = columns.map(sorted);
  const quantiles = (p: number): Band["low"] => ordered.map((column) => sampleQuantile(column, p));
  return {
    mean: columns.map((column) => {
      const folded = foldInBlocks(column);
      return folded.count === 0 ? null : folded.mean;
    }),
    low: quantiles(0.05),
    high: quantiles(0.95),
    lowerQuartile: quantiles(0.25),
    upperQuartile: quantiles(0.75),
  };
}

function isDrawn(curve: Curve): boolean {
  return curve.variants.some(({ band }) => band.mean.some((value) => value !== null));
}

/** Sites that stand in some variant and know where they are, each once. */
function sitesOf(scenarios: readonly Resolved[]): Figures["sites"] {
  const sites = new Map(scenarios.flatMap(({ network }) => Object.entries(network.sites)));
  return [...sites].flatMap(([id, { at, type }]) => {
    const [latitude, longitude] = at ?? [];
    if (latitude === undefined || longitude === undefined) return [];
    return [{ id, type: type ?? "site", at: [longitude, latitude] as const }];
  });
}

/** Sailings a day by phase, mean over replications; 0 in a phase that no replication has. */
function trafficOf({ duration, sailings }: LegTally): readonly LegTraffic[] {
  const legs = [...sailings].map(([key, counts]) => {
    const [before = 0, during = 0, after = 0] = counts.map((count, phase) => {
      const days = (duration[phase] ?? 0) / dayMs;
      return days === 0 ? 0 : count / sailingParts / days;
    });
    return { ...endsOf(key), perDay: { before, during, after } };
  });
  return legs.sort(byEnds);
}

type Ends = Pick<LegTraffic, "from" | "to">;

function endsOf(key: string): Ends {
  const [from = "", to = ""] = key.split(" ");
  return { from, to };
}

function byEnds(left: Ends, right: Ends): number {
  return byText(legKey(left), legKey(right));
}
