import type { FigureData } from "#shells/figure/data-file";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import { partFigure } from "#shells/figure/part-figure";
import type { PartFigure, PartRow } from "#shells/figure/part-figure";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import type { ByPhase, PlaceUse } from "#study/experiment/place-tally";
import { placeName } from "#study/experiment/place-names";

/** So many places are drawn, those with the longest queues; all stand in the data. */
const shownMost = 8;

const phases = ["before", "during", "after"] as const;
const shade = 4;

const lead =
  "How many waited on average at each place that the scenario asks about, and how much of its servers' " +
  "time was taken up: before the disruptions, from the first start to the last end, and after.";

/** Queues and utilisation by place. Left out where no queue was recorded. */
export function placesSection(report: Report): Markup | undefined {
  const { places } = report.result.figures;
  if (places.length === 0) return undefined;
  const parts = report.variants.map(({ name, place }) => {
    const rows = places.find((each) => each.name === name)?.rows ?? [];
    return element("div", { class: `only only-${place}` }, figuresOf(name, rows, report));
  });
  return section("places", "Where they waited, and what was busy", lead, parts);
}

function figuresOf(variant: string, uses: readonly PlaceUse[], report: Report): Content {
  const longest = (queue: ByPhase): number => Math.max(0, ...queue.map((value) => value ?? 0));
  const ordered = [...uses].sort((one, other) => longest(other.queue) - longest(one.queue));
  const shown = ordered.slice(0, shownMost);
  const left = ordered.length - shown.length;
  const rest = left > 0 ? ` ${left} more ${left === 1 ? "place stands" : "places stand"} in the data.` : "";
  const served = shown.filter(({ utilisation }) => utilisation.some((value) => value !== null));
  const queues = captioned(
    (width) => partFigure(queueFigure(variant, shown, report, width)),
    `Waiting on average over time, without those being served, mean over the replications.${rest}`,
    dataOf("queues", variant, uses),
  );
  if (served.length === 0) return queues;
  const utilisation = captioned(
    (width) => partFigure(busyFigure(variant, served, report, width)),
    "Occupied server time as a share of all, closed time included. A passage has no servers.",
    dataOf("utilisation", variant, uses),
  );
  return [element("h3", {}, "Waiting"), queues, element("h3", {}, "Servers occupied"), utilisation];
}

function queueFigure(variant: string, uses: readonly PlaceUse[], report: Report, width: number): PartFigure {
  const groups = uses.map(({ of, queue, peak }) => ({
    heading: `${placeName(report.result.study, of)}, ${numeral(peak, 0)} at the peak`,
    rows: rowsOf(queue, (value) => numeral(value, value < 10 ? 1 : 0)),
  }));
  const axis = "number waiting, averaged over time";
  return { ...named(`Queues by place, ${variant}`, groups), width, groups, axis, label: () => "" };
}

function busyFigure(variant: string, uses: readonly PlaceUse[], report: Report, width: number): PartFigure {
  const groups = uses.map(({ of, utilisation }) => ({
    heading: placeName(report.result.study, of),
    rows: rowsOf(utilisation, (value) => `${numeral(100 * value, 0)} %`, 100),
  }));
  const axis = "% of the servers' time";
  return {
    ...named(`Utilisation by place, ${variant}`, groups),
    width,
    groups,
    axis,
    reach: 100,
    label: () => "",
  };
}

function rowsOf(values: ByPhase, words: (value: number) => string, factor: number = 1): readonly PartRow[] {
  return values.flatMap((value, phase): readonly PartRow[] =>
    value === null
      ? []
      : [{ name: phases[phase] ?? "", note: words(value), parts: [{ value: value * factor, shade }] }],
  );
}

function named(title: string, groups: PartFigure["groups"]): { title: string; description: string } {
  const told = groups.map(
    ({ heading, rows }) => `${heading}: ${rows.map(({ name, note }) => `${name} ${note}`).join(", ")}`,
  );
  return { title, description: told.join("; ") };
}

function dataOf(what: "queues" | "utilisation", variant: string, uses: readonly PlaceUse[]): FigureData {
  return {
    name: `${what}-${variant}`,
    columns: ["place", "phase", "mean_queue", "peak_queue_of_run", "utilisation"],
    rows: uses.flatMap(({ of, queue, peak, utilisation }) =>
      phases.map((phase, index) => [of, phase, queue[index] ?? null, peak, utilisation[index] ?? null]),
    ),
  };
}
