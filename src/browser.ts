/*
 * `breakwater/browser`: scenarios from a program where there is no Node, in the calling thread. The same code
 * as on Node, and the same bytes.
 */
export type { Diagnostic, Place, Severity } from "#base/diagnostic";
export type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
export type { Library } from "#scenario/read/library";
export { worldFiles } from "#scenario/source/world-source";
export type { Figures } from "#study/experiment/curves";
export type { DrawRow, Result, TidyRow } from "#study/experiment/result";
export type { MeasureSummary, Summary, ThresholdSummary, VariantSummary } from "#study/experiment/summary";
export { NoComparison } from "#study/comparison/chosen-contest";
export type {
  ComparedMeasure,
  ComparedPair,
  ComparedSubject,
  ComparisonDocument,
  PricedFrontier,
  PricedRecovery,
  RankedVariant,
  SelectedVariant,
} from "#study/comparison/comparison-document";
export { Cancelled } from "#study/session/cancelled";
export { compare } from "#study/session/compare";
export type { CompareOptions } from "#study/session/compare";
export { loadScenario, rows, run } from "#study/session/in-browser";
export type { TextOptions } from "#study/session/in-browser";
export type { LoadedScenario, NamedSetting } from "#study/session/loaded-scenario";
export type { RowOptions } from "#study/session/rows-on";
export type { Progress, RunObservers, RunOptions } from "#study/session/run-on";
export { plan } from "#study/session/run-plan";
export type { PlannedCost, PlanOptions, RunPlan } from "#study/session/run-plan";
export { ScenarioError } from "#study/session/scenario-error";
