import { KinWays } from "#scenario/language/kin-ways";
import { RouteEdges } from "#scenario/language/route-edges";
import type { Obstacle, RouteGround, Sailor, Stop } from "#scenario/language/route-edges";

/**
 * Shortest undisrupted ways for plans and checks, never for the run: by time, through junctions and passages
 * only, over the links of the scenario and the lanes of its data set, and through no passage whose limits bar
 * the class.
 */
export class Routes {
  private readonly edges: RouteEdges;
  private readonly ways: Map<string, KinWays> = new Map();
  private readonly kins: Map<string, KinWays> = new Map();

  constructor(ground: RouteGround) {
    this.edges = new RouteEdges(ground);
  }

  /**
   * The stops after `from`, passages and the end included; undefined when a vessel of the class cannot get
   * there.
   */
  way(from: string, to: string, sailor: Sailor): readonly Stop[] | undefined {
    return this.kinOf(sailor, false).way(from, to);
  }

  /**
   * The rules that the way which breaks the fewest of them breaks; none where there is no way at all, or one
   * that breaks none.
   */
  obstacles(from: string, to: string, sailor: Sailor): readonly Obstacle[] {
    return this.kinOf(sailor, true).obstacles(from, to);
  }

  private kinOf(sailor: Sailor, isLawless: boolean): KinWays {
    const own = `${sailor.id} ${sailor.time} ${isLawless}`;
    const known = this.ways.get(own);
    if (known) return known;
    const ways = isLawless ? new KinWays(this.edges, sailor, true) : this.lawfulKin(sailor);
    this.ways.set(own, ways);
    return ways;
  }

  /** Classes that are as fast on the same links and barred from the same passages share their ways. */
  private lawfulKin(sailor: Sailor): KinWays {
    const { mode, speed } = sailor.spec;
    const kin = `${mode} ${speed} ${[...this.edges.barsFor(sailor).keys()].join(" ")}`;
    const ways = this.kins.get(kin) ?? new KinWays(this.edges, sailor, false);
    this.kins.set(kin, ways);
    return ways;
  }
}
