/*
 * `breakwater/process`: models of processes, for what no scenario can say. It needs no Node: the same code
 * runs in a browser.
 */
export { SimulationFailure } from "#engine/kernel/failure";
export type { FailurePlace } from "#engine/kernel/failure";
export type { Stop, Until } from "#engine/kernel/stop";
export type { TracedEvent } from "#engine/kernel/trace";
export { Interrupt } from "#engine/process/interrupt";
export { ProcessFault } from "#engine/process/process-fault";
export type { ProcessFaultCode } from "#engine/process/process-fault";
export { ProcessModel } from "#engine/process/process-model";
export type { ProcessModelOptions } from "#engine/process/process-model";
export type { Process, SpawnOptions, Steps, Wait } from "#engine/process/process";
export type { Resource, ResourceFigures, ResourceOptions, SeizeOptions } from "#engine/process/resource";
export type { UntilOptions, WaitOutcome, WaitRow } from "#engine/process/resource";
export type { Sampler } from "#engine/process/sampler";
export type { State } from "#engine/process/state";
export type { DistributionValue } from "#base/field";
export type { Stream } from "#engine/random/stream";
