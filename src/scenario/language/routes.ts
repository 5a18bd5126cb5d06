import type { DistributionValue } from "#base/field";
import { LeastFirst } from "#base/least-first";
import type { DistributionKind } from "#engine/random/distribution-kind";
import type { VesselSpec } from "#domain/traffic/vessel-fields";
import type { LinkSpec } from "#domain/world/site-fields";
import type { Draft } from "#scenario/language/draft";
import { distance } from "#scenario/language/forms/selectors";
import type { SiteFacts } from "#scenario/language/names";
import type { NetworkSource, Spot } from "#scenario/source/network-source";
import type { Families } from "#scenario/language/reading";

/** A stop on the shortest undisrupted way, with the time from its origin to leaving it there, ms. */
export interface Stop {
  readonly site: string;
  readonly ms: number;
}

interface Edge {
  readonly to: string;
  readonly ms: number;
  readonly passages: readonly Stop[];
}

/** How a site was reached: after how long, from where, and the passages on the last edge. */
interface Reached {
  readonly ms: number;
  readonly before: string;
  readonly passages: readonly Stop[];
}

/** What routes are found on. */
export interface RouteGround {
  readonly draft: Draft;
  readonly sites: ReadonlyMap<string, SiteFacts>;
  readonly source: NetworkSource | undefined;
  readonly families: Families;
}

/**
 * Shortest undisrupted ways for plans and checks, never for the run: by time, through junctions and passages
 * only, over the links of the scenario and the lanes of its data set.
 */
export class Routes {
  private readonly ground: RouteGround;
  private readonly links: Map<string, LinkSpec[]> = new Map();
  private readonly trees: Map<string, ReadonlyMap<string, Reached>> = new Map();

  constructor(ground: RouteGround) {
    this.ground = ground;
    for (const link of Object.values(ground.draft.network?.links ?? {})) {
      this.add(link.from, link);
      if (!link["one-way"]) this.add(link.to, { ...link, from: link.to, to: link.from });
    }
  }

  /**
   * The stops after `from`, passages and the end included; undefined when a vessel of the class cannot get
   * there.
   */
  way(from: string, to: string, vessel: VesselSpec): readonly Stop[] | undefined {
    const tree = this.treeFrom(from, vessel);
    if (tree.has(to)) return stopsOf(tree, from, to);
    const last = this.lane(from, to, vessel);
    return last && [...last.passages, { site: to, ms: last.ms }];
  }

  private add(from: string, link: LinkSpec): void {
    const known = this.links.get(from);
    if (known) known.push(link);
    else this.links.set(from, [link]);
  }

  /** All ways from a site at once, over links and over lanes between sites that links touch. */
  private treeFrom(from: string, vessel: VesselSpec): ReadonlyMap<string, Reached> {
    const key = `${from} ${vessel.mode} ${vessel.speed}`;
    const found = this.trees.get(key);
    if (found) return found;
    const done = new Map<string, Reached>();
    const open = new LeastFirst<Reached & { readonly site: string }>();
    open.push(0, { site: from, ms: 0, before: from, passages: [] });
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (done.has(next.site)) continue;
      done.set(next.site, next);
      if (next.site !== from && !this.joins(next.site)) continue;
      for (const edge of this.edges(next.site, vessel)) {
        if (done.has(edge.to)) continue;
        const ms = next.ms + edge.ms;
        open.push(ms, { site: edge.to, ms, before: next.site, passages: edge.passages });
      }
    }
    this.trees.set(key, done);
    return done;
  }

  private joins(site: string): boolean {
    const type = this.ground.sites.get(site)?.type;
    return type === "junction" || type === "passage";
  }

  private edges(from: string, vessel: VesselSpec): readonly Edge[] {
    const links = (this.links.get(from) ?? []).filter((link) => link.mode === vessel.mode);
    const edges = links.map((link) => ({ to: link.to, ms: this.linkMs(link, vessel), passages: [] }));
    if (!this.ground.source || this.spotOf(from) === undefined) return edges;
    const ends = [...this.links.keys()].filter((site) => site !== from && this.spotOf(site) !== undefined);
    return [...edges, ...ends.flatMap((to) => this.lane(from, to, vessel) ?? [])];
  }

  private linkMs(link: LinkSpec, vessel: VesselSpec): number {
    const metres = link.distance ?? greatCircleOf(this.ground.sites, link) ?? 0;
    return (link.time ?? (metres / vessel.speed) * 1000) + this.transitMs(link.to);
  }

  /** A way over the lanes of the data set, which carry ships only. */
  private lane(from: string, to: string, vessel: VesselSpec): Edge | undefined {
    const { source } = this.ground;
    const [start, end] = [this.spotOf(from), this.spotOf(to)];
    if (!source || vessel.mode !== "sea" || start === undefined || end === undefined) return undefined;
    const metres = source.metres(start, end);
    if (metres === undefined) return undefined;
    let transits = 0;
    const passages = source.passages(start, end).map((site) => {
      transits += this.transitMs(site);
      return { site, ms: ((source.metres(start, site) ?? metres) / vessel.speed) * 1000 + transits };
    });
    return { to, ms: (metres / vessel.speed) * 1000 + transits, passages };
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

function isSame(one: readonly number[] | undefined, other: readonly number[] | undefined): boolean {
  return one?.[0] === other?.[0] && one?.[1] === other?.[1];
}

/** Metres between the ends of a link; undefined when one has no coordinates. */
export function greatCircleOf(sites: ReadonlyMap<string, SiteFacts>, link: LinkSpec): number | undefined {
  const [a, b] = [sites.get(link.from)?.at, sites.get(link.to)?.at];
  return a && b ? distance(a, b) : undefined;
}

/** The mean of a distribution as it was written. */
export function meanOf(value: DistributionValue, families: Families): number {
  const kind = families["distribution"]?.kinds.find((candidate) => candidate.kind === value.kind);
  return (kind as DistributionKind | undefined)?.create(value).mean ?? 0; // the family holds distributions
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
