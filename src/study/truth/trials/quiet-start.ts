import { dayMs } from "#base/time";
import type { TrialScenario } from "#study/truth/trials/scenario-trial";

/** The warm-up of a case without chance: nobody comes in it, and what goes wrong starts at its end. */
export const quietMs: number = dayMs;

/** A leg of a kilometre, and how long it takes: exact, so that instants of arrival are. */
export const lane = { distance: "1 km", speed: "10 km/h", sailMs: 360_000 } as const;

/** The time of a case of so many days, which begin when the quiet is over. */
export function timeAfterQuiet(days: number): TrialScenario {
  const [duration, quiet] = [`${days * dayMs + quietMs} ms`, `${quietMs} ms`];
  return { start: "2024-01-01T00:00Z", duration, "warm-up": quiet };
}
