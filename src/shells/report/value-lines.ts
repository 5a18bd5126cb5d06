import type { Study } from "#scenario/language/resolved";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { isSaid, valueText } from "#shells/report/value-text";
import { placeName } from "#study/experiment/place-names";

/** Groups of named things, which are read one by one. */
const groups: ReadonlySet<string> = new Set(["flows", "vessels", "policies", "disruptions", "commodities"]);

/** More lines than these are folded away. */
const shownMost = 6;

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * The value at `path` for a table: a group of named things as one short paragraph each, folded where there
 * are many; a schedule as one line for each step; anything else in one line.
 */
export function valueCell(value: unknown, path: string, study: Study): Content {
  if (value === undefined) return "";
  const key = path.split(".").at(-1) ?? path;
  const lines = groups.has(path) && isMap(value) ? thingLines(value, path, study) : stepLines(value, key);
  if (lines === undefined)
    return path.startsWith("flows.") && isMap(value) ? flowLines(value, study) : valueText(value, key);
  const list = element(
    "ul",
    { class: "lines" },
    lines.map((line) => element("li", {}, line)),
  );
  if (lines.length <= shownMost) return list;
  const label = groups.has(path) ? `${lines.length} ${path}` : `${lines.length} steps`;
  return element("details", { class: "more" }, element("summary", {}, label), list);
}

function thingLines(
  value: Readonly<Record<string, unknown>>,
  path: string,
  study: Study,
): readonly Content[] {
  return Object.entries(value).map(([id, thing]) => {
    const words = path === "flows" && isMap(thing) ? flowLines(thing, study) : valueText(thing, id);
    return [element("b", {}, id), element("br"), words];
  });
}

function stepLines(value: unknown, key: string): readonly Content[] | undefined {
  const steps = isMap(value) ? value["steps"] : undefined;
  if (!Array.isArray(steps) || steps.length < 2) return undefined;
  return steps.map((step) =>
    isMap(step) ? `from ${valueText(step["from"], "from")}: ${valueText(step["value"], key)}` : String(step),
  );
}

/** A flow in lines: from where, to where, with which vessel and how often. */
export function flowLines(flow: Readonly<Record<string, unknown>>, study: Study): Content {
  const { from, to, arrivals, ...others } = flow;
  const rest = Object.entries(others)
    .filter(([name, part]) => isSaid(part) && !(name === "priority" && part === 1))
    .map(([name, part]) => `${name} ${valueText(part, name)}`);
  const lines = [
    from === undefined ? "" : `from ${shares(from, study)}`,
    to === undefined ? "" : `to ${shares(to, study)}`,
    [...rest, arrivals === undefined ? "" : valueText(arrivals, "arrivals")]
      .filter((part) => part !== "")
      .join(", "),
  ].filter((line) => line !== "");
  return lines.map((line, index) => [index > 0 && element("br"), line]);
}

/** `Shanghai 27 %, Singapore 18 %`: how a flow is split among its ends. */
function shares(ends: unknown, study: Study): string {
  if (!isMap(ends)) return valueText(ends, "from");
  const entries = Object.entries(ends).map(([id, weight]) => [placeName(study, id), Number(weight)] as const);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return only[0];
  const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return entries.map(([name, weight]) => `${name} ${Math.round((100 * weight) / whole)}\u00a0%`).join(", ");
}
