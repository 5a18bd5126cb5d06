import type { Instant, KindValue } from "#base/field";
import { measureKind } from "#domain/measure/measure-kinds";
import { amountUnitsOf } from "#scenario/language/amount-units";
import { halfWidthPath, isOfEstimate, limitOf } from "#scenario/language/checks/limits";
import { endOf, fixedDate } from "#scenario/language/checks/times";
import type { CheckGround } from "#scenario/language/checks/check";
import type {
  ById,
  Resolved,
  ResolvedMeasure,
  ResolvedSite,
  ResolvedThreshold,
  Statistic,
} from "#scenario/language/resolved";
import type { ScenarioValues, ThresholdValues } from "#scenario/language/scenario-fields";
import { textAt } from "#scenario/read/node";

/** What a scenario without errors is put together with. */
export interface Assembly {
  /** ms. */
  readonly warmUp: number;
  readonly sites: ById<ResolvedSite>;
}

/** Puts the values of a scenario without errors together as what a world is built from. */
export function assemble(ground: CheckGround, { warmUp, sites }: Assembly): Resolved {
  const draft = ground.draft as ScenarioValues; // callers have seen that there is no error
  const start = "at" in draft.time.start ? draft.time.start.at : 0;
  const performance = draft.performance && {
    of: draft.performance.of,
    window: draft.performance.window,
    recoveredAt: draft.performance["recovered-at"],
    heldFor: draft.performance["held-for"],
  };
  return {
    breakwater: 1,
    title: draft.title,
    question: draft.question,
    notes: draft.notes,
    time: { start, end: endOf(draft) ?? start, warmUp },
    seed: draft.seed,
    ...replicationsOf(ground, draft),
    network: { use: draft.network.use, sites, links: draft.network.links },
    vessels: draft.vessels,
    commodities: draft.commodities,
    flows: draft.flows,
    disruptions: draft.disruptions,
    policies: draft.policies,
    performance,
    measures: draft.measures.map((row) => measureOf(row, draft)),
    thresholds: thresholdsOf(ground, draft),
    sources: draft.sources,
    amountUnits: amountUnitsOf(ground.root, draft, ground.flows()),
  };
}

/** How many, and when fewer do. */
function replicationsOf(
  { root }: CheckGround,
  { replications, measures }: ScenarioValues,
): Pick<Resolved, "replications" | "precision"> {
  if (typeof replications === "number") return { replications };
  const { measure, of, max, "half-width": value } = replications.until;
  const text = textAt(root, ...halfWidthPath);
  const scale = measures.find(({ kind }) => kind === measure)?.kind;
  const relative = isOfEstimate(text) && scale !== undefined && measureKind(scale)?.scale !== "share";
  const halfWidth = relative ? value : (limitOf(value, text) ?? value);
  return { replications: max, precision: { measure, of, halfWidth, relative } };
}

function measureOf(row: KindValue, draft: ScenarioValues): ResolvedMeasure {
  const date = (key: string): number | undefined => {
    const instant = row[key] as Instant | undefined; // the fields of measures say so
    return instant && fixedDate(instant, draft);
  };
  const by = row["by"] === "completion" ? "completion" : "arrival";
  return {
    kind: row.kind,
    of: String(row["of"]),
    at: date("at"),
    from: date("from"),
    until: date("until"),
    by,
  };
}

function thresholdsOf(ground: CheckGround, draft: ScenarioValues): ById<ResolvedThreshold> {
  return Object.fromEntries(
    Object.entries(draft.thresholds).map(([id, threshold]) => [id, thresholdOf(ground, id, threshold)]),
  );
}

function thresholdOf({ root }: CheckGround, id: string, threshold: ThresholdValues): ResolvedThreshold {
  const { measure, of, variant, statistic, versus } = threshold;
  const limit = (key: "at-most" | "at-least"): number | undefined =>
    limitOf(threshold[key], textAt(root, "thresholds", id, key));
  const known = statistic as Statistic; // a check has seen its spelling
  const [atMost, atLeast] = [limit("at-most"), limit("at-least")];
  const against = versus === undefined ? {} : { versus };
  return { measure, of, variant, statistic: known, ...against, atMost, atLeast };
}
