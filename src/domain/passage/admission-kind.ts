import type { KindValue } from "#base/field";
import type { Kind } from "#base/kind";
import type { WorldDraw } from "#domain/world/world-draw";

/**
 * The integer that the hot path switches on. A passage without a rule is free: whoever comes while it is open
 * enters.
 */
export const admissionRule = { free: 0, slots: 1, headway: 2 } as const;

/** An admission as one replication runs it. */
export interface Admission {
  readonly rule: (typeof admissionRule)[keyof typeof admissionRule];
  /**
   * ms between two slots, or from one admission to the next, at factor 1; Infinity: nobody is ever let in.
   */
  readonly intervalMs: number;
}

/** One admission rule of the language. */
export interface AdmissionKind extends Kind {
  /** Makes the rule of one replication. */
  create(values: KindValue, draw: WorldDraw): Admission;
}
