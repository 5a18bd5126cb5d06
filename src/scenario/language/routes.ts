import type { DistributionValue } from "#base/field";
import { LeastFirst } from "#base/least-first";
import { isSame } from "#base/same";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { barsOf } from "#domain/passage/passage-limits";
import type { Bar } from "#domain/passage/passage-limits";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import { metresApart } from "#domain/world/metres-apart";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Draft } from "#scenario/language/draft";
import type { SiteFacts } from "#scenario/language/names";
import type { NetworkSource, Spot } from "#scenario/source/network-source";
import type { Families } from "#scenario/language/reading";

/** A stop on the shortest undisrupted way, with the time from its origin to leaving it there, ms. */
export interface Stop {
  readonly site: string;
  readonly ms: number;
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

interface Edge {
  readonly to: string;
  readonly ms: number;
  readonly passages: readonly Stop[];
  /** The rules that it breaks: none, unless such ways were asked for. */
  readonly obstacles: readonly Obstacle[];
}

/** How a site was reached: after how long, from where, and the passages and broken rules of the last edge. */
interface Reached {
  readonly ms: number;
  readonly before: string;
  readonly passages: readonly Stop[];
  readonly obstacles: readonly Obstacle[];
}

type Tree = ReadonlyMap<string, Reached>;

/** Sailors for whom all ways are the same, by what tells them from others; and whether they break rules. */
interface Kin {
  readonly kin: string;
  readonly isLawless: boolean;
}

/** A link in one direction. */
interface Lane {
  readonly id: string;
  readonly link: LinkSpec;
  readonly isAgainst: boolean;
}

/** A way that breaks a rule is longer than any that breaks fewer, ms. */
const BROKEN_MS = 1e13;

/** What routes are found on. */
export interface RouteGround {
  readonly draft: Draft;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly source: NetworkSource | undefined;
  readonly families: Families;
}

/**
 * Shortest undisrupted ways for plans and checks, never for the run: by time, through junctions and passages
 * only, over the links of the scenario and the lanes of its data set, and through no passage whose limits bar
 * the class.
 */
export class Routes {
  private readonly ground: RouteGround;
  private readonly links: Map<string, Lane[]> = new Map();
  private readonly leaving: Map<string, readonly Edge[]> = new Map();
  private readonly ways: Map<string, readonly Stop[] | undefined> = new Map();
  private readonly trees: Map<string, Tree> = new Map();
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
  }

  /**
   * The stops after `from`, passages and the end included; undefined when a vessel of the class cannot get
   * there.
   */
  way(from: string, to: string, sailor: Sailor): readonly Stop[] | undefined {
    const key = `${from} ${to} ${sailor.id} ${sailor.time}`;
    if (this.ways.has(key)) return this.ways.get(key);
    const way = this.wayFrom(from, to, sailor);
    this.ways.set(key, way);
    return way;
  }

  private wayFrom(from: string, to: string, sailor: Sailor): readonly Stop[] | undefined {
    const tree = this.treeFrom(from, sailor, false);
    if (tree.has(to)) return stopsOf(tree, from, to);
    const last = this.lane(from, to, sailor, false);
    return last && [...last.passages, { site: to, ms: last.ms }];
  }

  /**
   * The rules that the way which breaks the fewest of them breaks; none where there is no way at all, or one
   * that breaks none.
   */
  obstacles(from: string, to: string, sailor: Sailor): readonly Obstacle[] {
    const tree = this.treeFrom(from, sailor, true);
    if (!tree.has(to)) return this.lane(from, to, sailor, true)?.obstacles ?? [];
    const broken: Obstacle[] = [];
    for (let site = to; site !== from; ) {
      const step = tree.get(site);
      if (!step) break;
      broken.unshift(...step.obstacles);
      site = step.before;
    }
    return broken;
  }

  private add(from: string, lane: Lane): void {
    const known = this.links.get(from);
    if (known) known.push(lane);
    else this.links.set(from, [lane]);
  }

