import { expect, test } from "vitest";
import type { Batch } from "#study/experiment/batch";
import { drawRows } from "#study/experiment/draw-rows";
import type { Plan } from "#study/experiment/plan";

const start = Date.UTC(2024, 0, 1);
const day = 86_400_000;

/** The rows of one replication that drew these values. */
function rowsOf(draws: Readonly<Record<string, number>>): unknown[] {
  const scenario = { seed: "chance", time: { start, end: start + 90 * day, warmUp: 0 } };
  const plan = { study: { id: "world" }, variants: [{ variant: { name: "baseline", scenario } }] };
  const batch = { span: { from: 7, until: 8 }, variants: [{ draws: [new Map(Object.entries(draws))] }] };
  const rows = drawRows(plan as unknown as Plan, batch as unknown as Batch); // all that it looks at
  return rows.map(({ of, draw, value, unit }) => [of, draw, value, unit]);
}

test("a draw has the unit of its name, a step of a schedule that of its schedule", () => {
  const drawn = {
    "disruption/silt/start": start + 3 * day,
    "disruption/silt/duration": 2 * day,
    "disruption/silt/rate": 6,
    "disruption/silt/rate from 2024-02-01T00:00:00.000Z": 4,
    "disruption/silt/factor from storm.end + 0 ms": 0.5,
  };
  expect(rowsOf(drawn)).toEqual([
    ["disruption/silt", "start", 3, "d since start"],
    ["disruption/silt", "duration", 2, "d"],
    ["disruption/silt", "rate", 6, "/d"],
    ["disruption/silt", "rate from 2024-02-01T00:00:00.000Z", 4, "/d"],
    ["disruption/silt", "factor from storm.end + 0 ms", 0.5, "factor"],
  ]);
});
