import { isMap } from "#base/is-map";
import { printTimeOfDay } from "#base/time";
import { durationText, instantText } from "#shells/figure/calendar-text";
import { numeral } from "#shells/figure/numeral";
import { gauges } from "#domain/world/gauge-kinds";
import { keyDimension } from "#shells/report/key-dimension";

/** Keys whose numbers are ms since the epoch; of a foresight, the end that is believed. */
const instantKeys: ReadonlySet<string> = new Set([
  "start",
  "end",
  "at",
  "times",
  "from",
  "until",
  "within",
  "foresight",
]);

/** Keys whose numbers are times of day, ms since midnight. */
const clockKeys: ReadonlySet<string> = new Set(["departures"]);

/** Keys whose numbers are sums of money, with their units: of a voyage, and of each unit that it carries. */
const moneyUnits: ReadonlyMap<string, string> = new Map([
  ["cost", "USD"],
  ["unit-cost", "USD a unit"],
]);

const listMost = 6;

/** Parameters of a distribution that have no dimension. */
const bareKeys: ReadonlySet<string> = new Set(["stages", "shape", "cv", "probability"]);

/**
 * A normalised value of a resolved scenario as people write it. The key tells the dimension (`base/field`
 * fixes the base units): durations from ms, speeds from m/s to knots, distances from m to km, rates a day.
 */
export function valueText(value: unknown, key: string): string {
  if (value === undefined || value === null) return "–";
  if (typeof value === "number") return measuredText(value, key);
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return listText(value, key);
  return isMap(value) ? mapText(value, key) : "–";
}

function measuredText(value: number, key: string): string {
  if (clockKeys.has(key)) return printTimeOfDay(value);
  if (instantKeys.has(key) && Math.abs(value) > 1e10) return instantText(value);
  const dimension = keyDimension(key);
  if (dimension === "duration") return durationText(value);
  if (dimension === "speed") return `${plain(value / (1852 / 3600))} kn`;
  if (dimension === "distance") return `${plain(value / 1000)} km`;
  if (dimension === "length") return `${plain(value)} m`;
  if (dimension === "rate") return `${plain(value)} a day`;
  const money = moneyUnits.get(key);
  if (money !== undefined) return `${plain(value)} ${money}`;
  return plain(value);
}

/** Four digits at most, without zeros at the end. */
function plain(value: number): string {
  if (Number.isInteger(value)) return numeral(value, 0);
  const decimals = Math.min(4, Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value) || 1))));
  return numeral(value, decimals)
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");
}

function listText(values: readonly unknown[], key: string): string {
  if (values.length === 0) return "none";
  const shown = values.slice(0, listMost).map((value) => valueText(value, key));
  const more = values.length > listMost ? ` and ${values.length - listMost} more` : "";
  return `${shown.join(", ")}${more}`;
}

function mapText(value: Readonly<Record<string, unknown>>, key: string): string {
  const { steps, kind, at, event, by, distribution } = value;
  if (Array.isArray(steps)) return scheduleText(steps, key);
  if (typeof event === "string") return eventText(value, event);
  if (typeof at === "number" && Object.keys(value).length === 1) return instantText(at);
  if (typeof value["gauge"] === "string") return gaugeText(value, value["gauge"]);
  if (distribution !== undefined) return valueText(distribution, key);
  if (typeof value["once"] === "number" && typeof value["perDay"] === "number") return costText(value);
  if (typeof kind === "string") return kindText(value, kind, key);
  if (typeof value["key"] === "number" && "value" in value)
    return pairText(value["key"], value["value"], key);
  if (isMap(by)) return perText(value, by, key);
  if (key === "from" || key === "to") return weightsText(value);
  return pairsText(value, key).join(", ") || "none";
}

/** `1.5 from 06:00`; of other keys than times of day, `8 hours: 3`. */
function pairText(at: number, value: unknown, key: string): string {
  if (key !== "hours") return `${measuredText(at, key)}: ${valueText(value, "weight")}`;
  return `${valueText(value, "factor")} from ${printTimeOfDay(at)}`;
}

function scheduleText(steps: readonly unknown[], key: string): string {
  const [only] = steps;
  if (steps.length === 1 && isMap(only)) return valueText(only["value"], key);
  const shown = steps
    .slice(0, listMost)
    .map((step) =>
      isMap(step)
        ? `from ${valueText(step["from"], "from")}: ${valueText(step["value"], key)}`
        : String(step),
    );
  return `${shown.join("; ")}${steps.length > listMost ? `; and ${steps.length - listMost} more` : ""}`;
}

function eventText(value: Readonly<Record<string, unknown>>, event: string): string {
  const offset = typeof value["offset"] === "number" ? value["offset"] : 0;
  const edge = typeof value["edge"] === "string" ? `.${value["edge"]}` : "";
  const shift = offset === 0 ? "" : ` ${offset < 0 ? "−" : "+"} ${durationText(Math.abs(offset))}`;
  return `${event}${edge}${shift}`;
}

