import { busyMeasure } from "#domain/measure/busy-measure";
import type { MeasureKind } from "#domain/measure/measure-kind";

/** Occupied server time ÷ (servers × time), frozen and blocked jobs and closed time included. */
export const utilisation: MeasureKind = {
  kind: "utilisation",
  summary: "Occupied server time, as a share of servers × time, closed time included.",
  better: "neither",
  ...busyMeasure("busy"),
};
