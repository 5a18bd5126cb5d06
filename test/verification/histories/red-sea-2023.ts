import { instantOf } from "./history.ts";
import type { History, Outcome, ReadOne } from "./history.ts";

const suez = "suez.transit";
const strait = "bab-el-mandeb.transit";
const cape = "good-hope.transit";
const portWatch = "IMF PortWatch daily data";
/** What passes the Cape anyhow, an input: trades that the scenario does not hold. */
const usualAtCape = 46;

function aDay(one: ReadOne, of: string, from: string, until: string): number {
  const days = (Date.parse(until) - Date.parse(from)) / 86_400_000;
  return one("throughput", { of, from: instantOf(from), until: instantOf(until) }) / days;
}

/** A mean of ships a day, whose precision is 3 %. */
function meanOf(
  metric: string,
  published: number,
  { of, from, until, ...more }: { of: string; from: string; until: string } & Partial<Outcome>,
): Outcome {
  const places: Readonly<Record<string, string>> = {
    [suez]: "Suez",
    [strait]: "Bab el-Mandeb",
    [cape]: "the Cape",
  };
  return {
    metric,
    text: `ships a day, ${places[of]}, ${from} to ${until}`,
    source: portWatch,
    unit: "ships/d",
    published,
    low: published * 0.97,
    high: published * 1.03,
    read: (one) => aDay(one, of, from, until),
    ...more,
  };
}

const monthly = { group: "monthly counts" } as const;

/** The Red Sea, from the first announcements to June 2024. */
export const redSea: History = {
  name: "red-sea-2023",
  outcomes: [
    {
      metric: "suez_change_2mo",
      text: "transits of Suez in the third week of January 2024, beside late November",
      source: "UNCTAD, 26 January 2024, by pakobserver.net",
      unit: "%",
      published: 58,
      low: 55,
      high: 61,
      read: (one) =>
        (100 * aDay(one, suez, "2024-01-15", "2024-01-22")) / aDay(one, suez, "2023-11-20", "2023-12-04"),
    },
    meanOf("suez_7dma_14_jan_2024", 49, {
      of: suez,
      from: "2024-01-08",
      until: "2024-01-15",
      source: "Reuters on PortWatch, by insurancemarinenews.com",
    }),
    meanOf("suez_jan_2024", 47.5, { of: suez, from: "2024-01-01", until: "2024-02-01", ...monthly }),
    meanOf("suez_feb_2024", 41.9, { of: suez, from: "2024-02-01", until: "2024-03-01", ...monthly }),
    meanOf("suez_mar_2024", 38.5, { of: suez, from: "2024-03-01", until: "2024-04-01", ...monthly }),
    meanOf("suez_q2_2024", 39.9, { of: suez, from: "2024-04-01", until: "2024-07-01", ...monthly }),
    meanOf("bam_jan_2024", 39.2, { of: strait, from: "2024-01-01", until: "2024-02-01", ...monthly }),
    meanOf("bam_q2_2024", 31.6, { of: strait, from: "2024-04-01", until: "2024-07-01", ...monthly }),
    meanOf("cape_wb_window", 68.95, {
      of: cape,
      from: "2023-11-17",
      until: "2024-02-20",
      source: "World Bank Data Lab",
      read: (one) => usualAtCape + aDay(one, cape, "2023-11-17", "2024-02-20"),
    }),
    meanOf("cape_28dma_2024_03_11", 90.4, {
      of: cape,
      from: "2024-02-13",
      until: "2024-03-12",
      read: (one) => usualAtCape + aDay(one, cape, "2024-02-13", "2024-03-12"),
    }),
  ],
};
