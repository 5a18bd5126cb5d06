import { utcOffsetProblem } from "#base/local-clock";
import { calendarOf } from "#domain/facility/hours-fields";
import { at } from "#scenario/language/checks/check";
import type { Check } from "#scenario/language/checks/check";

/** A station opens at some time of the week, by a clock that is somewhere on earth. */
export const checkHours: Check = (ground) => {
  const { sites } = ground;
  for (const [site, { stations }] of sites()) {
    for (const [name, { hours }] of Object.entries(stations)) {
      if (hours === undefined) continue;
      const isNever = calendarOf(hours)?.openShare === 0;
      const problem =
        utcOffsetProblem(hours["utc-offset"]) ??
        (isNever ? "it never opens, and whoever comes waits for ever; write hours of one day" : undefined);
      if (problem === undefined) continue;
      const [wrong = "", right = ""] = problem.split("; ");
      const path = ["network", "sites", site, "stations", name, "hours"];
      at(ground, ...path).report("VALUES_WRONG", wrong, right);
    }
  }
};
