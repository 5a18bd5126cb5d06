import type { Distribution } from "#engine/random/distribution-kind";
import type { Mark } from "#engine/random/mark";

/** How long vessels take through a passage or over a link that says so. */
export interface Crossing {
  readonly time: Distribution;
  readonly mark: Mark;
}

/** What is said of how long crossings take. */
export interface Crossings {
  /** By passage number; undefined: metres over speed. */
  readonly passages: readonly (Crossing | undefined)[];
  /** By link number; undefined: what its routes reckon with. */
  readonly links: readonly (Crossing | undefined)[];
}
