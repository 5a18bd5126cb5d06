import type { KindValue } from "#base/field";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { amountUnits, durationUnits, lengthUnits, moneyUnits, splitQuantity } from "#base/quantity";
import type { Written } from "#base/quantity";
import { dayMs } from "#base/time";
import type { Facts } from "#domain/measure/facts";
import { foldBlockSize } from "#engine/stats/fold";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { countingUnit } from "#scenario/language/amount-units";
import { checkMeasured } from "#scenario/language/checks/measuring";
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
  const { draft } = ground;
  for (const [id, threshold] of Object.entries(draft.thresholds ?? {})) {
    const row = draft.measures?.find(
      ({ kind, of }) => kind === threshold.measure && of === threshold.of, // the first one is the one checked
    );
    if (row === undefined) continue;
    for (const key of ["at-most", "at-least"] as const)
      checkUnit(ground, row, {
        path: ["thresholds", id, key],
        value: threshold[key],
        ...(isCount(threshold.statistic)
          ? { share: `the share of ${threshold.statistic} replications` }
          : {}),
      });
  }
};

/** Whether a statistic counts replications, whatever the unit of its measure. */
function isCount(statistic: string): boolean {
  return statistic === "censored" || statistic === "unaffected";
}

/** Where the half-width that replications are run for is written. */
export const halfWidthPath: readonly string[] = ["replications", "until", "half-width"];

/** Whether a half-width is written as a share of what is estimated. */
export function isOfEstimate(text: string | undefined): boolean {
  return text !== undefined && splitQuantity(text)?.unit === "%";
}

/** A precision names what is measured, and a half-width above 0 of the estimate or in the measure's unit. */
export const checkPrecision: Check = (ground) => {
  const { root, draft } = ground;
  if (typeof draft.replications !== "object" || draft.measures === undefined) return;
  const { measure, of, "half-width": value, max } = draft.replications.until;
  checkMeasured(ground, ["replications", "until"], { measure, of });
  if (value <= 0) {
    at(ground, ...halfWidthPath).report("OUT_OF_RANGE", "no interval is that narrow", "write such as 5 %");
    return;
  }
  if (max < foldBlockSize) {
    const wrong = `whether it is enough is asked at every ${foldBlockSize} replications, not before`;
    at(ground, "replications", "until", "max").report(
      "OUT_OF_RANGE",
      wrong,
      `write ${foldBlockSize} or more`,
    );
  }
  const row = draft.measures.find(({ kind, of: about }) => kind === measure && about === of);
  if (row === undefined || isOfEstimate(textAt(root, ...halfWidthPath))) return;
  checkUnit(ground, row, { path: halfWidthPath, value, or: " or a share of it such as 5 %" });
};

/** A value that a measure is held to is in the unit that the measure is printed in. */
function checkUnit(
  ground: CheckGround,
  row: KindValue,
  held: {
    readonly path: readonly string[];
    readonly value: number | undefined;
    /** What else would be right there. */
    readonly or?: string;
    /** What it is in words, where it is a share of replications. */
    readonly share?: string;
  },
): void {
  const { path, value, or = "", share } = held;
  const printed = share === undefined ? unitOf(ground, row) : "share";
  const name = share ?? row.kind;
  const text = textAt(ground.root, ...path);
  const unit = text === undefined ? undefined : splitQuantity(text)?.unit;
  if (printed === undefined || text === undefined || unit === undefined) return;
  const wanted = wantedBy(printed);
  // Some shares may be more than the whole, but hardly anybody means 95 times it.
  if (printed === "share" && unit === "" && (value ?? 0) > 1) {
    const wrong = `${name} is a share, of which 1 is the whole, and not ${text}`;
    at(ground, ...path).report("OUT_OF_RANGE", wrong, `write ${text} % if that is meant`);
    return;
  }
  if (wanted.fits(unit)) return;
  const code: DiagnosticCode = unit === "" ? "UNIT_MISSING" : wanted.isBare ? "UNIT_UNDUE" : "UNIT_WRONG";
  at(ground, ...path).report(code, `${name} is ${wanted.words}, not ${text}`, `${wanted.remedy}${or}`);
}

/** A written number in what its measure is printed in: days, US dollars, kilometres or shares. */
export function printedNumber({ number, unit }: Written): number {
  if (Object.hasOwn(durationUnits, unit)) return (number * (durationUnits[unit] ?? 0)) / dayMs;
  if (Object.hasOwn(lengthUnits, unit)) return (number * (lengthUnits[unit] ?? 0)) / 1000;
  if (Object.hasOwn(moneyUnits, unit)) return number * (moneyUnits[unit] ?? 0);
  if (unit === "%") return number / 100;
  return number * (amountUnits[unit]?.each ?? 1);
}

/** Which units fit a measure, and what to say to others. */
export interface Wanted {
  readonly fits: (unit: string) => boolean;
  readonly isBare: boolean;
  readonly words: string;
  readonly remedy: string;
}

/** Which units fit what is printed in a unit. */
export function wantedBy(printed: string): Wanted {
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
