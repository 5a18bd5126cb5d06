import type { Actuator, Elements } from "#domain/world/elements";
import type { Levels } from "#engine/record/levels";
import type { Inside } from "#engine/station/station-client";
import type { Stations } from "#engine/station/stations";

/** What a station of a site needs. */
export interface FacilityOptions {
  /** `site.station`. */
  readonly id: string;
  readonly servers: number;
  /** Waiting places; undefined: unlimited. */
  readonly room: number | undefined;
  readonly discipline: "fifo" | "priority";
}

/**
 * A product of servers and a factor that should be whole may miss it by this much: 100 times 0.29 is below
 * 29.
 */
const ROUNDING = 1e-9;
/** A server slower than this, a millionth of its speed, stands still: no run sees what it would finish. */
const SLOWEST = 1e-6;

/**
 * The stations of ports and other sites: berths, yards, gates. Their queues are the engine's; what acts on
 * them is here.
 */
export class Facilities {
  /** Ids by facility number, `site.station`. */
  readonly ids: string[] = [];
  readonly #elements: Elements;
  readonly #stations: Stations;
  readonly #levels: Levels;
  readonly #stationOf: number[] = [];
  readonly #elementOf: number[] = [];
  /** By station; -1 where a station is none of ours. */
  readonly #facilityOf: number[] = [];

  constructor(elements: Elements, stations: Stations, levels: Levels) {
    this.#elements = elements;
    this.#stations = stations;
    this.#levels = levels;
  }

  /** Adds a station and returns its facility number. */
  open({ id, servers, room, discipline }: FacilityOptions): number {
    const facility = this.ids.push(id) - 1;
    const station = this.#stations.open({
      name: id,
      servers,
      discipline,
      ...(room === undefined ? {} : { room }),
      queueLevel: this.#levels.level(`queue/${id}`),
      busyLevel: this.#levels.level(`busy/${id}`),
    });
    this.#stationOf.push(station);
    while (this.#facilityOf.length < station) this.#facilityOf.push(-1);
    this.#facilityOf.push(facility);
    this.#elementOf.push(this.#elements.add(id, this.#actuator(station, { facility, servers })));
    return facility;
  }

  /** The engine's station of a facility. */
  station(facility: number): number {
    return this.#stationOf[facility] as number; // facility numbers come from open
  }

  /** The facility of an engine's station; -1 when it is a passage's transit. */
  ofStation(station: number): number {
    return this.#facilityOf[station] ?? -1;
  }

  /** The number of the element that a facility is. */
  element(facility: number): number {
    return this.#elementOf[facility] as number; // facility numbers come from open
  }

  /** A queue of a facility changed: policies that watch it hear, and an empty one clears the blame. */
  queueChanged(facility: number): void {
    const element = this.element(facility);
    if (this.#stations.waiting(this.station(facility)) === 0) this.#elements.absolve(element);
    this.#elements.touch(element);
  }

  #actuator(station: number, { facility, servers }: { facility: number; servers: number }): Actuator {
    return {
      insideByDefault: "resume",
      close: (inside: Inside) => this.#stations.close(station, inside),
      reopen: (inside: Inside) => {
        this.#stations.reopen(station, inside);
        this.queueChanged(facility);
      },
      scale: (factor: number) => {
        this.#stations.setFactor(station, factor < SLOWEST ? 0 : factor);
        this.queueChanged(facility);
      },
      scaleServers: (factor: number) => {
        this.#stations.setServers(station, Math.floor(servers * factor + ROUNDING));
        this.queueChanged(facility);
      },
    };
  }
}
