import { expect, test } from "vitest";
import { blockedShare } from "#domain/measure/measures/blocked-share";
import { throughput } from "#domain/measure/measures/throughput";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import { birthDeath } from "#study/truth/theory/birth-death";
import { run } from "../run.ts";
import type { Run } from "../run.ts";
import { harbour } from "../small-worlds.ts";

/*
 * A berth that always has work, services exponential with mean 1 / mu, before a yard with mean 1 / nu and b
 * waiting places. Those who are done at the berth and not in the yard are 0 to b + 2: one more each 1 / mu
 * until the berth is blocked, one less each 1 / nu. So the chain of births and deaths gives how often the
 * yard works, and how often the berth is blocked: in its last state.
 */
interface Tandem {
  readonly mu: number;
  readonly nu: number;
  readonly b: number;
}

const tandems: readonly Tandem[] = [
  { mu: 1, nu: 1, b: 0 },
  { mu: 1, nu: 1, b: 3 },
  { mu: 2, nu: 1.5, b: 1 },
];

function tandem({ mu, nu, b }: Tandem): string {
  const service = (perHour: number): string => `{ kind: exponential, mean: ${60 / perHour} min }`;
  const stations =
    `servers: 1, service: ${service(mu)} }, ` +
    `yard: { servers: 1, service: ${service(nu)}, room: ${b}, when-full: block`;
  return harbour(stations, {
    days: 221,
    seed: `tandem ${mu} ${nu} ${b}`,
    performance: "quay.yard",
    flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 30 min } }",
    measures: "throughput: quay.yard, blocked-share: quay.berth",
  }).replace("stations:", "vessel-path: [berth, yard], stations:");
}

test.each(tandems)("a line of two stations passes and blocks as theory says: %j", (spec) => {
  const chances = birthDeath(
    spec.b + 2,
    () => spec.mu,
    () => spec.nu,
  );
  const theory = [24 * spec.nu * (1 - (chances[0] ?? NaN)), chances.at(-1) ?? NaN];
  const first = run(tandem(spec), 0, {});
  const found = Array.from({ length: 40 }, (_, replication) => {
    first.world.run(replication);
    return [read(throughput, "quay.yard", first), read(blockedShare, "quay.berth", first)];
  });
  theory.forEach((due, index) => {
    const sample = foldInBlocks(found.map((values) => values[index] ?? NaN));
    const wide = studentInterval(sample, 0.999);
    expect(wide.low).toBeLessThan(due);
    expect(wide.high).toBeGreaterThan(due);
    const { high } = studentInterval(sample);
    expect(((high ?? Infinity) - sample.mean) / sample.mean).toBeLessThan(0.02);
  });
});

function read(measure: MeasureKind, of: string, { world }: Run): number {
  const rows = { recorder: world.recorder, facts: world.facts };
  const values = { of, at: undefined, from: undefined, until: undefined, by: "arrival" as const };
  const evidence = { run: rows, twin: rows, baseline: rows, baselineTwin: rows };
  const reading = measure.create(values, rows.facts).read(evidence);
  return reading.status === "value" ? reading.value : NaN;
}
