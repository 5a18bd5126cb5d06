import { expect, it } from "vitest";
import { explainedSpread } from "#study/experiment/explained-spread";
import type { DrawRow, TidyRow } from "#study/experiment/result";

const replications = Array.from({ length: 12 }, (_, index) => index);
const shared = { scenario: "one", variant: "baseline", seed: "s" };
const read = (value: (replication: number) => number | null): TidyRow[] =>
  replications.map((replication) => ({
    ...shared,
    replication,
    time: null,
    of: "all",
    measure: "delay",
    value: value(replication),
    unit: "d",
    until: null,
    by: null,
    status: value(replication) === null ? "none" : "value",
    twin: false,
  }));
const drawn = (of: string, draw: string, value: (replication: number) => number): DrawRow[] =>
  replications.map((replication) => ({
    ...shared,
    replication,
    of,
    draw,
    value: value(replication),
    unit: "/d",
  }));
const jumbled = (replication: number): number => (replication * 5) % 12;

it("puts what the measure follows first, and leaves out what never varies", () => {
  const [spread] = explainedSpread(
    read((replication) => replication ** 2),
    [
      ...drawn("flow/a", "rate", jumbled),
      ...drawn("disruption/closing", "end", (replication) => -replication),
      ...drawn("flow/b", "rate", () => 3),
    ],
  );
  expect(spread?.draws.map(({ of, draw }) => `${of}/${draw}`)).toEqual([
    "disruption/closing/end",
    "flow/a/rate",
  ]);
  expect(spread?.draws[0]).toMatchObject({ correlation: -1, replications: 12, median: -5.5 });
});

it("says nothing of a measure that some replication lacks, nor by a draw that some world never made", () => {
  const draws = drawn("flow/a", "rate", jumbled);
  const lacking = read((replication) => (replication === 3 ? null : replication));
  expect(explainedSpread(lacking, draws)).toEqual([]);
  expect(
    explainedSpread(
      read((replication) => replication),
      draws.slice(1),
    ),
  ).toEqual([]);
});

it("takes totals for disruptions that come again and again, not single occurrences or elements", () => {
  const [spread] = explainedSpread(
    read((replication) => replication),
    [
      ...drawn("disruption/storms/1", "duration", jumbled),
      ...drawn("disruption/cranes/a.berth", "repair", jumbled),
      ...drawn("disruption/storms", "times", (replication) => Math.floor(replication / 2)),
    ],
  );
  expect(spread?.draws.map(({ draw }) => draw)).toEqual(["times"]);
});
