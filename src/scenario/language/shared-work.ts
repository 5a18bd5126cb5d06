import type { NamedTree } from "#scenario/language/collect-names";
import { TrafficPlans } from "#scenario/language/planned-traffic";
import type { Families } from "#scenario/language/reading";
import { ResolvedSites } from "#scenario/language/resolved-sites";
import { SharedSections } from "#scenario/language/shared-sections";
import type { NetworkSource } from "#scenario/source/network-source";

/**
 * What is worked out once for all trees of a file, its baseline and its variants; those of a future share
 * among each other what the future changes, and with the file what it does not.
 */
export class SharedWork {
  readonly sections: SharedSections;
  readonly sites: ResolvedSites;
  readonly plans: TrafficPlans;
  /** The first tree whose names were collected; undefined until then. */
  named: NamedTree | undefined;

  /** That of a future has that of its file `above` it. */
  constructor(families: Families, source: NetworkSource | undefined, above?: SharedWork) {
    this.sections = new SharedSections(above?.sections);
    this.sites = above?.sites ?? new ResolvedSites();
    this.plans = new TrafficPlans(families, source, above?.plans);
    this.named = above?.named;
  }
}
