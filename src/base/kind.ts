import type { Fields } from "#base/field";
import { byText } from "#base/order";

/**
 * Everything pluggable (distribution, arrival, admission, disruption, policy, measure, ...) is one value of
 * this shape in a file of its own, listed in its family's `kinds.ts`; each family adds its own `create`.
 * Adding one costs one file, one test, one line. Nothing registers itself by being imported.
 */
export interface Kind<F extends Fields = Fields> {
  /** The word that users write after `kind:` (or what its family has in its place), in kebab-case. */
  readonly kind: string;
  /** One sentence for help and documentation. */
  readonly summary: string;
  /**
   * The whole of it as a user would write it, in the world of `REFERENCE.md`; made from its fields when left
   * out, which does where any values go together.
   */
  readonly example?: string;
  /** What users may write beside `kind`. */
  readonly fields: F;
}

/**
 * The kinds of a family's list: a file `kinds.ts` that passes each on with a line of its own, imported whole.
 * In order of name, so that the order of lines means nothing.
 */
export function kindsIn<K extends Kind>(list: Readonly<Record<string, K>>): readonly K[] {
  return Object.values(list).sort((a, b) => byText(a.kind, b.kind));
}
