import type { Kind } from "#base/kind";

/** The integer that the path of every job switches on: what it is ranked by, the least first. */
export const rankRule = { none: 0, priority: 1, service: 2, due: 3 } as const;

/** A number of `rankRule`. */
export type RankRule = (typeof rankRule)[keyof typeof rankRule];

/** One discipline of the language: who of those waiting is served next; equals in order of arrival. */
export interface DisciplineKind extends Kind {
  /** What it ranks those who wait by. */
  readonly rule: RankRule;
}
