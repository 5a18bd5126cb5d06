import { assertNever } from "#base/assert";
import { isSame } from "#base/same";
import { byText } from "#base/order";
import type { Target } from "#base/field";
import { laneDirections } from "#scenario/language/directions";
import { UsedNames } from "#scenario/language/used-names";
import type { SiteSpec } from "#domain/world/site-fields";

/** What selectors ask of a site. */
export interface SiteFacts {
  readonly type: string | undefined;
  readonly country: string | undefined;
  readonly operator: string | undefined;
  readonly tags: readonly string[];
  readonly at: readonly number[] | undefined;
  /** `site.station` of its stations; a passage has one, `site.transit`. In order of id. */
  readonly stations: readonly string[];
  /** Who runs those of them that say so themselves, by id. */
  readonly operators: Readonly<Record<string, string>>;
  /** How many links of the scenario touch it. */
  readonly degree: number;
  /** True when it or its stations were not understood, so that nobody knows which it has. */
  readonly doubtful: boolean;
  /** True when the scenario itself writes something about it. */
  readonly written: boolean;
}

/** The ids of a scenario that are no sites. */
export interface OtherNames {
  readonly link: readonly string[];
  readonly vessel: readonly string[];
  readonly commodity: readonly string[];
  readonly flow: readonly string[];
  readonly disruption: readonly string[];
  readonly policy: readonly string[];
  readonly variant: readonly string[];
  /** The kinds of policies, as they are written. */
  readonly policyKinds: ReadonlyMap<string, string>;
  /** Those of which nobody knows which things there are, see `doubtedTargets`. */
  readonly doubted: readonly Target[];
}

/** What was listed for targets. */
class Listed {
  readonly lists: Map<Target, readonly string[]> = new Map();
  readonly sets: Map<Target, ReadonlySet<string>> = new Map();
}

/** Of what is done with the things of a scenario: variants add to it, and no thing names it. */
const acts: ReadonlySet<Target> = new Set(["disruption", "policy", "variant"]);

/** All names of one resolved tree, and which of them were used. */
export class Names {
  readonly sites: ReadonlyMap<string, SiteFacts>;
  /** Counting units that commodities declare. */
  readonly counting: ReadonlySet<string>;
  /** Ids that something named. */
  used: UsedNames = new UsedNames();
  private readonly others: OtherNames;
  private readonly things: Listed;
  private readonly acts: Listed = new Listed();

  /** With `alike`, names of a tree that has the same things, what was listed for it is not listed again. */
  constructor(
    sites: ReadonlyMap<string, SiteFacts>,
    others: OtherNames,
    counting: ReadonlySet<string>,
    alike?: Names,
  ) {
    this.sites = sites;
    this.others = others;
    this.counting = counting;
    this.things = alike?.things ?? new Listed();
  }

  /**
   * Whether a tree with these names has just the same things: the very facts of sites, and equal ids and
   * units. What is done with them may differ: disruptions, policies and variants.
   */
  isAlike(sites: ReadonlyMap<string, SiteFacts>, others: OtherNames, counting: ReadonlySet<string>): boolean {
    const isThat = this.sites === sites && isSame([...this.counting], [...counting]);
    return isThat && isSame(thingsOf(this.others), thingsOf(others));
  }

  /** The ids that a target may name, in order of id. */
  ids(target: Target): readonly string[] {
    const { lists } = acts.has(target) ? this.acts : this.things;
    const known = lists.get(target);
    if (known) return known;
    const list = [...new Set(this.listOf(target))].sort(byText);
    lists.set(target, list);
    return list;
  }

  /** Whether a target has such an id. */
  has(target: Target, id: string): boolean {
    const { sets } = acts.has(target) ? this.acts : this.things;
    let known = sets.get(target);
    if (known === undefined) {
      known = new Set(this.listOf(target));
      sets.set(target, known);
    }
    return known.has(id);
  }

  /** Whether an id that a target does not have says nothing: nobody knows which it has. */
  isDoubted(target: Target): boolean {
    return this.others.doubted.includes(target);
  }

  /** The kind of a policy as it is written; undefined when it has none. */
  policyKind(id: string): string | undefined {
    return this.others.policyKinds.get(id);
  }

  /** Whether these are the names of a tree that has just the same things. */
  areThoseOf(other: Names): boolean {
    return this.things === other.things;
  }

  /** What `work` names, whether or not it was named before. */
  usedBy(work: () => void): UsedNames {
    const before = this.used;
    this.used = new UsedNames();
    work();
    const { used } = this;
    this.used = before;
    before.addAll(used);
    return used;
  }

  /** Notes that something names an id; `site.station` notes its site too. */
  use(target: Target, id: string): void {
    const dot = id.indexOf(".");
    if (dot > 0) this.used.add("site", id.slice(0, dot));
    else if (target !== "site" && this.sites.has(id)) this.used.add("site", id);
    this.used.add(target, id);
  }

  private listOf(target: Target): readonly string[] {
    switch (target) {
      case "site":
        return [...this.sites.keys()];
      case "port":
      case "passage":
        return [...this.sites].filter(([, facts]) => facts.type === target).map(([id]) => id);
      case "station":
        return [...this.sites.values()].flatMap((facts) => facts.stations);
      case "country":
        return [...this.sites.values()].flatMap((facts) =>
          facts.country === undefined ? [] : [facts.country],
        );
      case "direction":
        return [...laneDirections, ...this.others.link];
      case "element":
        return [...this.ids("station"), ...this.others.link];
      case "measured":
        return [...this.ids("station"), ...this.others.flow, ...this.others.commodity];
      case "commodity":
      case "disruption":
      case "flow":
      case "link":
      case "policy":
      case "variant":
      case "vessel":
        return this.others[target];
      default:
        return assertNever(target);
    }
  }
}

/** The names of things, without those of what is done with them. */
function thingsOf({ link, vessel, commodity, flow, doubted }: OtherNames): Partial<OtherNames> {
  return { link, vessel, commodity, flow, doubted };
}

/** A site as a data set gives it, without what the scenario adds. */
export function factsOf(spec: SiteSpec, id: string): SiteFacts {
  const { type, country, operator, tags, at } = spec;
  const stations = type === "passage" ? [`${id}.transit`] : [];
  const plain = { operators: {}, degree: 0, doubtful: false, written: false };
  return { type, country, operator, tags, at, stations, ...plain };
}
