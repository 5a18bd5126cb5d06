import type { History, ReadOne } from "./history.ts";

const berths = ["yantian", "shekou", "nansha", "hong-kong"].map((port) => `${port}.berth`);
/** Container ships at anchor off southern China in usual times, recalled; the model has next to none then. */
const usuallyAtAnchor = 40;

const atAnchor = (one: ReadOne, at: string): number =>
  usuallyAtAnchor + berths.reduce((sum, of) => sum + one("queue", { of, at }), 0);

/** Yantian at a third of its pace, May to July 2021. */
export const yantian: History = {
  name: "yantian-2021",
  outcomes: [
    {
      metric: "wait_days",
      text: "wait for a berth at Yantian of those who came from 15 to 30 June",
      source: "Yicai, 24 June 2021",
      unit: "d",
      published: 16,
      low: 14,
      high: 18,
      read: (one) =>
        one("mean-wait", {
          of: "yantian.berth",
          from: "2021-06-15T00:00Z",
          until: "2021-07-01T00:00Z",
        }),
    },
    {
      metric: "peak_ships_s_china",
      text: "container ships at anchor off southern China on 14 June",
      source: "Lloyd's List by laufer.com",
      unit: "ships",
      published: 104,
      low: 99,
      high: 109,
      group: "anchored",
      read: (one) => atAnchor(one, "2021-06-14T04:00Z"),
    },
    {
      metric: "ships_23_jun",
      text: "the same on 23 June",
      source: "Lloyd's List by laufer.com",
      unit: "ships",
      published: 87,
      low: 82.65,
      high: 91.35,
      group: "anchored",
      read: (one) => atAnchor(one, "2021-06-23T04:00Z"),
    },
    {
      metric: "calls_skipped_1_15_jun",
      text: "calls that left Yantian out, 1 to 15 June",
      source: "project44 by fbj-online.com, 17 June 2021",
      unit: "calls",
      published: 298,
      low: 250,
      high: 298,
      read: (one) => one("diverted", { from: "2021-06-01T00:00Z", until: "2021-06-16T00:00Z" }),
    },
  ],
};
