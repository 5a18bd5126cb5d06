/**
 * What a site may be. A passage is transited; a junction only joins links; all others are ends of a route.
 */
export const siteTypes = [
  "port",
  "airport",
  "rail-terminal",
  "border",
  "warehouse",
  "plant",
  "market",
  "passage",
  "junction",
] as const;

/** One of `siteTypes`. */
export type SiteType = (typeof siteTypes)[number];

/** How vessels move on a link. */
export const modes = ["sea", "road", "rail", "air", "barge", "pipeline"] as const;

/** One of `modes`. */
export type Mode = (typeof modes)[number];
