import { expect, test } from "vitest";
import { measureOurs } from "../../bench/one";
import { hold } from "../../bench/workloads/hold";
import { mm1 } from "../../bench/workloads/mm1";
import { network } from "../../bench/workloads/network";
import { processes } from "../../bench/workloads/processes";

test("mm1: the mean wait at load 0.9 is 9 mean services, inside the interval of twenty runs", () => {
  const waits = Array.from({ length: 20 }, (_, run) => mm1(100_000, `mm1 mean wait ${run}`).answer);
  const mean = waits.reduce((sum, wait) => sum + wait, 0) / 20;
  const variance = waits.reduce((sum, wait) => sum + (wait - mean) ** 2, 0) / 19;
  const halfWidth = 3.883 * Math.sqrt(variance / 20); // Student, 19 degrees of freedom, 99.9 %
  expect(Math.abs(mean - 9)).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(0.6);
});

test("processes: the mean wait is that of mm1, and an event what it is there", () => {
  const runs = Array.from({ length: 20 }, (_, run) => processes(50_000, `processes ${run}`));
  const mean = runs.reduce((sum, { answer }) => sum + answer, 0) / 20;
  const variance = runs.reduce((sum, { answer }) => sum + (answer - mean) ** 2, 0) / 19;
  const halfWidth = 3.883 * Math.sqrt(variance / 20); // Student, 19 degrees of freedom, 99.9 %
  expect(Math.abs(mean - 9)).toBeLessThan(halfWidth);
  expect(halfWidth).toBeLessThan(1);
  for (const { events } of runs) expect(events).toBeLessThan(100_300);
});

test("mm1: events are the arrivals and departures of those who left, and a few who are still there", () => {
  const { events } = mm1(10_000, "mm1 events");
  expect(events).toBeGreaterThanOrEqual(20_000);
  expect(events).toBeLessThan(20_300);
});

test("network: the throughput is that of the product form, 500 jobs over 100 stations of 3 servers", () => {
  const { answer } = network(300_000, "network throughput");
  expect(Math.abs(answer / productFormThroughput(500, 100, 3) - 1)).toBeLessThan(0.01);
});

test("hold: the rate is one hold per event pending and mean hold", () => {
  expect(Math.abs(hold(1_000, "hold rate").answer / 1_000 - 1)).toBeLessThan(0.005);
});

test("every workload gives the same answer to the same seed and another to another", () => {
  for (const [workload, size] of [
    ["mm1", 5_000],
    ["network", 5_000],
    ["processes", 5_000],
    ["hold", 10],
  ] as const) {
    const answers = ["1", "1", "2"].map((seed) => measureOurs(workload, size, seed).answer);
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).not.toBe(answers[2]);
  }
});

/**
 * Services per mean service in a closed network of equal stations with exponential service and uniform
 * routing: the ratio of two normalising constants, each found by convolution, X(N) = stations * G(N - 1) /
 * G(N).
 */
function productFormThroughput(jobs: number, stations: number, servers: number): number {
  const weight = [1];
  for (let here = 1; here <= jobs; here++) weight.push((weight[here - 1] ?? NaN) / Math.min(here, servers));
  let constants = weight;
  for (let station = 1; station < stations; station++) {
    const next = weight.map((_, total) => {
      let sum = 0;
      for (let here = 0; here <= total; here++)
        sum += (weight[here] ?? NaN) * (constants[total - here] ?? NaN);
      return sum;
    });
    const scale = Math.max(...next); // the ratio of two constants does not depend on it
    constants = next.map((value) => value / scale);
  }
  return (stations * (constants[jobs - 1] ?? NaN)) / (constants[jobs] ?? NaN);
}
