import type { Instant } from "#base/field";
import { splitQuantity, durationUnits } from "#base/quantity";
import { dayMs } from "#base/time";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import { fixedDate } from "#scenario/language/checks/times";
import { nearest, suggest } from "#scenario/read/nearest";
import { textAt } from "#scenario/read/node";

/** What compares curves needs `performance`, and rows are read at known dates. */
export const checkMeasures: Check = ({ reading, root, draft }) => {
  if (!root.entries.has("performance")) {
    for (const row of draft.measures ?? []) {
      if (row["of"] !== "performance") continue;
      const right = "write performance: { of: ... }, or name a flow or a station";
      const place = placeOf(root, "measures", row.kind);
      reading.report("PERFORMANCE_MISSING", place, `measures.${row.kind}`, "there is no performance", right);
    }
  }
  for (const row of draft.measures ?? []) {
    for (const key of ["at", "from", "until"] as const) {
      const instant = row[key] as Instant | undefined; // the fields of measures say so
      if (!instant || fixedDate(instant, draft) !== undefined) continue;
      if (
        "event" in instant &&
        reading.names.has("disruption", instant.event) &&
        !draft.disruptions?.[instant.event]
      )
        continue;
      const place = placeOf(root, "measures", row.kind, key);
      const wrong = "it is read at an event without a fixed date";
      reading.report("INSTANT_UNFIXED", place, `measures.${row.kind}.${key}`, wrong, "write a date");
    }
  }
};

/** Thresholds name what is measured, a statistic, and one limit. */
export const checkThresholds: Check = (ground) => {
  const { reading, root, draft } = ground;
  for (const [id, threshold] of Object.entries(draft.thresholds ?? {})) {
    const path = `thresholds.${id}`;
    if (!/^(mean|median|p([1-9]|[1-9]\d))$/.test(threshold.statistic)) {
      const near = nearest(threshold.statistic, ["mean", "median"]);
      const right =
        near === undefined ? "write mean, median or a percentile from p1 to p99" : `nearest is "${near}"`;
      const place = placeOf(root, "thresholds", id, "statistic");
      reading.report(
        "WORD_UNKNOWN",
        place,
        `${path}.statistic`,
        `"${threshold.statistic}" is no statistic`,
        right,
      );
    }
    if (threshold["at-most"] === undefined && threshold["at-least"] === undefined) {
      const place = placeOf(root, "thresholds", id);
      reading.report("LIMIT_MISSING", place, path, "it limits nothing", "write at-most or at-least");
    }
    if (draft.measures) checkMeasured(ground, id, threshold.measure, threshold.of);
  }
};

function checkMeasured({ reading, root, draft }: CheckGround, id: string, measure: string, of: string): void {
  const rows = draft.measures?.filter((row) => row.kind === measure) ?? [];
  if (rows.length === 0) {
    const place = placeOf(root, "thresholds", id, "measure");
    const right = suggest(measure, new Set(draft.measures?.map((row) => row.kind)));
    reading.report(
      "MEASURE_MISSING",
      place,
      `thresholds.${id}.measure`,
      `"${measure}" is not measured`,
      right,
    );
  } else if (!rows.some((row) => row["of"] === of)) {
    const place = placeOf(root, "thresholds", id, "of");
    const known = rows.map((row) => String(row["of"]));
    const wrong = `${measure} is not measured of "${of}"`;
    reading.report("MEASURE_MISSING", place, `thresholds.${id}.of`, wrong, suggest(of, known));
  }
}

/** A limit as it is compared with the printed measure: times in days. */
export function limitOf(value: number | undefined, text: string | undefined): number | undefined {
  if (value === undefined || text === undefined) return value;
  const unit = splitQuantity(text)?.unit ?? "";
  return Object.hasOwn(durationUnits, unit) ? value / dayMs : value;
}

/** The unit of a time belongs to a measure that is a time, and to no other. */
export const checkLimits: Check = ({ reading, root, draft }) => {
  const kinds = reading.families["measure"]?.kinds ?? [];
  for (const [id, threshold] of Object.entries(draft.thresholds ?? {})) {
    const kind = kinds.find((candidate) => candidate.kind === threshold.measure);
    if (!kind || (kind as { scale?: string }).scale !== "time-to-event") continue; // as measures do
    for (const key of ["at-most", "at-least"] as const) {
      const text = textAt(root, "thresholds", id, key);
      const unit = text === undefined ? undefined : splitQuantity(text)?.unit;
      if (text === undefined || unit === undefined || Object.hasOwn(durationUnits, unit)) continue;
      const place = placeOf(root, "thresholds", id, key);
      const code = unit === "" ? "UNIT_MISSING" : "UNIT_WRONG";
      const wrong = `${threshold.measure} is a time, not ${text}`;
      reading.report(code, place, `thresholds.${id}.${key}`, wrong, "write a duration such as 12 d");
    }
  }
};
