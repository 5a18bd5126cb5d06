import { instantOf } from "./history.ts";
import type { History, ReadOne } from "./history.ts";

const callsPerWeek = 38;
const sites = ["wharves.berth", "container-terminals.berth"];

/** Calls that ended in a window, at all berths or at those of one place. */
function calls(one: ReadOne, from: string, until: string, of: readonly string[] = sites): number {
  const window = { from: instantOf(from), until: instantOf(until) };
  return of.reduce((sum, station) => sum + one("throughput", { of: station, ...window }), 0);
}

/** Weeks from one day to another. */
const weeks = (from: string, until: string): number =>
  (Date.parse(until) - Date.parse(from)) / (7 * 86_400_000);

/** New Orleans after the hurricane of August 2005. */
export const katrina: History = {
  name: "katrina-2005",
  outcomes: [
    {
      metric: "operational_1_oct",
      text: "share of normal operation about 1 October 2005, as calls",
      source: "Los Angeles Times",
      unit: "%",
      published: 20,
      low: 15,
      high: 25,
      read: (one) => (100 * calls(one, "2005-09-28", "2005-10-05")) / callsPerWeek,
    },
    {
      metric: "calls_dec_2005",
      text: "calls a week in December 2005",
      source: "foxnews.com",
      unit: "calls/w",
      published: 19,
      low: 18,
      high: 20,
      read: (one) => calls(one, "2005-12-01", "2006-01-01") / weeks("2005-12-01", "2006-01-01"),
    },
    {
      metric: "calls_jan_may_2006",
      text: "calls a week, January to May 2006",
      source: "marinelink.com",
      unit: "calls/w",
      published: 31.7,
      low: 30,
      high: 33.4,
      read: (one) => calls(one, "2006-01-01", "2006-06-01") / weeks("2006-01-01", "2006-06-01"),
    },
    {
      metric: "cargo_jan_may_2006",
      text: "cargo of January to May 2006, as calls, against usual",
      source: "marinelink.com",
      unit: "%",
      published: 93.5,
      low: 92,
      high: 95,
      read: (one) =>
        (100 * calls(one, "2006-01-01", "2006-06-01")) / (callsPerWeek * weeks("2006-01-01", "2006-06-01")),
    },
    {
      metric: "containers_jan_apr_2006",
      text: "containers of January to April 2006, as calls of container ships, against usual",
      source: "marinelink.com",
      unit: "%",
      published: 63.8,
      low: 62,
      high: 66,
      read: (one) =>
        (100 * calls(one, "2006-01-01", "2006-05-01", ["container-terminals.berth"])) /
        (8 * weeks("2006-01-01", "2006-05-01")),
    },
  ],
};
