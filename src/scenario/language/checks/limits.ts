import type { KindValue } from "#base/field";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { durationUnits, lengthUnits, moneyUnits, splitQuantity } from "#base/quantity";
import { dayMs } from "#base/time";
import type { Facts } from "#domain/measure/facts";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { countingUnit } from "#scenario/language/amount-units";
import { countedUnits } from "#scenario/language/site-paths";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { textAt } from "#scenario/read/node";

/** A limit as it is compared with the printed measure: times in days, lengths in kilometres. */
export function limitOf(value: number | undefined, text: string | undefined): number | undefined {
  if (value === undefined || text === undefined) return value;
  const unit = splitQuantity(text)?.unit ?? "";
  if (Object.hasOwn(durationUnits, unit)) return value / dayMs;
  return Object.hasOwn(lengthUnits, unit) ? value / 1000 : value;
}

/** A limit has a unit of what its measure is printed in; a bare number where that is a count or a share. */
export const checkLimits: Check = (ground) => {
  const { root, draft } = ground;
  for (const [id, threshold] of Object.entries(draft.thresholds ?? {})) {
    const row = draft.measures?.find(
      ({ kind, of }) => kind === threshold.measure && of === threshold.of, // the first one is the one checked
    );
    const printed = row && unitOf(ground, row);
    if (printed === undefined) continue;
    for (const key of ["at-most", "at-least"] as const) {
      const text = textAt(root, "thresholds", id, key);
      const unit = text === undefined ? undefined : splitQuantity(text)?.unit;
      if (text === undefined || unit === undefined) continue;
      const wanted = wantedBy(printed);
      // Some shares may be more than the whole, but hardly anybody means 95 times it.
      if (printed === "share" && unit === "" && (threshold[key] ?? 0) > 1) {
        const wrong = `${threshold.measure} is a share, of which 1 is the whole, and not ${text}`;
        at(ground, "thresholds", id, key).report("OUT_OF_RANGE", wrong, `write ${text} % if that is meant`);
        continue;
      }
      if (wanted.fits(unit)) continue;
      const code: DiagnosticCode = unit === "" ? "UNIT_MISSING" : wanted.isBare ? "UNIT_UNDUE" : "UNIT_WRONG";
      const wrong = `${threshold.measure} is ${wanted.words}, not ${text}`;
      at(ground, "thresholds", id, key).report(code, wrong, wanted.remedy);
    }
  }
};

/** Which units fit a measure, and what to say to others. */
interface Wanted {
  readonly fits: (unit: string) => boolean;
  readonly isBare: boolean;
  readonly words: string;
  readonly remedy: string;
}

function wantedBy(printed: string): Wanted {
  const oneOf = (units: Readonly<Record<string, number>>, words: string, example: string): Wanted => ({
    fits: (unit) => Object.hasOwn(units, unit),
    isBare: false,
    words,
    remedy: `write ${example}`,
  });
  switch (printed) {
    case "d":
      return oneOf(durationUnits, "a time", "a duration such as 12 d");
    case "USD":
      return oneOf(moneyUnits, "a sum of money", "a sum such as 3 MUSD");
    case "km":
      return oneOf(lengthUnits, "a length", "a length such as 500 km");
    case "share": {
      const fits = (unit: string): boolean => unit === "" || unit === "%";
      return { fits, isBare: true, words: "a share", remedy: "write 0.05 or 5 %" };
    }
    default: {
      const counted = /^[^/·]+/u.exec(printed)?.[0];
      const fits = (unit: string): boolean => unit === "" || countingUnit(`1 ${unit}`) === counted;
      return { fits, isBare: true, words: `counted in ${printed}`, remedy: "write a bare number" };
    }
  }
}

/** What a row of measures is printed in; undefined for one that is not known. */
function unitOf({ reading, draft }: CheckGround, row: KindValue): string | undefined {
  const kind = reading.families["measure"]?.kinds.find((candidate) => candidate.kind === row.kind);
  if (!kind || !("create" in kind)) return undefined;
  const { commodities = {}, flows = {}, performance } = draft;
  const units = countedUnits(commodities, draft.network?.sites ?? {});
  const counted = units.get(performance?.of[0] ?? "") ?? "vessels";
  const facts: Facts = {
    start: 0,
    warmUpEnd: 0,
    end: 1,
    flows: Object.keys(flows).map((id) => ({ id, speed: 0, costPerDay: 0 })),
    servers: new Map(),
    performance: {
      of: performance?.of ?? [],
      window: 1,
      recoveredAt: 1,
      heldFor: 1,
      unit: counted,
    },
    units,
    background: new Set(),
    costs: [],
  };
  const isSet = (key: string): number | undefined => (row[key] === undefined ? undefined : 0);
  const values = {
    of: String(row["of"]),
    at: isSet("at"),
    from: isSet("from"),
    until: isSet("until"),
    by: "arrival",
  } as const;
  return (kind as MeasureKind).create(values, facts).unit; // the family of measures holds nothing else
}
