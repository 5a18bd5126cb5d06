import { describe, expect, it } from "vitest";
import { dayMs } from "#base/time";
import { baselineOf, columnsByName, resultOf, studyOf } from "./scenario-run.ts";
import { deviation, figuresOf, figureText, isAccepted, isNear } from "./acceptance.ts";
import type { Figure } from "./acceptance.ts";
import { littleGap } from "./little.ts";
import { isLong } from "./long.ts";
import { queueCases } from "./queue-cases.ts";
import type { QueueCase } from "./queue-cases.ts";

/** The figures of one run of a case, over a part of its horizon. */
async function figures(queue: QueueCase, part: number, seed: string): Promise<readonly Figure[]> {
  const end = Math.round((queue.warmUp + (queue.horizon - queue.warmUp) * part) * queue.unit);
  const result = await resultOf(studyOf(`${queue.id}.yaml`, [`time.end=${end} ms`, `seed=${seed}`]));
  expect(result.summary.conservation.violations).toBe(0);
  const columns = columnsByName(result);
  expectLittle(columns);
  const found = figuresOf(queue, columns);
  for (const figure of found) console.log(figureText(queue.id, figure));
  return found;
}

/** Little's law for those waiting; in a loss system nobody waits. */
function expectLittle(columns: ReadonlyMap<string, Float64Array>): void {
  const [queue, wait, perDay] = ["mean-queue", "mean-wait", "throughput"].map((name) => columns.get(name));
  if (queue?.every((waiting) => waiting === 0) === true) {
    expect(wait?.every((days) => days === 0)).toBe(true);
    return;
  }
  const { low, high } = littleGap({ queue, wait, perDay });
  expect(low).toBeGreaterThan(-0.005);
  expect(high).toBeLessThan(0.005);
}

describe("queues with known figures", () => {
  it.each(queueCases)("$id is written as its case has it", (queue) => {
    const { time, flows, network, replications } = baselineOf(studyOf(`${queue.id}.yaml`));
    expect([time.end - time.start, time.warmUp]).toEqual([
      queue.horizon * queue.unit,
      queue.warmUp * queue.unit,
    ]);
    expect(replications).toBe(queue.replications);
    const berth = network.sites["harbour"]?.stations["berth"];
    expect([berth?.servers, berth?.room ?? Infinity]).toEqual([queue.servers, queue.room - queue.servers]);
    // Exponential, or constant.
    const service = berth?.service.all as { readonly mean?: number; readonly value?: number };
    // Durations are read to the millisecond.
    expect(Math.abs((service.mean ?? service.value ?? 0) - queue.unit / queue.serviceRate)).toBeLessThan(
      0.51,
    );
    expect(flows["calls"]?.arrivals).toMatchObject({
      kind: "poisson",
      rate: { kind: "constant", value: (queue.arrivalRate * dayMs) / queue.unit },
    });
  });

  it.each(queueCases)("$id gives them within three standard errors", async (queue) => {
    const part = isLong ? 1 : queue.usualPart;
    const accepts = part === 1 ? isAccepted : isNear;
    const first = await figures(queue, part, queue.id);
    const failed = first.filter((figure) => !accepts(figure)).map(({ name }) => name);
    if (failed.length === 0) return;
    // A figure that fails once is run again with new seeds before it counts.
    const again = (await figures(queue, part, `${queue.id}/again`)).filter(({ name }) =>
      failed.includes(name),
    );
    for (const figure of again) expect(accepts(figure), figureText(queue.id, figure)).toBe(true);
  });

  it("would miss by many standard errors if theory were 2 % off", async () => {
    const [queue] = queueCases;
    if (queue === undefined) throw new Error("there are cases");
    const [figure] = await figures(queue, queue.usualPart, queue.id);
    if (figure === undefined) throw new Error("there are figures");
    expect(Math.abs(deviation({ ...figure, expected: figure.expected * 1.02 }))).toBeGreaterThan(3);
  });
});
