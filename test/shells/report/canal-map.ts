import type { Figures, LegTraffic, TimelineEntry } from "#study/experiment/curves";
import { closedFrom, closedUntil, hour } from "./canal-model.ts";
import type { CanalVariant } from "./canal-model.ts";

const day = 24 * hour;

const announced: readonly (readonly [time: number, believedEnd: number | null])[] = [
  [Date.UTC(2021, 2, 24, 8), Date.UTC(2021, 2, 24, 20)],
  [Date.UTC(2021, 2, 24, 14), Date.UTC(2021, 2, 25)],
  [Date.UTC(2021, 2, 24, 20), Date.UTC(2021, 3, 14)],
  [Date.UTC(2021, 2, 25, 9), null],
  [Date.UTC(2021, 2, 25, 12), Date.UTC(2021, 2, 31)],
  [Date.UTC(2021, 2, 26, 20), Date.UTC(2021, 2, 29)],
  [Date.UTC(2021, 2, 27, 13), null],
  [Date.UTC(2021, 2, 28, 10), Date.UTC(2021, 3, 14)],
  [Date.UTC(2021, 2, 29, 13), closedUntil],
];

export function entriesOf(variant: CanalVariant): readonly TimelineEntry[] {
  const of = ["suez.transit"];
  const entry = (time: number, what: string, id: string): TimelineEntry => ({ time, what, id, of });
  const news = announced.map(([time, believedEnd]) => ({
    ...entry(time, "announcement", "grounding"),
    believedEnd,
  }));
  const surge = [
    entry(closedUntil, "policy-start", "surge"),
    entry(closedUntil + 9 * day, "policy-end", "surge"),
  ];
  return [
    entry(closedFrom, "disruption-start", "grounding"),
    ...news,
    entry(closedUntil, "disruption-end", "grounding"),
    ...(variant.surge > 1 ? surge : []),
  ];
}

type Waypoint = readonly [number, number];
export const waypoints: Readonly<Record<string, readonly Waypoint[]>> = {
  "CNSHA SGSIN": [
    [122.2, 31],
    [119.5, 24.5],
    [113.5, 18],
    [109.5, 11],
    [104.8, 1.6],
  ],
  "SGSIN malacca": [
    [104.8, 1.6],
    [103.5, 1.2],
    [100.5, 3],
    [95.6, 6],
  ],
  "bab-el-mandeb malacca": [
    [95.6, 6],
    [80.5, 5.6],
    [65, 10],
    [51.5, 12.6],
    [43.4, 12.6],
  ],
  "bab-el-mandeb suez": [
    [43.4, 12.6],
    [40, 17.5],
    [36, 24],
    [33.5, 28],
    [32.5, 29.9],
  ],
  "EGPSD suez": [
    [32.5, 29.9],
    [32.3, 31.3],
  ],
  "gibraltar suez": [
    [32.3, 31.3],
    [25, 34],
    [15, 35.8],
    [10.5, 37.6],
    [0, 36.6],
    [-5.6, 35.9],
  ],
  "NLRTM gibraltar": [
    [-5.6, 35.9],
    [-9.6, 37],
    [-9.8, 43.4],
    [-5.6, 48.6],
    [1.4, 51],
    [4, 52],
  ],
  "good-hope malacca": [
    [95.6, 6],
    [75, -8],
    [50, -27],
    [30, -34.5],
    [18, -35.3],
  ],
  "NLRTM good-hope": [
    [18, -35.3],
    [5, -20],
    [-15, 5],
    [-18.5, 15],
    [-14, 30],
    [-9.8, 43.4],
    [-5.6, 48.6],
    [4, 52],
  ],
  "SAJUB hormuz": [
    [49.9, 27.1],
    [52, 26.4],
    [56.4, 26.5],
  ],
  "bab-el-mandeb hormuz": [
    [56.4, 26.5],
    [59.5, 24],
    [57.5, 18],
    [51.5, 12.6],
    [43.4, 12.6],
  ],
};

export const canalSites: Figures["sites"] = [
  { id: "CNSHA", type: "port", at: [122.2, 31] },
  { id: "SGSIN", type: "port", at: [104.2, 1.3] },
  { id: "NLRTM", type: "port", at: [4, 52] },
  { id: "EGPSD", type: "port", at: [32.3, 31.3] },
  { id: "SAJUB", type: "port", at: [49.9, 27.1] },
  { id: "suez", type: "passage", at: [32.34, 30.6] },
  { id: "malacca", type: "passage", at: [100.5, 3] },
  { id: "bab-el-mandeb", type: "passage", at: [43.4, 12.6] },
  { id: "gibraltar", type: "passage", at: [-5.6, 35.9] },
  { id: "good-hope", type: "passage", at: [18, -35.3] },
  { id: "hormuz", type: "passage", at: [56.4, 26.5] },
];

export function legsOf(variant: CanalVariant): readonly LegTraffic[] {
  const leg = (from: string, to: string, before: number, during: number, after: number): LegTraffic => ({
    from,
    to,
    perDay: { before, during, after },
  });
  const away = 50 * variant.divertedShare;
  return [
    leg("CNSHA", "SGSIN", 12, 12, 12),
    leg("SGSIN", "malacca", 26, 26, 26),
    leg("malacca", "bab-el-mandeb", 26, 26 - away / 2, 26),
    leg("bab-el-mandeb", "suez", 40, 40 - away, 41),
    leg("suez", "EGPSD", 4, 0.2, 5),
    leg("suez", "gibraltar", 25, 1, 39),
    leg("gibraltar", "suez", 24, 22, 25),
    leg("gibraltar", "NLRTM", 48, 26, 60),
    leg("malacca", "good-hope", 0, away / 2, 1),
    leg("good-hope", "NLRTM", 0.4, away, 6),
    leg("SAJUB", "hormuz", 16, 16, 16),
    leg("hormuz", "bab-el-mandeb", 16, 16 - away / 2, 16),
  ];
}
