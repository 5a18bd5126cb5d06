import { instantOf, plusDays } from "./history.ts";
import type { History, Outcome, ReadOne } from "./history.ts";

const transit = "panama.transit";
const fiscalYear = ["2023-10-01", "2024-10-01"] as const;
/** PortWatch sees 32.7 of 34.6 ships that pass. */
const portWatchSees = 0.945;

const passed = (one: ReadOne, from: string, until: string): number =>
  one("throughput", { of: transit, from: instantOf(from), until: instantOf(until) });

/** A count of those waiting at both ends, at noon at the canal. */
const queueOn = (
  day: string,
  text: string,
  figures: readonly [number, number, number],
  source: string,
): Outcome => ({
  metric: `queue_${day}`,
  text: `ships waiting, ${text}`,
  source,
  unit: "ships",
  published: figures[0],
  low: figures[1],
  high: figures[2],
  group: "queue path",
  read: (one) => one("queue", { of: transit, at: `${day}T17:00Z` }),
});

/** The mean of a month as PortWatch counts it, whose precision is 3 %. */
function monthOf(month: string, published: number): Outcome {
  const from = `${month}-01`;
  const until = `${plusDays(`${month}-28`, 4).slice(0, 7)}-01`;
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  return {
    metric: `pw_${month}`,
    text: `ships a day as PortWatch sees them, ${month}`,
    source: "IMF PortWatch daily data",
    unit: "ships/d",
    published,
    low: published * 0.97,
    high: published * 1.03,
    group: "monthly counts",
    read: (one) => (passed(one, from, until) * portWatchSees) / days,
  };
}

const monthly = {
  "2023-08": 31,
  "2023-10": 30.1,
  "2023-11": 24.1,
  "2023-12": 21.7,
  "2024-01": 19.5,
  "2024-02": 20.8,
  "2024-03": 21.8,
  "2024-04": 23.8,
  "2024-05": 24.7,
  "2024-06": 27.6,
  "2024-07": 28.5,
  "2024-08": 29.5,
  "2024-09": 30.1,
};

/** The drought at the Panama Canal. */
export const panamaDrought: History = {
  name: "panama-drought-2023",
  outcomes: [
    queueOn("2023-08-09", "9 August 2023", [154, 146, 162], "CNBC, 9 August 2023"),
    queueOn("2023-08-20", "about 20 August 2023, the most", [160, 154, 165], "the canal, by chpowell.com"),
    queueOn("2023-09-01", "1 September 2023", [135, 128, 142], "the canal, by easternworldwide.com"),
    queueOn("2023-09-08", "8 September 2023", [108, 103, 113], "the canal, by easternworldwide.com"),
    queueOn("2023-11-10", "10 November 2023", [112, 99, 115], "sekologistics.com, 13 November 2023"),
    queueOn("2023-11-27", "27 November 2023", [127, 121, 133], "maritime-executive.com, 27 November 2023"),
    queueOn("2023-12-15", "15 December 2023", [64, 61, 67], "the canal, by oceanair.net"),
    queueOn("2024-01-18", "18 January 2024", [45, 43, 47], "the canal, by stalogistic.com"),
    {
      metric: "fy24_deep_draft_transits",
      text: "transits from October 2023 to September 2024",
      source: "the canal, by asiacargonews.com",
      unit: "ships",
      published: 9944,
      low: 9845,
      high: 10043,
      read: (one) => passed(one, ...fiscalYear),
    },
    ...Object.entries(monthly).map(([month, published]) => monthOf(month, published)),
  ],
};
