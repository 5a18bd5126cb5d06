import type { Needs } from "#domain/measure/measure-kind";

const nothing: Needs = { counts: [], levels: [], journeys: false, places: [] };

/** Needs of count series only. */
export const needCounts = (counts: readonly string[]): Needs => ({ ...nothing, counts });

/** Needs of levels only. */
export const needLevels = (levels: readonly string[]): Needs => ({ ...nothing, levels });

/** Needs of voyages, and of their stages at some places. */
export const needJourneys = (places: Needs["places"] = []): Needs => ({ ...nothing, journeys: true, places });
