import { isSame } from "#base/same";
import { barsOf } from "#domain/passage/passage-limits";
import type { Bar } from "#domain/passage/passage-limits";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import { metresApart } from "#domain/world/metres-apart";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Draft } from "#scenario/language/draft";
import { meanOf } from "#scenario/language/mean-of";
import type { SiteFacts } from "#scenario/language/names";
import type { Families } from "#scenario/language/reading";
import type { NetworkSource, Spot } from "#scenario/source/network-source";

/** A stop on the shortest undisrupted way, with the time from its origin to leaving it there, ms. */
export interface Stop {
  readonly site: string;
  readonly ms: number;
  /** The link that ends there; absent where the way goes by sea lanes. */
  readonly link?: string;
}

/** A class of vessels that seeks a way at an instant (ms): limits of passages go by both. */
export interface Sailor {
  readonly id: string;
  readonly spec: VesselSpec;
  readonly time: number;
}

/** A rule that stands in the way of a class, at a site or on a link. */
export type Obstacle =
  | { readonly at: "limit"; readonly site: string; readonly bar: Bar }
  | { readonly at: "closed"; readonly site: string }
  | { readonly at: "mode" | "one-way"; readonly link: string }
  | { readonly at: "end"; readonly site: string };

/** A way from site to site that passes no other one but passages of the data set. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** The number of that site. */
  readonly number: number;
  readonly ms: number;
  /** Absent of a lane. */
  readonly link?: string;
  readonly passages: readonly Stop[];
  /** The rules that it breaks: none, unless such ways were asked for. */
  readonly obstacles: readonly Obstacle[];
}

/** What routes are found on. */
export interface RouteGround {
  readonly draft: Draft;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly source: NetworkSource | undefined;
  readonly families: Families;
}

/** A link in one direction. */
interface Lane {
  readonly id: string;
  readonly link: LinkSpec;
  readonly isAgainst: boolean;
}

/** The number of a site that no link touches. */
const UNLINKED = -1;

/**
 * What leads on from each site for a class: links of the scenario, and lanes of its data set. Sites that
 * links touch have numbers, their places in `sites`.
 */
export class RouteEdges {
  readonly sites: readonly string[];
  private readonly ground: RouteGround;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly links: Map<string, Lane[]> = new Map();
  private readonly bars: Map<string, ReadonlyMap<string, readonly Bar[]>> = new Map();

  constructor(ground: RouteGround) {
    this.ground = ground;
    for (const [id, link] of Object.entries(ground.draft.network?.links ?? {})) {
      this.add(link.from, { id, link, isAgainst: false });
      this.add(link.to, {
        id,
        link: { ...link, from: link.to, to: link.from },
        isAgainst: link["one-way"],
      });
    }
    this.sites = [...this.links.keys()];
    this.numbers = new Map(this.sites.map((site, number) => [site, number]));
  }

  /** The number of a site; -1 of one that no link touches. */
  numberOf(site: string): number {
    return this.numbers.get(site) ?? UNLINKED;
  }

  /** Whether routes lead through a site. */
  joins(site: string): boolean {
    const type = this.ground.sites.get(site)?.type;
    return type === "junction" || type === "passage";
  }

  /**
   * What leads on from a site, over links and over lanes to sites that links touch; lawless: what breaks
   * rules, too.
   */
  from(site: string, sailor: Sailor, isLawless: boolean): readonly Edge[] {
    const links = this.links.get(site) ?? [];
    const edges = links.flatMap((lane): Edge[] => {
      const obstacles = this.obstaclesOf(lane, sailor);
      if (obstacles.length > 0 && !isLawless) return [];
      const { from, to } = lane.link;
      const ms = this.linkMs(lane.link, sailor.spec);
      return [{ from, to, number: this.numberOf(to), ms, link: lane.id, passages: [], obstacles }];
    });
    if (!this.ground.source || this.spotOf(site) === undefined) return edges;
    const ends = this.sites.filter((end) => end !== site && this.spotOf(end) !== undefined);
    return [...edges, ...ends.flatMap((to) => this.lane(site, to, sailor, isLawless) ?? [])];
  }

