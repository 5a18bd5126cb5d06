import type { Fields } from "#base/field";

/**
 * Everything pluggable (distribution, arrival, admission, disruption, policy, measure, ...) is one value of this
 * shape in a file of its own, listed in its family's `kinds.ts`; each family adds its own `create`. Adding one costs
 * one file, one test, one line. Nothing registers itself by being imported.
 */
export interface Kind<F extends Fields = Fields> {
  /** The word that users write after `kind:`, in kebab-case, unique in its family. */
  readonly kind: string;
  /** One sentence for help and documentation. */
  readonly summary: string;
  /** What users may write beside `kind`. */
  readonly fields: F;
}
