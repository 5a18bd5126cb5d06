import { isMap } from "#base/is-map";
import type { Study } from "#scenario/language/resolved";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { isSaid, valueText } from "#shells/report/value-text";
import { placeName } from "#study/experiment/place-names";

/** Groups of named things, which are read one by one. */
const groups: ReadonlySet<string> = new Set([
  "flows",
  "vessels",
  "policies",
  "disruptions",
  "commodities",
  "network.sites",
  "network.links",
]);

/** More lines than these are folded away. */
const shownMost = 6;

/**
 * The value at `path` for a table: a group of named things as one short paragraph each, folded where there
 * are many; a schedule as one line for each step; anything else in one line.
 */
export function valueCell(value: unknown, path: string, study: Study): Content {
  if (value === undefined) return "";
  const key = path.split(".").at(-1) ?? path;
  if (path === "network" && isMap(value)) return networkParts(value, study);
  const lines = groups.has(path) && isMap(value) ? thingLines(value, path, study) : stepLines(value, key);
  if (lines === undefined) return thingWords(value, path.split(".").slice(0, -1).join("."), key, study);
  const list = element(
    "ul",
    { class: "lines" },
    lines.map((line) => element("li", {}, line)),
  );
  if (lines.length <= shownMost) return list;
  const label = `${lines.length} ${groups.has(path) ? key : "steps"}`;
  return element("details", { class: "more" }, element("summary", {}, label), list);
}

/** A network in parts: the data set that it takes, its sites and its links. */
function networkParts({ use, ...parts }: Readonly<Record<string, unknown>>, study: Study): Content {
  const shown = Object.entries(parts).filter(([, part]) => isSaid(part));
  return [
    typeof use === "string" && element("p", {}, `the network “${use}”, and in it`),
    shown.map(([name, part]) => valueCell(part, `network.${name}`, study)),
  ];
}

function thingLines(
  value: Readonly<Record<string, unknown>>,
  path: string,
  study: Study,
): readonly Content[] {
  return Object.entries(value).map(([id, thing]) => {
    const name = path === "network.sites" ? placeName(study, id) : id;
    return [element("b", {}, name), element("br"), thingWords(thing, path, id, study)];
  });
}

/** One thing of the group at `path`, in lines where its parts are many. */
function thingWords(thing: unknown, path: string, id: string, study: Study): Content {
  if (path === "flows" && isMap(thing)) return flowLines(thing, study);
  if (path === "network.sites" && isMap(thing)) return siteLines(thing);
  return valueText(thing, id);
}

/** A site in lines: what and where it is, then its transit and each of its stations. */
function siteLines({ stations, transit, ...site }: Readonly<Record<string, unknown>>): Content {
  const path = site["vessel-path"];
  const own = isMap(stations) ? Object.entries(stations) : [];
  // The one way through the one station says nothing.
  const isPlain = Array.isArray(path) && path.length < 2 && own.length < 2;
  const { type, ...others } = isPlain ? { ...site, "vessel-path": undefined } : site;
  const lines = [
    [valueText(type, "type"), mapWords(others)].filter((part) => part !== "").join(", "),
    ...(transit === undefined ? [] : [`transit: ${valueText(transit, "transit")}`]),
    ...own.map(([name, station]) => `${name}: ${valueText(station, "station")}`),
  ];
  return broken(lines);
}

const mapWords = (parts: Readonly<Record<string, unknown>>): string =>
  Object.entries(parts)
    .filter(([, part]) => isSaid(part))
    .map(([name, part]) => `${name} ${valueText(part, name)}`)
    .join(", ");

const broken = (lines: readonly string[]): Content =>
  lines.map((line, index) => [index > 0 && element("br"), line]);

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
  const rest = mapWords(others["priority"] === 1 ? { ...others, priority: undefined } : others);
  const lines = [
    from === undefined ? "" : `from ${shares(from, study)}`,
    to === undefined ? "" : `to ${shares(to, study)}`,
    [rest, arrivals === undefined ? "" : valueText(arrivals, "arrivals")]
      .filter((part) => part !== "")
      .join(", "),
  ].filter((line) => line !== "");
  return broken(lines);
}

/** `Shanghai 27 %, Singapore 18 %`: how a flow is split among its ends. */
function shares(ends: unknown, study: Study): string {
  if (!isMap(ends)) return valueText(ends, "from");
  const entries = Object.entries(ends).map(([id, weight]) => [placeName(study, id), Number(weight)] as const);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined) return only[0];
  const whole = entries.reduce((sum, [, weight]) => sum + weight, 0);
  return entries.map(([name, weight]) => `${name} ${Math.round((100 * weight) / whole)} %`).join(", ");
}
