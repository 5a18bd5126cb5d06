/**
 * True when the environment says `BREAKWATER_LONG=1`: then verification runs its full lengths, some
 * minutes in all; else shorter ones, whose figures are held to three standard errors only.
 */
export const isLong: boolean = process.env["BREAKWATER_LONG"] === "1";
