import type { History, ReadOne } from "./history.ts";

const letters = "NYC SAV HOU ORF CHS JAX BAL MIA PEF PHL MSY ILM";
const berths = letters.split(" ").map((port) => `US${port}.berth`);

/** Ships that wait at all ports at an instant. */
const waiting = (one: ReadOne, at: string): number =>
  berths.reduce((sum, of) => sum + one("queue", { of, at }), 0);

/** The strike on the American east and Gulf coasts of October 2024. */
export const ilaStrike: History = {
  name: "ila-strike-2024",
  outcomes: [
    {
      metric: "peak_queue",
      text: "container ships waiting at the end of the strike, 3 October 23:00Z",
      source: "Everstream by bjzlxc.com",
      unit: "ships",
      published: 59,
      low: 54,
      high: 60,
      read: (one) => waiting(one, "2024-10-03T23:00Z"),
    },
    {
      metric: "queue_4_oct",
      text: "container ships waiting on 4 October 12:00Z",
      source: "Everstream; hour assumed",
      unit: "ships",
      published: 54,
      low: 51.3,
      high: 56.7,
      read: (one) => waiting(one, "2024-10-04T12:00Z"),
    },
  ],
};
