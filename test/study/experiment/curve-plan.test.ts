import { expect, test } from "vitest";
import { planCurves } from "#study/experiment/curve-plan";
import { scenarioOf } from "../../domain/run.ts";
import { coast } from "../../domain/small-worlds.ts";

const curvesOf = (measures: string): readonly string[] =>
  planCurves(scenarioOf(coast("servers: 1, service: 2 h", { measures }))).curves.map(({ of }) => of);

test("the queue of a station is drawn once where measures are about those who wait there, else not", () => {
  const waits = "mean-wait: [quay.berth, side.berth], peak-queue: quay.berth";
  expect(curvesOf(waits)).toEqual(["performance", "quay.berth", "side.berth"]);
  expect(curvesOf("list-clear-time: quay.berth")).toEqual(["performance", "quay.berth"]);
  expect(curvesOf("utilisation: quay.berth, dwell: all, mean-wait: all")).toEqual(["performance"]);
});
