import { assert } from "#base/assert";
import { resolveStudy } from "#scenario/language/resolve";
import { openShippedFutures } from "#study/runners/shipped-futures";
import { FuturesRun } from "#study/sweep/futures-run";
import type { OpenedFutures } from "#study/sweep/futures-run";
import { sweptFrom } from "#study/sweep/swept-scenario";
import type { Swept } from "#study/sweep/swept-scenario";
import { smallText } from "../session/small-scenario.ts";

/** Five lengths of the strike that is in the small scenario. */
export const fiveLengths: string =
  "futures: { sample: grid, vary: { disruptions.strike.duration: [1 d, 2 d, 3 d, 4 d, 5 d] } }\n";

/** The small scenario with futures. */
export function smallSweep(futures: string = fiveLengths): Swept {
  const input = { id: "small", file: "small.yaml", text: smallText + futures, library: () => undefined };
  return sweptFrom(input, resolveStudy);
}

/** The same, ready to run. */
export function openSmall(futures?: string): Promise<OpenedFutures> {
  return openShippedFutures(smallSweep(futures).scenario);
}

/** Its futures, run in this thread. */
export async function smallRun(replications: number): Promise<FuturesRun> {
  return new FuturesRun(await openSmall(), { replications, audit: false });
}

/** A number that is there. */
export function at(values: ArrayLike<number> | undefined, index: number): number {
  const value = values?.[index];
  assert(value !== undefined, "there is a number at every index");
  return value;
}
