import { expect, test } from "vitest";
import { constantly } from "#base/field";
import { withArrivalsDrawn } from "#domain/world/world-draw";

const hour = 3_600_000;
const some = { kind: "uniform", min: 0, max: 2 };

test("what describes arrivals is drawn part by part, each under its own name, and nothing else is", () => {
  const start = Date.UTC(2024, 0, 1);
  const arrivals = {
    kind: "profile",
    rate: { steps: [{ from: { at: start }, value: some }] },
    hours: [{ key: 6.5 * hour, value: some }],
    days: { sun: some },
    dates: { steps: [{ from: { at: start }, value: some }] },
    between: some,
  };
  const names: string[] = [];
  const drawn = withArrivalsDrawn(arrivals, (_, name) => names.push(name));
  expect(names).toEqual([
    "rate from 2024-01-01T00:00Z",
    "hours 06:30",
    "days sun",
    "dates from 2024-01-01T00:00Z",
  ]);
  expect(drawn).toEqual({
    kind: "profile",
    rate: { steps: [{ from: { at: start }, value: constantly(1) }] },
    hours: [{ key: 6.5 * hour, value: constantly(2) }],
    days: { sun: constantly(3) },
    dates: { steps: [{ from: { at: start }, value: constantly(4) }] },
    between: some,
  });
});
