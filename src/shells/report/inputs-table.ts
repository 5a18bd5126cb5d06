import type { Resolved, Study } from "#scenario/language/resolved";
import { durationText, instantText } from "#shells/figure/calendar-text";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { patchLines } from "#shells/report/patch-lines";
import { spokenValue } from "#shells/report/spoken-value";
import { flowLines } from "#shells/report/value-lines";
import { valueAt, valueText } from "#shells/report/value-text";
import { placeName } from "#study/experiment/place-names";

type Line = readonly [name: string, words: Content];

/** The most lines that one group shows; the file that the run leaves holds them all. */
const groupMost = 24;

/**
 * The resolved inputs in short, folded away: time, traffic, capacity, what goes wrong, what reacts, what
 * variants change.
 */
export function inputsMarkup(study: Study): Content {
  const scenario = study.variants[0]?.scenario;
  if (scenario === undefined) return undefined;
  const words = (of: Resolved): unknown => spokenValue(of, "", { study, units: of.amountUnits });
  const keyed = (path: string): readonly Line[] => keyedLines(valueAt(words(scenario), path));
  const changes = study.variants
    .slice(1)
    .map((variant) =>
      group(`Variant ${variant.name} changes`, patchLines(words(scenario), words(variant.scenario))),
    );
  return element(
    "details",
    { class: "inputs" },
    element("summary", {}, "All inputs in short"),
    element(
      "div",
      { class: "groups" },
      group("Time", timeLines(study, scenario)),
      group("Stations and passages", capacityLines(study, scenario)),
      group("Flows", flowTexts(study, scenario)),
      group("Vessels", keyed("vessels")),
      group("Links", keyed("network.links")),
      group("Disruptions", keyed("disruptions")),
      group("Policies", keyed("policies")),
      changes,
    ),
  );
}

function group(heading: string, lines: readonly Line[]): Markup | undefined {
  if (lines.length === 0) return undefined;
  const shown = lines
    .slice(0, groupMost)
    .map(([name, words]) => [element("dt", {}, name), element("dd", {}, words)]);
  const more = lines.length - groupMost;
  return element(
    "div",
    { class: "group" },
    element("h4", {}, heading),
    element("dl", {}, shown),
    more > 0 && element("p", {}, `and ${more} more`),
  );
}

function timeLines(study: Study, scenario: Resolved): readonly Line[] {
  const { time, performance, network } = scenario;
  const lines: Line[] = [
    ["start", instantText(time.start)],
    ["end", instantText(time.end)],
    ["warm-up", durationText(time.warmUp)],
  ];
  if (network.use !== undefined) lines.push(["network", network.use]);
  if (performance === undefined) return lines;
  const { of, window, recoveredAt, heldFor } = performance;
  const held = `recovered at ${recoveredAt}, held for ${durationText(heldFor)}`;
  return [
    ...lines,
    [
      "performance",
      `of ${of.map((place) => placeName(study, place)).join(", ")}, window ${durationText(window)}, ${held}`,
    ],
  ];
}

function capacityLines(study: Study, scenario: Resolved): readonly Line[] {
  return Object.entries(scenario.network.sites).flatMap(([id, site]): readonly Line[] => [
    ...(site.transit === undefined
      ? []
      : ([[placeName(study, `${id}.transit`), valueText(site.transit, "transit")]] as const)),
    ...Object.entries(site.stations).map(
      ([name, station]): Line => [placeName(study, `${id}.${name}`), valueText(station, "station")],
    ),
  ]);
}

function flowTexts(study: Study, { flows, amountUnits }: Resolved): readonly Line[] {
  return Object.entries(flows).map(([id, { size, ...flow }]): Line => {
    const amount = spokenValue(size, `flows.${id}.size`, { study, units: amountUnits });
    return [id, flowLines({ ...flow, size: amount }, study)];
  });
}

function keyedLines(things: unknown): readonly Line[] {
  return Object.entries(things ?? {}).map(([id, thing]): Line => [id, valueText(thing, id)]);
}
