import { csvRows } from "#scenario/source/csv-table";
import type { Point } from "#scenario/source/sea-mesh";

/** A port of the data set. */
export interface Port {
  readonly id: string;
  readonly name: string;
  /** ISO 3166 code of two letters, the first two of its UN/LOCODE. */
  readonly country: string;
  readonly at: Point;
  /**
   * Where it meets the sea, for ports whose nearest lane lies beyond land; undefined: at the nearest lane.
   */
  readonly sea: Point | undefined;
}

/**
 * The ports by UN/LOCODE: those of the list, which has coordinates longitude first and a few without any,
 * and over them those of `ports.csv`, which corrects and adds. A port without coordinates is left out.
 */
export function portsOf(list: string, corrections: string): ReadonlyMap<string, Port> {
  const ports = new Map<string, Port>();
  for (const [id, { name, coordinates }] of Object.entries(listed(list))) {
    if (!coordinates) continue;
    const at: Point = [coordinates[1], coordinates[0]];
    ports.set(id, { id, name, country: id.slice(0, 2), at, sea: undefined });
  }
  for (const row of csvRows(corrections)) {
    const id = row["id"] ?? "";
    const at: Point = [Number(row["lat"]), Number(row["lon"])];
    const sea: Point = [Number(row["sea_lat"]), Number(row["sea_lon"])];
    const country = row["country"] ?? id.slice(0, 2);
    ports.set(id, { id, name: row["name"] ?? id, country, at, sea: row["sea_lat"] ? sea : undefined });
  }
  return ports;
}

interface ListedPort {
  readonly name: string;
  readonly coordinates?: readonly [longitude: number, latitude: number];
}

function listed(text: string): Readonly<Record<string, ListedPort>> {
  return JSON.parse(text) as Readonly<Record<string, ListedPort>>; // the form that the package documents
}
