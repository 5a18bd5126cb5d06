import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { GeoPermissibleObjects } from "d3";
import { feature } from "topojson-client";
import type { Topology } from "topojson-specification";

/** The land of the world, coarse (Natural Earth 1:110m, by the package `world-atlas`), read once a call. */
export function worldLand(): GeoPermissibleObjects {
  const path = createRequire(import.meta.url).resolve("world-atlas/land-110m.json");
  const topology = JSON.parse(readFileSync(path, "utf8")) as Topology; // by the package's contract
  const land = topology.objects["land"];
  if (land === undefined) throw new Error(`${path} holds no object named "land"; reinstall world-atlas`);
  return feature(topology, land);
}
