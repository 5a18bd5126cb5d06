import { expect, test } from "vitest";
import { run, voyages } from "../run.ts";
import { canal } from "../small-worlds.ts";

const headway = "time: 3 h, admission: { kind: headway, every: 1 h }";

test("via forces a passage, though another way is shorter, and its planned metres go on behind it", () => {
  const calls = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }";
  const flows =
    `${calls}, round: { from: west, to: east, vessel: ship, via: side, arrivals: { ` +
    `kind: regular, every: 6 h } }`;
  const text = canal(headway, { flows, days: 4 })
    .replace("warm-up: 1 d", "warm-up: 2 d")
    .replace(
      "cape: { type: junction, at: [1.7, 0.1] }",
      `side: { type: passage, at: [1.7, 0.1], transit: { ${headway} } }`,
    )
    .replaceAll("-cape", "-side")
    .replaceAll("cape-", "side-")
    .replaceAll("to: cape", "to: side")
    .replaceAll("from: cape", "from: side");
  expect(voyages(run(text)).slice(0, 2)).toMatchObject([
    { name: "calls/0", end: 7, kilometres: 40, planned: 40 },
    { name: "round/0", end: 43, kilometres: 400, planned: 400 },
  ]);
});