  /** All ways from a site at once, over links and over lanes between sites that links touch. */
  private treeFrom(from: string, sailor: Sailor, isLawless: boolean): Tree {
    const { mode, speed } = sailor.spec;
    const regime = [...this.barsFor(sailor).keys()].join(" ");
    const who = isLawless ? `${sailor.id} ${sailor.time}` : "";
    const kin = `${mode} ${speed} ${regime} ${who}`;
    const key = `${from} ${kin}`;
    const found = this.trees.get(key);
    if (found) return found;
    const done = new Map<string, Reached>();
    const open = new LeastFirst<Reached & { readonly site: string }>();
    open.push(0, { site: from, ms: 0, before: from, passages: [], obstacles: [] });
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (done.has(next.site)) continue;
      done.set(next.site, next);
      const isEnd = next.site !== from && !this.joins(next.site);
      if (isEnd && !isLawless) continue;
      const through: Obstacle[] = isEnd ? [{ at: "end", site: next.site }] : [];
      for (const edge of this.edges(next.site, sailor, { kin, isLawless })) {
        if (done.has(edge.to)) continue;
        const obstacles = [...through, ...edge.obstacles];
        const ms = next.ms + edge.ms + BROKEN_MS * obstacles.length;
        open.push(ms, { site: edge.to, ms, before: next.site, passages: edge.passages, obstacles });
      }
    }
    this.trees.set(key, done);
    return done;
  }

  private joins(site: string): boolean {
    const type = this.ground.sites.get(site)?.type;
    return type === "junction" || type === "passage";
  }

  /** What leads on from a site for those of one kin; found once, for every tree comes by there. */
  private edges(from: string, sailor: Sailor, { kin, isLawless }: Kin): readonly Edge[] {
    const key = `${from} ${kin}`;
    const known = this.leaving.get(key);
    if (known) return known;
    const edges = this.edgesFrom(from, sailor, isLawless);
    this.leaving.set(key, edges);
    return edges;
  }

  private edgesFrom(from: string, sailor: Sailor, isLawless: boolean): readonly Edge[] {
    const links = this.links.get(from) ?? [];
    const edges = links.flatMap((lane): Edge[] => {
      const obstacles = this.obstaclesOf(lane, sailor);
      if (obstacles.length > 0 && !isLawless) return [];
      return [{ to: lane.link.to, ms: this.linkMs(lane.link, sailor.spec), passages: [], obstacles }];
    });
    if (!this.ground.source || this.spotOf(from) === undefined) return edges;
    const ends = [...this.links.keys()].filter((site) => site !== from && this.spotOf(site) !== undefined);
    return [...edges, ...ends.flatMap((to) => this.lane(from, to, sailor, isLawless) ?? [])];
  }

  private obstaclesOf({ id, link, isAgainst }: Lane, sailor: Sailor): readonly Obstacle[] {
    const bars = this.barsFor(sailor).get(link.to) ?? [];
    return [
      ...(link.mode === sailor.spec.mode ? [] : [{ at: "mode", link: id } as const]),
      ...(isAgainst ? [{ at: "one-way", link: id } as const] : []),
      ...bars.map((bar) => ({ at: "limit", site: link.to, bar }) as const),
    ];
  }

  /** What bars the class from each passage of the scenario at its instant; those that let it pass not. */
  private barsFor({ id, spec, time }: Sailor): ReadonlyMap<string, readonly Bar[]> {
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

  private linkMs(link: LinkSpec, vessel: VesselSpec): number {
    const metres = link.distance ?? greatCircleOf(this.ground.sites, link) ?? 0;
    return (link.time ?? (metres / vessel.speed) * 1000) + this.transitMs(link.to);
  }

  /** A way over the lanes of the data set, which carry ships only. */
  private lane(from: string, to: string, sailor: Sailor, isLawless: boolean): Edge | undefined {
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
    return { to, ms: (metres / speed) * 1000 + transits, passages, obstacles };
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

/** The mean of a distribution as it was written. */
export function meanOf(value: DistributionValue, families: Families): number {
  const kind = families["distribution"]?.kinds.find((candidate) => candidate.kind === value.kind);
  const { create } = (kind ?? {}) as Partial<DistributionKind>; // the family holds distributions
  return create?.(value, createDistribution).mean ?? 0;
}

function stopsOf(tree: ReadonlyMap<string, Reached>, from: string, to: string): readonly Stop[] {
  const stops: Stop[] = [];
  for (let site = to; site !== from; ) {
    const step = tree.get(site);
    if (!step) break;
    const begun = tree.get(step.before)?.ms ?? 0;
    const inside = step.passages.map((stop) => ({ site: stop.site, ms: begun + stop.ms }));
    stops.unshift(...inside, { site, ms: step.ms });
    site = step.before;
  }
  return stops;
}
