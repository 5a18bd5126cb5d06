/*
 * Elementary functions of pure arithmetic: only + - * / √ of IEEE 754 and the bits of doubles, so that every
 * engine gives the same bits. Those of the host differ between engines in the last bit and are banned below
 * the shells.
 */
export { acos, asin, atan, atan2 } from "#base/elementary/arc";
export { exp, expm1 } from "#base/elementary/exp";
export { fastLog } from "#base/elementary/fast-log";
export { greatCircleMetres, RADIANS_PER_DEGREE } from "#base/elementary/great-circle";
export { hypot } from "#base/elementary/hypot";
export { log, log1p } from "#base/elementary/log";
export { pow } from "#base/elementary/pow";
export { cos, sin } from "#base/elementary/sine";
export { nearestOnTrack, trackMetres } from "#base/elementary/track";
export type { Track } from "#base/elementary/track";
