import { assert } from "#base/assert";
import type { DistributionValue, Per } from "#base/field";
import type { Facilities } from "#domain/facility/facilities";
import type { Call, FlowPlan } from "#domain/traffic/flow-plan";
import type { Distribution } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Marks } from "#engine/random/mark";
import type { RouteNetwork } from "#scenario/build/route-network";
import type { Resolved } from "#scenario/language/resolved";

/** What calls are made from. */
export interface CallParts {
  readonly scenario: Resolved;
  readonly network: Pick<RouteNetwork, "siteOfNode">;
  readonly facilities: Facilities;
  readonly marks: Marks;
}

/** By what calls at a port differ: the class of the vessel, and whether it carries a commodity. */
export interface Caller {
  readonly vessel: string;
  readonly carries: boolean;
}

/**
 * What vessels do at the ports where they call. Flows whose vessels call alike share one list by node, which
 * grows with the ports that they are bound for: a world of many flows holds few lists.
 */
export class CallLists {
  readonly #parts: CallParts;
  readonly #facilities: ReadonlyMap<string, number>;
  readonly #lists: Map<string, (Call[] | undefined)[]> = new Map();

  constructor(parts: CallParts) {
    this.#parts = parts;
    this.#facilities = new Map(parts.facilities.ids.map((id, facility) => [id, facility]));
  }

  /** The list of a caller, which holds these ports, as nodes, among others. */
  of(caller: Caller, ports: readonly number[]): FlowPlan["calls"] {
    const key = `${caller.vessel} ${caller.carries}`;
    let list = this.#lists.get(key);
    if (list === undefined) {
      list = this.#parts.network.siteOfNode.map(() => undefined);
      this.#lists.set(key, list);
    }
    for (const node of ports) list[node] ??= this.#callsAt(node, caller);
    return list;
  }

  #callsAt(node: number, { vessel, carries }: Caller): Call[] {
    const siteId = this.#parts.network.siteOfNode[node] as string; // every node belongs to a site
    const site = this.#parts.scenario.network.sites[siteId];
    const forVessel = site?.["vessel-path"] ?? [];
    const path = [...forVessel, ...(carries ? (site?.["cargo-path"] ?? []) : [])];
    return path.map((name, step) => {
      const spec = site?.stations[name];
      assert(spec !== undefined, `the paths of ${siteId} name its stations`);
      const id = `${siteId}.${name}`;
      return {
        isCargo: step >= forVessel.length,
        facility: this.#facilities.get(id) as number, // all stations are open
        service: perClass(spec.service, vessel),
        mark: this.#parts.marks.at("service", id),
        visit: path.slice(0, step).filter((earlier) => earlier === name).length,
      };
    });
  }
}

function perClass(values: Per<DistributionValue>, vessel: string): Distribution {
  const value = values.by[vessel] ?? values.all;
  assert(value !== undefined, `a station that ${vessel} calls at has a service time for it`);
  return createDistribution(value);
}
