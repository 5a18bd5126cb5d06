import type { SketchedNetwork } from "#scenario/source/sketched-network";
import type { SketchedWay } from "#scenario/source/sketched-way";

/** One link of a way, in the direction in which it is gone. */
export interface Step {
  readonly link: SketchedWay;
  readonly from: string;
  readonly to: string;
}

/** The links of a network by the site at which they begin, both ways where they lead both ways. */
export class SketchedWays {
  private readonly network: SketchedNetwork;
  private readonly steps: Map<string, Step[]> = new Map();

  constructor(network: SketchedNetwork) {
    this.network = network;
    for (const link of network.links) {
      if (link.from === link.to) continue;
      this.add({ link, from: link.from, to: link.to });
      if (!link.isOneWay) this.add({ link, from: link.to, to: link.from });
    }
  }

  /** A way of the fewest links, through junctions and passages only; undefined when there is none. */
  between(from: string, to: string): readonly Step[] | undefined {
    const before = this.reached(from, undefined, Infinity);
    return before.has(to) ? wayTo(to, before) : undefined;
  }

  /**
   * A way between two sites at which a voyage may begin and end, of several links if there is one: from the
   * beginning of the first link on, to the first of the farthest sites within `linksMost` links of its mode.
   */
  long(linksMost: number): readonly Step[] | undefined {
    const isEnd = (id: string): boolean => this.network.sites.get(id)?.type !== "passage";
    for (const link of this.network.links) {
      if (link.from === link.to || !isEnd(link.from)) continue;
      const before = this.reached(link.from, link.mode, linksMost);
      const ways = [...before.keys()].filter(isEnd).map((id) => wayTo(id, before));
      const longest = ways.reduce((best, way) => (way.length > best.length ? way : best), []);
      if (longest.length > 0) return longest;
    }
    return undefined;
  }

  private add(step: Step): void {
    const known = this.steps.get(step.from);
    if (known) known.push(step);
    else this.steps.set(step.from, [step]);
  }

  /** By site, the step that first reaches it, in order of the number of links. */
  private reached(from: string, mode: string | undefined, linksMost: number): ReadonlyMap<string, Step> {
    const before = new Map<string, Step>();
    let rim = [from];
    for (let count = 0; count < linksMost && rim.length > 0; count += 1) {
      const steps = rim
        .filter((id) => id === from || this.leadsOn(id))
        .flatMap((id) => this.steps.get(id) ?? []);
      rim = [];
      for (const step of steps) {
        if (step.to === from || before.has(step.to) || (mode !== undefined && step.link.mode !== mode))
          continue;
        before.set(step.to, step);
        rim.push(step.to);
      }
    }
    return before;
  }

  /** Routes run through junctions, which sites without a type are to be, and passages. */
  private leadsOn(id: string): boolean {
    const type = this.network.sites.get(id)?.type;
    return type === undefined || type === "junction" || type === "passage";
  }
}

function wayTo(to: string, before: ReadonlyMap<string, Step>): readonly Step[] {
  const way: Step[] = [];
  for (let step = before.get(to); step; step = before.get(step.from)) way.push(step);
  return way.reverse();
}
