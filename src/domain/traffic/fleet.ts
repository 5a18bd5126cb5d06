import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { Vessels } from "#domain/traffic/vessels";
import type { Marks } from "#engine/random/mark";
import type { Purpose } from "#engine/random/purpose";

/** What can be asked of a vessel under way by whoever must know whom it strikes. */
export class Fleet {
  readonly #rooms: FleetRooms;

  constructor(rooms: FleetRooms) {
    this.#rooms = rooms;
  }

  /** Its class, with draft and flag. */
  vesselClass(vessel: number): VesselClass {
    return this.#rooms.classes[this.#flow(vessel).vesselClass] as VesselClass; // a known class
  }

  /** What it carries; undefined: a voyage without cargo. */
  commodity(vessel: number): string | undefined {
    const { goods } = this.#flow(vessel);
    return goods === 0 ? undefined : this.#rooms.goods[goods];
  }

  /** The draw of its own for a purpose, between 0 and 1; `place` is whatever it is drawn for. */
  uniform(vessel: number, purpose: Purpose, place: string): number {
    const { marks, vessels } = this.#rooms;
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    return marks.at(purpose, place).uniform(this.#flow(vessel), ordinal);
  }

  #flow(vessel: number): FlowPlan {
    return this.#rooms.vessels.flow[vessel] as FlowPlan; // a vessel under way has one
  }
}

/** Whom a fleet is made of. */
export interface FleetRooms {
  readonly vessels: Vessels;
  readonly classes: readonly VesselClass[];
  /** Names of the ledger's goods; 0 is `vessels`. */
  readonly goods: readonly string[];
  readonly marks: Marks;
}
