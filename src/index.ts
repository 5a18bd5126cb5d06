/*
 * `breakwater`: scenarios from a program, on Node. What needs no Node is in `breakwater/browser`, models of
 * processes in `breakwater/process`.
 */
export type { Diagnostic } from "#base/diagnostic";
export { Streams } from "#engine/random/stream";
export type { BatchMeans } from "#engine/stats/batch-means";
export { batchMeans } from "#engine/stats/batch-means";
export { holmAdjusted } from "#engine/stats/holm";
export type { HowManyMore } from "#engine/stats/how-many-more";
export { howManyMore } from "#engine/stats/how-many-more";
export type { Elimination, KimNelsonSelection } from "#engine/stats/kim-nelson";
export { kimNelson } from "#engine/stats/kim-nelson";
export { latinHypercube } from "#engine/stats/latin-hypercube";
export type { NelsonMatejcikSelection, VersusBest } from "#engine/stats/nelson-matejcik";
export { nelsonMatejcik } from "#engine/stats/nelson-matejcik";
export type { Truncation } from "#engine/stats/mser-5";
export { mser5 } from "#engine/stats/mser-5";
export type { PairedTest } from "#engine/stats/paired-test";
export { pairedTest } from "#engine/stats/paired-test";
export type { MeasuredVariants, SelectionQuestion } from "#engine/stats/selection";
export type { SobolIndex, SobolIndices, SobolMatrices } from "#engine/stats/sobol-indices";
export { sobolDesign, sobolIndices } from "#engine/stats/sobol-indices";
export { unpairedReplications } from "#engine/stats/unpaired-replications";
export type { Resolution, ResolveInput } from "#scenario/language/resolve";
export { resolveStudy } from "#scenario/language/resolve";
export type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
export type { Library } from "#scenario/read/library";
export { WorldSource } from "#scenario/source/world-source";
export type { Figures } from "#study/experiment/curves";
export type { Result, TidyRow } from "#study/experiment/result";
export type { MeasureSummary, Summary, ThresholdSummary, VariantSummary } from "#study/experiment/summary";
export { shippedFiles } from "#study/runners/shipped-files";

export { generateScenario } from "#scenario/language/generate";
export { loadScenario } from "#shells/program/load-scenario";
export { rows, run } from "#shells/program/run";
export type { ThreadOptions } from "#shells/program/run";
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
export type { LoadedScenario, NamedSetting } from "#study/session/loaded-scenario";
export type { RowOptions } from "#study/session/rows-on";
export type { Progress, RunObservers, RunOptions } from "#study/session/run-on";
export { plan } from "#study/session/run-plan";
export type { PlannedCost, PlanOptions, RunPlan } from "#study/session/run-plan";
export { ScenarioError } from "#study/session/scenario-error";
export { NoScenario } from "#study/store/scenario-place";
