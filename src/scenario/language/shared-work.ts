import type { NamedTree } from "#scenario/language/collect-names";
import { TrafficPlans } from "#scenario/language/planned-traffic";
import type { Families } from "#scenario/language/reading";
import { ResolvedSites } from "#scenario/language/resolved-sites";
import { SharedSections } from "#scenario/language/shared-sections";
import type { NetworkSource } from "#scenario/source/network-source";

/** What is worked out once for all trees of a file: its baseline, its variants, and those of its futures. */
export class SharedWork {
  readonly sections: SharedSections = new SharedSections();
  readonly sites: ResolvedSites = new ResolvedSites();
  readonly plans: TrafficPlans;
  /** The first tree whose names were collected; undefined until then. */
  named: NamedTree | undefined = undefined;

  constructor(families: Families, source: NetworkSource | undefined) {
    this.plans = new TrafficPlans(families, source);
  }
}
