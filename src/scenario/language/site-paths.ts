/** The stations of a site and what is passed of them, as it is written. */
export interface SitePaths {
  readonly stations: Readonly<Record<string, unknown>>;
  readonly "vessel-path": readonly string[] | undefined;
  readonly "cargo-path": readonly string[] | undefined;
}

/**
 * The stations that a calling vessel passes, in order: as written, else the only one that no shipment passes.
 */
export function vesselPathOf(site: SitePaths): readonly string[] {
  const rest = vesselStationsOf(site);
  return site["vessel-path"] ?? (rest.length === 1 ? rest : []);
}

/** The stations of a site that its cargo path leaves to vessels. */
export function vesselStationsOf(site: SitePaths): readonly string[] {
  return Object.keys(site.stations).filter((name) => site["cargo-path"]?.includes(name) !== true);
}

/** The stations, `site.station`, that shipments alone pass: what they count is shipments. */
export function shipmentStations(sites: Readonly<Record<string, SitePaths>>): readonly string[] {
  return Object.entries(sites).flatMap(([id, site]) => {
    const vessels = vesselPathOf(site);
    const cargo = [...new Set(site["cargo-path"] ?? [])];
    return cargo.filter((name) => !vessels.includes(name)).map((name) => `${id}.${name}`);
  });
}

/** In what commodities and stations of shipments are counted, by id; whatever is not here counts vessels. */
export function countedUnits(
  commodities: Readonly<Record<string, { readonly unit: string }>>,
  sites: Readonly<Record<string, SitePaths>>,
): ReadonlyMap<string, string> {
  return new Map([
    ...Object.entries(commodities).map(([id, { unit }]) => [id, unit] as const),
    ...shipmentStations(sites).map((id) => [id, "shipments"] as const),
  ]);
}