/** `queue of Suez Canal is at most 25 for 2 days`, `rate of Suez Canal over 1 day is at least 40 a day`. */
function gaugeText(value: Readonly<Record<string, unknown>>, gauge: string): string {
  const { of, for: held, over, "at-most": most, "at-least": least } = value;
  const place = of === undefined ? "" : ` of ${valueText(of, "of")}`;
  const span = over === undefined ? "" : ` over ${valueText(over, "over")}`;
  const bounds = [
    ...(typeof least === "number" ? [`at least ${lineText(least, gauge)}`] : []),
    ...(typeof most === "number" ? [`at most ${lineText(most, gauge)}`] : []),
  ];
  const isHeld = isMap(held) && !(held["kind"] === "constant" && held["value"] === 0);
  const length = isHeld ? ` for ${valueText(held, "for")}` : "";
  return `${gauge}${place}${span} is ${bounds.join(" and ")}${length}`;
}

/** A line of a gauge, in the unit of the gauge. */
function lineText(value: number, gauge: string): string {
  const shape = gauges.kinds.find(({ kind }) => kind === gauge)?.fields["at-most"]?.shape;
  if (shape?.form === "share") return `${plain(100 * value)} %`;
  return shape?.form === "quantity" ? measuredText(value, shape.dimension) : plain(value);
}

function costText(value: Readonly<Record<string, unknown>>): string {
  const [once, perDay] = [Number(value["once"]), Number(value["perDay"])];
  const parts = [once > 0 ? `${plain(once)} USD` : "", perDay > 0 ? `${plain(perDay)} USD a day` : ""];
  return parts.filter((part) => part !== "").join(" and ") || "nothing";
}

/**
 * A constant is its value; any other kind its name with its parameters, which have the dimension of the
 * place.
 */
function kindText(value: Readonly<Record<string, unknown>>, kind: string, key: string): string {
  if (kind === "constant") {
    const [constant] = Object.entries(value).filter(([name]) => name !== "kind");
    return constant === undefined ? kind : valueText(constant[1], key);
  }
  const range = rangeText(value, kind, key);
  if (range !== undefined) return range;
  const { rate, of, ...others } = value;
  if (kind === "poisson" && rate !== undefined && Object.keys(others).length === 1)
    return `${arrivalText(rate, key === "occurs" ? "times" : "sailings")}, at random`;
  const whom = of === undefined ? kind : `${kind} of ${valueText(of, "of")}`;
  const words = pairsText({ ...value, of: undefined }, key).join(", ");
  if (words === "") return whom;
  return of !== undefined || words.includes("(") ? `${whom}: ${words}` : `${whom} (${words})`;
}

/** `2 sailings a day`; what comes less often than once a day by the year, `5 times a year`. */
function arrivalText(rate: unknown, things: string): string {
  const known = isMap(rate) && rate["kind"] === "constant" ? rate["value"] : rate;
  if (typeof known === "number" && known > 0 && known < 1) return `${plain(365 * known)} ${things} a year`;
  return valueText(rate, "rate").replace(" a day", ` ${things} a day`);
}

/** `11 to 12 hours (uniform)`, `72 to 76 a day (most likely 75 a day)`; undefined for what is no range. */
function rangeText(value: Readonly<Record<string, unknown>>, kind: string, key: string): string | undefined {
  const { min, max, mode } = value;
  if (typeof min !== "number" || typeof max !== "number") return undefined;
  if (kind !== "uniform" && !(kind === "triangular" && typeof mode === "number")) return undefined;
  const [low, high] = [measuredText(min, key), measuredText(max, key)];
  const unit = /\s(?!.*\d).*$/.exec(high)?.[0] ?? "";
  // A unit that both ends have is said once.
  const from = unit !== "" && low.endsWith(unit) ? low.slice(0, -unit.length) : low;
  const shape = kind === "uniform" ? "uniform" : `most likely ${measuredText(Number(mode), key)}`;
  return `${from} to ${high} (${shape})`;
}

function perText(
  value: Readonly<Record<string, unknown>>,
  by: Readonly<Record<string, unknown>>,
  key: string,
): string {
  const each = Object.entries(by).map(([id, part]) => `${id} ${valueText(part, key)}`);
  if (value["all"] === undefined) return each.join(", ");
  const all = valueText(value["all"], key);
  return each.length === 0 ? all : `${all} (${each.join(", ")})`;
}

function weightsText(value: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(value);
  const shown = entries
    .slice(0, listMost)
    .map(([id, weight]) => (entries.length === 1 ? id : `${id} ${String(weight)}`));
  return `${shown.join(", ")}${entries.length > listMost ? ` and ${entries.length - listMost} more` : ""}`;
}

function pairsText(value: Readonly<Record<string, unknown>>, key: string): string[] {
  return Object.entries(value)
    .filter(([name, part]) => name !== "kind" && isSaid(part))
    .map(([name, part]) => `${name} ${valueText(part, dimensionKey(name, key))}`);
}

/** Whether a part of a map says anything: what is left out, empty, or not so (`one-way: false`) does not. */
export function isSaid(part: unknown): boolean {
  if (part === undefined || part === null || part === false) return false;
  return typeof part !== "object" || Object.keys(part).length > 0;
}

/** `mean` of a `service` is a duration; `rate` of an `admission` is a rate. */
function dimensionKey(name: string, key: string): string {
  const own =
    keyDimension(name) !== undefined ||
    instantKeys.has(name) ||
    clockKeys.has(name) ||
    ["cost", "to", "hours", "occurs"].includes(name);
  return own || bareKeys.has(name) ? name : key;
}

/** The value at a path such as `disruptions.grounding.start`; undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (isMap(value) ? value[name] : undefined), root);
}
