import type { Instant, KindValue } from "#base/field";
import type { Place } from "#base/diagnostic";
import { printInstant } from "#base/time";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import { endOf, fixedDate } from "#scenario/language/checks/times";
import { nodeAt } from "#scenario/read/node";

type Key = "at" | "from" | "until";

/** Rows of measures are read at known dates inside the run, after its warm-up; windows have a length. */
export const checkWindows: Check = (ground) => {
  for (const row of ground.draft.measures ?? []) {
    for (const key of ["at", "from", "until"] as const) checkFixed(ground, row, key);
    checkSpan(ground, row);
  }
};

function checkFixed({ reading, draft, root }: CheckGround, row: KindValue, key: Key): void {
  const instant = row[key] as Instant | undefined; // the fields of measures say so
  if (!instant || fixedDate(instant, draft) !== undefined) return;
  const isKnown = "event" in instant && reading.names.has("disruption", instant.event);
  if (isKnown && !draft.disruptions?.[instant.event]) return;
  const wrong = "it is read at an event without a fixed date";
  const place = placeIn({ reading, root }, row, key);
  reading.report("INSTANT_UNFIXED", place, `measures.${row.kind}.${key}`, wrong, "write a date");
}

function checkSpan(ground: CheckGround, row: KindValue): void {
  const [at, from, until] = (["at", "from", "until"] as const).map((key) => dateIn(ground, row, key));
  const { reading } = ground;
  if (from !== undefined && until !== undefined && until <= from) {
    const wrong = `the window ends ${printInstant(until)}, not after its start ${printInstant(from)}`;
    const place = placeIn(ground, row, "until");
    reading.report("ORDER_WRONG", place, `measures.${row.kind}.until`, wrong, "write a later end");
    return;
  }
  const { warm, end } = spanOf(ground);
  if (end === undefined || (warm !== undefined && warm >= end)) return;
  if (at !== undefined && at > end) reportLate(ground, row, "at", { at, end });
  if (from !== undefined && from >= end) reportLate(ground, row, "from", { at: from, end });
  else if (until !== undefined && until > end) reportLate(ground, row, "until", { at: until, end });
  if (warm === undefined) return;
  if (at !== undefined && at < warm) reportEarly(ground, row, "at", { at, warm });
  if (until !== undefined && until <= warm) reportEarly(ground, row, "until", { at: until, warm });
}

function reportLate(
  ground: CheckGround,
  row: KindValue,
  key: Key,
  { at, end }: { readonly at: number; readonly end: number },
): void {
  const wrong = `${printInstant(at)} is past the end of the run, ${printInstant(end)}`;
  report(ground, row, key, wrong, "write an earlier date, or let the run end later");
}

function reportEarly(
  ground: CheckGround,
  row: KindValue,
  key: Key,
  { at, warm }: { readonly at: number; readonly warm: number },
): void {
  const wrong = `${printInstant(at)} is no later than the warm-up, which ends ${printInstant(warm)}`;
  report(ground, row, key, wrong, "write a later date, or shorten the warm-up");
}

function report(ground: CheckGround, row: KindValue, key: Key, wrong: string, right: string): void {
  const path = `measures.${row.kind}.${key}`;
  ground.reading.report("WINDOW_OUTSIDE", placeIn(ground, row, key), path, wrong, right);
}

function dateIn({ draft }: CheckGround, row: KindValue, key: Key): number | undefined {
  const instant = row[key] as Instant | undefined; // the fields of measures say so
  return instant && fixedDate(instant, draft);
}

/** The end of the warm-up, undefined where it is chosen later, and of the run; ms. */
function spanOf({ draft }: CheckGround): {
  readonly warm: number | undefined;
  readonly end: number | undefined;
} {
  const time = draft.time;
  if (!time || !("at" in time.start)) return { warm: undefined, end: undefined };
  const warmUp = time["warm-up"];
  return { warm: warmUp === "auto" ? undefined : time.start.at + warmUp, end: endOf(draft) };
}

/** Where a key of a row stands, also in one of a list. */
function placeIn({ reading, root }: Pick<CheckGround, "reading" | "root">, row: KindValue, key: Key): Place {
  return nodeAt(reading.rowNodes.get(row), key)?.place ?? placeOf(root, "measures", row.kind);
}
