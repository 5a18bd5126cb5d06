import { once } from "#base/once";
import type { ArrivalSpan } from "#engine/random/arrival-kind";
import { spanOf, tripsByCall, tripsOf } from "#scenario/language/demand";
import type { NamedFlow, Trip } from "#scenario/language/demand";
import type { Draft } from "#scenario/language/draft";
import type { Families } from "#scenario/language/reading";
import type { Names } from "#scenario/language/names";
import { Routes } from "#scenario/language/routes";
import type { NetworkSource } from "#scenario/source/network-source";

/** What flows plan on undisrupted routes; each part is found when it is first asked for. */
export interface PlannedTraffic {
  /** The flows that were understood, by id, in order of id. */
  readonly flows: () => readonly NamedFlow[];
  /** The ways of its classes. */
  readonly routes: () => Routes;
  /** All pairs of all flows with their undisrupted ways. */
  readonly trips: () => readonly Trip[];
  /** Those whose vessels call at a site: a hub, or where they end. */
  readonly tripsTo: (site: string) => readonly Trip[];
}

/** What ways hang on, and what trips hang on besides. */
interface Basis {
  readonly network: Draft["network"];
  readonly vessels: Draft["vessels"];
  readonly sites: Names["sites"];
  readonly flows: Draft["flows"];
  readonly span: ArrivalSpan;
}

/** The traffic of a tree, and what it hangs on. */
interface Planned {
  readonly basis: Basis;
  readonly traffic: PlannedTraffic;
}

/**
 * The traffic of the trees of one file, or of one future of it. Those that leave alone what the first of
 * them, the baseline, plans with, share its traffic; those that leave its network and classes alone share its
 * ways.
 */
export class TrafficPlans {
  readonly #families: Families;
  readonly #source: NetworkSource | undefined;
  readonly #above: TrafficPlans | undefined;
  #first: Planned | undefined = undefined;

  /** That of a future has that of its file `above` it. */
  constructor(families: Families, source: NetworkSource | undefined, above?: TrafficPlans) {
    this.#families = families;
    this.#source = source;
    this.#above = above;
  }

  /** The traffic of a tree. */
  of(draft: Draft, sites: Names["sites"]): PlannedTraffic {
    const { network, vessels, flows } = draft;
    const basis: Basis = { network, vessels, sites, flows, span: spanOf(draft) };
    const known = this.#known();
    const same = known.find((one) => hasSameTrips(basis, one.basis));
    if (same !== undefined) return same.traffic;
    const ways = known.find((one) => hasSameWays(basis, one.basis))?.traffic.routes;
    const traffic = this.#plan(draft, basis, ways);
    this.#first ??= { basis, traffic };
    return traffic;
  }

  /** What was planned first, here and above. */
  #known(): readonly Planned[] {
    const above = this.#above === undefined ? [] : this.#above.#known();
    return this.#first === undefined ? above : [this.#first, ...above];
  }

  #plan(draft: Draft, { sites }: Basis, ways: PlannedTraffic["routes"] | undefined): PlannedTraffic {
    const [families, source] = [this.#families, this.#source];
    const flows = once(() => Object.entries(draft.flows ?? {}));
    const routes = ways ?? once(() => new Routes({ draft, sites, source, families }));
    const trips = once(() => tripsOf(flows(), { draft, routes: routes(), families }));
    const byCall = once(() => tripsByCall(trips()));
    return { flows, routes, trips, tripsTo: (site) => byCall().get(site) ?? [] };
  }
}

function hasSameWays(one: Basis, other: Basis): boolean {
  return one.network === other.network && one.vessels === other.vessels && one.sites === other.sites;
}

function hasSameTrips(one: Basis, other: Basis): boolean {
  const isSpan = one.span.from === other.span.from && one.span.until === other.span.until;
  return isSpan && one.flows === other.flows && hasSameWays(one, other);
}
