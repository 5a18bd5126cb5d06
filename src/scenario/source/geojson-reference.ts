import { nodeAt, textAt } from "#scenario/read/node";
import type { Node } from "#scenario/read/node";
import type { TableFile } from "#scenario/source/table-kind";

/** Names of WGS 84, and of what is within a metre or two of it everywhere it is used: ETRS89 and NAD83. */
const degreesOfWgs84: RegExp = /\bCRS8[34]h?$|\bEPSG\b.*[:/](?:4326|4979|4258|4269)$/i;

/**
 * Whether the coordinates of a file are in degrees of WGS 84, as RFC 7946 asks. Who exports from a map in
 * metres finds its name under `crs` (as GDAL and so QGIS write it): reported, for such numbers mean other
 * places, or none.
 */
export function isInDegrees(root: Node, table: TableFile): boolean {
  const crs = nodeAt(root, "crs");
  if (crs?.node !== "map") return true;
  const name = textAt(nodeAt(crs, "properties"), "name");
  if (name !== undefined && degreesOfWgs84.test(name.trim())) return true;
  const system = name ?? "a system that it only links to";
  const wrong = `its coordinates are in ${system}, not in degrees of WGS 84`;
  table.report("TABLE_MALFORMED", crs.place, wrong, "export it again in EPSG:4326");
  return false;
}
