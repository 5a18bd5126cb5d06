import { busyMeasure } from "#domain/measure/busy-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";

/** Server time kept by those who are done and wait for room at the next station ÷ (servers × time). */
export const blockedShare: MeasureKind = {
  kind: "blocked-share",
  summary: "Server time kept by those who are done and wait for room at the next station, as a share.",
  naming: { title: "Servers kept by who is done", noun: "the share of servers kept by who is done" },
  better: "neither",
  ...busyMeasure("blocked"),
};