  /** A way over the lanes of the data set, which carry ships only. */
  lane(from: string, to: string, sailor: Sailor, isLawless: boolean): Edge | undefined {
    const { source } = this.ground;
    const [start, end] = [this.spotOf(from), this.spotOf(to)];
    const { mode, speed } = sailor.spec;
    if (!source || mode !== "sea" || start === undefined || end === undefined) return undefined;
    const bars = this.barsFor(sailor);
    const shut = this.closedBy(bars);
    const isLegal = source.metres(start, end, shut) !== undefined;
    // Where there is no legal way, the one with all passages open tells which of them would be crossed.
    const closed = isLegal || !isLawless ? shut : new Set<string>();
    const metres = source.metres(start, end, closed);
    if (metres === undefined) return undefined;
    let transits = 0;
    const passages = source.passages(start, end, closed).map((site) => {
      transits += this.transitMs(site);
      const before = source.metres(start, site, closed) ?? metres;
      return { site, ms: (before / speed) * 1000 + transits };
    });
    const obstacles = passages.flatMap(({ site }): Obstacle[] => {
      const rules = (bars.get(site) ?? []).map((bar) => ({ at: "limit", site, bar }) as const);
      return rules.length === 0 && shut.has(site) && !isLegal ? [{ at: "closed", site }] : rules;
    });
    const ms = (metres / speed) * 1000 + transits;
    return { from, to, number: this.numberOf(to), ms, passages, obstacles };
  }

  /** What bars the class from each passage of the scenario at its instant; those that let it pass not. */
  barsFor({ id, spec, time }: Sailor): ReadonlyMap<string, readonly Bar[]> {
    const key = `${id} ${time}`;
    const known = this.bars.get(key);
    if (known) return known;
    const { draft, flag } = spec;
    const all = Object.entries(this.ground.draft.network?.sites ?? {}).map(
      ([site, { transit }]) => [site, barsOf(transit?.limits, { id, draft, flag }, time)] as const,
    );
    const bars = new Map(all.filter(([, rules]) => rules.length > 0));
    this.bars.set(key, bars);
    return bars;
  }

  private add(from: string, lane: Lane): void {
    const known = this.links.get(from);
    if (known) known.push(lane);
    else this.links.set(from, [lane]);
  }

  private obstaclesOf({ id, link, isAgainst }: Lane, sailor: Sailor): readonly Obstacle[] {
    const bars = this.barsFor(sailor).get(link.to) ?? [];
    return [
      ...(link.mode === sailor.spec.mode ? [] : [{ at: "mode", link: id } as const]),
      ...(isAgainst ? [{ at: "one-way", link: id } as const] : []),
      ...bars.map((bar) => ({ at: "limit", site: link.to, bar }) as const),
    ];
  }

  private linkMs(link: LinkSpec, vessel: VesselSpec): number {
    const metres = link.distance ?? greatCircleOf(this.ground.sites, link) ?? 0;
    const meanMs = link.time && meanOf(link.time, this.ground.families);
    return (meanMs ?? (metres / vessel.speed) * 1000) + this.transitMs(link.to);
  }

  /** The passages of the data set that are closed to those whom these limits bar. */
  private closedBy(bars: ReadonlyMap<string, readonly Bar[]>): ReadonlySet<string> {
    const sites = this.ground.draft.network?.sites ?? {};
    const closed = [...(this.ground.source?.closed ?? [])];
    return new Set([...closed.filter((site) => sites[site]?.transit === undefined), ...bars.keys()]);
  }

  /** Where a site meets the lanes: a shipped one where the data set has it, another port where it lies. */
  private spotOf(site: string): Spot | undefined {
    const facts = this.ground.sites.get(site);
    const shipped = this.ground.source?.sites()[site];
    const [latitude, longitude] = facts?.at ?? [];
    const isShipped = shipped !== undefined && (shipped.type === "passage" || isSame(shipped.at, facts?.at));
    if (isShipped) return site;
    if (facts?.type !== "port" || latitude === undefined || longitude === undefined) return undefined;
    return [latitude, longitude];
  }

  private transitMs(site: string): number {
    const time = this.ground.draft.network?.sites[site]?.transit?.time;
    return time ? meanOf(time, this.ground.families) : 0;
  }
}

/** Metres between the ends of a link; undefined when one has no coordinates. */
export function greatCircleOf(sites: ReadonlyMap<string, SiteFacts>, link: LinkSpec): number | undefined {
  const [a, b] = [sites.get(link.from)?.at, sites.get(link.to)?.at];
  return a && b ? metresApart(a, b) : undefined;
}
