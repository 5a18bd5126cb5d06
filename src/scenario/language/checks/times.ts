import type { Instant, KindValue, Moment } from "#base/field";
import { printInstant } from "#base/time";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import type { Draft } from "#scenario/language/draft";

/** The end of a run, ms; undefined when it was not understood or depends on an event. */
export function endOf(draft: Draft): number | undefined {
  const time = draft.time;
  if (!time) return undefined;
  if (time.end) return "at" in time.end ? time.end.at : undefined;
  return "at" in time.start && time.duration !== undefined ? time.start.at + time.duration : undefined;
}

/** The start of a run is a date, its end is known and comes later, and the warm-up ends before it. */
export const checkTime: Check = (ground) => {
  const { draft } = ground;
  const time = draft.time;
  if (!time) return;
  for (const key of ["start", "end"] as const) {
    const instant = time[key];
    if (!instant || "at" in instant) continue;
    at(ground, "time", key).report("INSTANT_UNFIXED", "the span of a run has fixed dates", "write a date");
  }
  if (!time.end && time.duration === undefined) {
    at(ground, "time").report(
      "KEY_MISSING",
      '"end" is missing',
      "write end: 2024-12-01T00:00Z, or a duration",
    );
  }
  const end = endOf(draft);
  if (!("at" in time.start) || end === undefined) return;
  if (end <= time.start.at) {
    const wrong = `the run ends ${printInstant(end)}, not after its start ${printInstant(time.start.at)}`;
    at(ground, "time", "end").report("ORDER_WRONG", wrong, "write a later end");
  } else if (time["warm-up"] !== "auto" && time.start.at + time["warm-up"] >= end) {
    const right = "let the warm-up end before the run";
    at(ground, "time", "warm-up").report("ORDER_WRONG", "the warm-up fills the whole run", right);
  }
};

/** Dated disruptions end after they begin, and begin after the warm-up and before the end of the run. */
export const checkDisruptionTimes: Check = (ground) => {
  for (const [id, values] of Object.entries(ground.draft.disruptions ?? {})) checkOne(ground, id, values);
};

function checkOne(ground: CheckGround, id: string, values: KindValue): void {
  const { draft } = ground;
  const fixed = dateIn(values["start"], draft);
  const start = fixed ?? earliestIn(values["start"]);
  const end = dateIn(values["end"], draft);
  if (start !== undefined && end !== undefined && end <= start) {
    const wrong = `it ends ${printInstant(end)}, not after its start ${printInstant(start)}`;
    at(ground, "disruptions", id, "end").report("ORDER_WRONG", wrong, "write a later end");
  }
  const time = draft.time;
  const runEnd = endOf(draft);
  if (runEnd !== undefined && time && "at" in time.start && runEnd <= time.start.at) return;
  if (start === undefined || !time || !("at" in time.start) || time["warm-up"] === "auto") return;
  const warm = time.start.at + time["warm-up"];
  if (runEnd !== undefined && warm >= runEnd) return;
  if (start < warm && values["background"] !== true) {
    const starts = fixed === undefined ? "it may start" : "it starts";
    const wrong = `${starts} ${printInstant(start)}, inside the warm-up, which ends ${printInstant(warm)}`;
    const drawn = fixed === undefined ? "give it a later `min`" : "start it later";
    const right = `${drawn}, shorten the warm-up, or write background: true`;
    at(ground, "disruptions", id, "start").report("DISRUPTION_UNTIMELY", wrong, right);
  } else if (runEnd !== undefined && start >= runEnd) {
    const starts = fixed === undefined ? "it starts at the earliest" : "it starts";
    const wrong = `${starts} ${printInstant(start)}, and the run ends ${printInstant(runEnd)}`;
    at(ground, "disruptions", id, "start").report(
      "DISRUPTION_UNTIMELY",
      wrong,
      "start it before the end of the run",
    );
  }
}

function dateIn(moment: unknown, draft: Draft): number | undefined {
  const known = moment as Moment | undefined; // the shared fields of disruptions say so
  return known && "event" in known ? fixedDate(known, draft) : dateOf(known);
}

/** Less than the least share that is ever drawn. */
const LEAST_SHARE = 5.551115123125783e-17;

/** The earliest of the dates that a start is drawn from, ms. */
function earliestIn(moment: unknown): number | undefined {
  const drawn = moment as Moment | undefined; // the shared fields of disruptions say so
  if (!drawn || !("distribution" in drawn)) return undefined;
  return Math.floor(createDistribution(drawn.distribution).quantile(LEAST_SHARE));
}

function dateOf(moment: unknown): number | undefined {
  const known = moment as Moment | undefined; // the shared fields of disruptions say so
  return known && "at" in known ? known.at : undefined;
}

/**
 * The date of an instant when it is known before the run: its own, or that of a disruption with a fixed date.
 * Undefined when it depends on chance or on what happens.
 */
export function fixedDate(instant: Instant, draft: Draft): number | undefined {
  if ("at" in instant) return instant.at;
  const disruption = draft.disruptions?.[instant.event];
  const date = disruption && dateOf(disruption[instant.edge]);
  return date === undefined ? undefined : date + instant.offset;
}
