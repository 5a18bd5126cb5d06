import type { Check, CheckGround } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import { nearest, suggest } from "#scenario/read/nearest";

/** What compares curves needs `performance`. */
export const checkMeasures: Check = ({ reading, root, draft }) => {
  if (!root.entries.has("performance")) {
    for (const row of draft.measures ?? []) {
      if (row["of"] !== "performance") continue;
      const right = "write performance: { of: ... }, or name a flow or a station";
      const place = placeOf(root, "measures", row.kind);
      reading.report("PERFORMANCE_MISSING", place, `measures.${row.kind}`, "there is no performance", right);
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
    checkBetween(ground, id);
    if (draft.measures) checkMeasured(ground, id, threshold.measure, threshold.of);
  }
};

/** What is both at most and at least something has room for a value. */
function checkBetween({ reading, root, draft }: CheckGround, id: string): void {
  const { "at-most": most, "at-least": least } = draft.thresholds?.[id] ?? {};
  if (most === undefined || least === undefined || least <= most) return;
  const place = placeOf(root, "thresholds", id, "at-least");
  const wrong = "nothing is above `at-least` and below `at-most` at once";
  reading.report(
    "VALUES_WRONG",
    place,
    `thresholds.${id}.at-least`,
    wrong,
    "write two thresholds, or lower it",
  );
}

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
