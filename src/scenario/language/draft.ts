import type { ScenarioValues } from "#scenario/language/scenario-fields";

/**
 * The values of a scenario that may have errors: a section or a named thing with an error is absent, so that
 * checks of one value against another see only what was understood.
 */
export type Draft = { readonly [K in keyof ScenarioValues]?: ScenarioValues[K] | undefined };
