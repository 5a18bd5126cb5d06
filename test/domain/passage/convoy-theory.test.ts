import { expect, test } from "vitest";
import { run, level, waits } from "../run.ts";
import { canal } from "../small-worlds.ts";

/*
 * Poisson arrivals that are taken in batches at fixed instants (Bailey, 1954). A convoy of 10 a day at 8
 * arrivals a day: numbers of case `canal-slots` of the verification cases (there derived and checked with
 * Markov chain, roots and simulation). Single slots at a load r: the number left behind a slot is
 * r^2 / (2 (1 - r)) on average, and the mean wait in slots is that number ÷ r + 1/2, as in the case.
 */

const runs = 12;
const days = 1210;
const warmUpHours = 240;

interface Read {
  readonly wait: number;
  readonly queue: number;
  readonly leftBehind: number;
  readonly convoy: number;
}

/** One replication: mean wait and queue in days, convoys that leave someone behind, vessels in a convoy. */
function read(text: string, replication: number): Read {
  const of = run(text, replication, {});
  const waited = waits(of, "cut.transit").filter(([came]) => came >= warmUpHours);
  const gone = waited.filter(([, went]) => Number.isFinite(went));
  const steps = level(of, "queue/cut.transit").filter(([hour]) => hour > warmUpHours);
  let area = 0;
  steps.forEach(([hour, value], index) => (area += value * ((steps[index + 1]?.[0] ?? days * 24) - hour)));
  const convoys = Array.from(
    { length: days - warmUpHours / 24 - 1 },
    (_, day) => warmUpHours + 24 * (day + 1),
  );
  const after = new Map(steps); // the last step of an instant stays
  const left = convoys.filter((hour) => (after.get(hour) ?? 0) > 0).length;
  const departed = gone.filter(([, went]) => went > warmUpHours).length;
  return {
    wait: gone.reduce((sum, [came, went]) => sum + went - came, 0) / gone.length / 24,
    queue: area / (days * 24 - warmUpHours),
    leftBehind: left / convoys.length,
    convoy: departed / convoys.length,
  };
}

function figures(text: string, expected: Partial<Read>): void {
  const all = Array.from({ length: runs }, (_, replication) => read(text, replication));
  for (const [name, value] of Object.entries(expected)) {
    const values = all.map((one) => one[name as keyof Read]); // its own names
    const mean = values.reduce((sum, one) => sum + one, 0) / runs;
    const error = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / runs / (runs - 1));
    expect(Math.abs(mean - value), `${name}: ${mean} +- ${error}, expected ${value}`).toBeLessThan(3 * error);
    expect(error / value, name).toBeLessThan(0.03);
  }
}

test("a daily convoy of ten at eight arrivals a day waits, leaves behind and fills as theory says", () => {
  const transit = "time: 1 h, admission: { kind: convoy, departures: 00:00, size: 10 }";
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 8 /d } }";
  figures(canal(transit, { flows, days, seed: "convoy-theory" }), {
    wait: 0.6098277897036,
    queue: 4.878622317629,
    leftBehind: 0.2813016478848,
    convoy: 8,
  });
});

test("single slots at eight tenths make vessels wait for two slots and a half", () => {
  const transit = "time: 1 h, admission: { kind: slots, rate: 10 /d }";
  const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 8 /d } }";
  const load = 0.8;
  const left = (load * load) / (2 * (1 - load));
  figures(canal(transit, { flows, days, seed: "slots-theory" }), { wait: (left / load + 0.5) / 10 });
});
