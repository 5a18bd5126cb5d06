import type { History, ReadOne } from "./history.ts";

const gates = ["melbourne", "sydney", "brisbane", "fremantle"].map((port) => `${port}.gate`);
const boxesPerLot = 20;
const restart = "2023-11-12T22:00Z";

/** Containers, from the lots that one replication counts at all gates. */
const boxes = (read: (of: string) => number): number =>
  gates.reduce((sum, of) => sum + read(of), 0) * boxesPerLot;

/** Days until the last of the gates has no more waiting than usual; a gate without a backlog has none. */
const clearedDays = (one: ReadOne): number =>
  Math.max(0, ...gates.map((of) => one("backlog-clear-time", { of })).filter(Number.isFinite));

/** The stop of one operator's gates in Australia, November 2023. */
export const cyberOperator: History = {
  name: "cyber-operator",
  outcomes: [
    {
      metric: "peak_backlog",
      text: "containers that wait at the restart",
      source: "DP World, recalled; about 30,000 by Bloomberg",
      unit: "containers",
      published: 30_137,
      low: 30_000,
      high: 30_200,
      read: (one) => boxes((of) => one("queue", { of, at: restart })),
    },
    {
      metric: "moved_13_nov",
      text: "containers moved on 13 November, Melbourne time",
      source: "The National",
      unit: "containers",
      published: 5000,
      low: 4750,
      high: 5250,
      read: (one) =>
        boxes((of) => one("throughput", { of, from: "2023-11-12T13:00Z", until: "2023-11-13T13:00Z" })),
    },
    {
      metric: "days_reopen_to_cleared",
      text: "from the restart until the backlog is gone",
      source: "DP World, 28 November 2023, recalled",
      unit: "d",
      published: 7,
      low: 6.65,
      high: 7.35,
      read: clearedDays,
    },
  ],
};
