import { printInstant } from "#base/time";
import type { Origin } from "#scenario/language/reading";
import { differencesOf } from "#scenario/language/differences";
import type { ValueDifference } from "#scenario/language/differences";
import type { Resolved, ResolvedMeasure, ResolvedVariant, Study } from "#scenario/language/resolved";
import { spokenValue } from "#shells/report/spoken-value";
import { valueText } from "#shells/report/value-text";
import { canonicalText } from "#study/experiment/canonical";

/** One of two scenarios that are compared. */
export interface Side {
  /** As it was typed. */
  readonly shown: string;
  readonly study: Study;
  /** Of a run folder: how many its numbers rest on. */
  readonly replications?: number;
  /** Where a value of a variant comes from; undefined where nobody knows, as in a run folder. */
  readonly origin: (variant: string, path: string) => Origin | undefined;
}

/** A value as one side has it: null where it has none. */
export interface SideValue {
  /** For people, with its unit. */
  readonly text: string;
  /** `canal.yaml:12`, `default`, or the run folder. */
  readonly origin: string;
}

/** A value that differs. */
export interface Difference {
  readonly path: string;
  readonly before: SideValue | null;
  readonly after: SideValue | null;
}

/** What differs in one variant beside what differs in the baseline already. */
export interface VariantDifferences {
  readonly variant: string;
  readonly standing: "in both" | "only in the first" | "only in the second";
  readonly differences: readonly Difference[];
}

/** What differs between two scenarios: of the baseline, then of each variant; those alike are left out. */
export function studyDifferences(one: Side, other: Side): readonly VariantDifferences[] {
  const names = [...new Set([...one.study.variants, ...other.study.variants].map(({ name }) => name))];
  const base = changesOf(one, other, "baseline");
  const known = new Set(base.map(changeKey));
  return names.flatMap((variant): readonly VariantDifferences[] => {
    if (variantOf(one, variant) === undefined)
      return [{ variant, standing: "only in the second", differences: [] }];
    if (variantOf(other, variant) === undefined)
      return [{ variant, standing: "only in the first", differences: [] }];
    const changes = variant === "baseline" ? base : changesOf(one, other, variant);
    const own = variant === "baseline" ? changes : changes.filter((change) => !known.has(changeKey(change)));
    if (own.length === 0) return [];
    const differences = own.map(({ path, before, after }) => ({
      path,
      before: sideValue(one, variant, path, before),
      after: sideValue(other, variant, path, after),
    }));
    return [{ variant, standing: "in both", differences }];
  });
}

function variantOf({ study }: Side, variant: string): ResolvedVariant | undefined {
  return study.variants.find(({ name }) => name === variant);
}

function changesOf(one: Side, other: Side, variant: string): readonly ValueDifference[] {
  return differencesOf(comparable(variantOf(one, variant)), comparable(variantOf(other, variant)));
}

const changeKey = ({ path, before, after }: ValueDifference): string => canonicalText([path, before, after]);

/** A variant as named values only: rows of measures by what they are, so that their order means nothing. */
function comparable(variant: ResolvedVariant | undefined): unknown {
  if (variant === undefined) return {};
  const { name: _name, scenario, ...words } = variant;
  const { measures, amountUnits: _units, ...rest } = scenario;
  const rows = Object.fromEntries(measures.map((row) => [measureKey(row), "asked for"]));
  return { ...(variant.name === "baseline" ? {} : words), ...rest, measures: rows };
}

/** `peak-queue of suez.transit at 2021-03-29T00:00Z`. */
function measureKey({ kind, of, at, from, until, by }: ResolvedMeasure): string {
  const words = { at, from, until } as const;
  const when = Object.entries(words).flatMap(([word, time]) =>
    time === undefined ? [] : [` ${word} ${printInstant(time)}`],
  );
  return `${kind} of ${of}${when.join("")}${by === "completion" ? " by completion" : ""}`;
}

function sideValue(side: Side, variant: string, path: string, value: unknown): SideValue | null {
  if (value === undefined) return null;
  const [exact, above] = originOf(side, variant, path);
  const scenario = variantOf(side, variant)?.scenario;
  const text = exact?.text ?? spokenText(value, path, side.study, scenario);
  const from = exact ?? above;
  return { text, origin: from === undefined ? side.shown : placeText(from) };
}

/** The origin of the value itself, and that of its kind or of the nearest value above it. */
function originOf(
  { origin }: Side,
  variant: string,
  path: string,
): readonly [Origin | undefined, Origin | undefined] {
  const exact = origin(variant, path);
  for (let at = path; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) {
    const near = origin(variant, at) ?? origin(variant, `${at}.kind`);
    if (near !== undefined) return [exact, near];
  }
  return [exact, undefined];
}

function placeText({ place }: Origin): string {
  if (place === undefined) return "default";
  return place.owner === "--set" ? `--set ${place.line}` : `${place.file}:${place.line}`;
}

function spokenText(value: unknown, path: string, study: Study, scenario: Resolved | undefined): string {
  const spoken = spokenValue(value, path, { study, units: scenario?.amountUnits });
  return valueText(spoken, path.split(".").at(-1) ?? path);
}
