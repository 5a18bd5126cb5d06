import type { Fields } from "#base/field";
import type { Kind } from "#base/kind";

/** A family of kinds: what `kindOf(name, ...)` may choose from, and the fields that all its members share. */
export interface Family<K extends Kind = Kind> {
  readonly name: string;
  /** The key under which the word of a kind stands; `kind` when left out. */
  readonly word?: string;
  /** Fields that every kind of the family accepts beside its own. */
  readonly shared: Fields;
  /** In the order of the documentation; the first is the one to meet first. */
  readonly kinds: readonly K[];
  /**
   * When set, a bare value (a plain quantity) stands for this kind, its value under the field of that name.
   */
  readonly shorthand?: { readonly kind: string; readonly field: string };
  /** What was probably meant by a list of plain values, one or more, in words that follow "write". */
  readonly listed?: (values: readonly string[]) => string;
}

/** The key under which the word of a kind of a family stands. */
export const wordOf = (family: Family | undefined): string => family?.word ?? "kind";
