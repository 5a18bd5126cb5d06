import { middleMeridian } from "#shells/figure/map-base";
import type { Degrees } from "#shells/figure/map-base";
import { laneTraffic } from "#shells/report/traffic-lane";
import type { Phase, TrafficLane } from "#shells/report/traffic-lane";
import type { Figures, LegTraffic } from "#study/experiment/curves";

/** How far beyond the lanes that count a place may lie to be shown too, as a share of their extent. */
const nearby = 0.2;

/** Lanes below these shares of the busiest lane's traffic do not widen the map, before and later on. */
const usualShare = 0.04;
const laterShare = 0.05;

/**
 * The places that a map of `traffic` must show: the corners of all lanes that carry a noticeable share of
 * the busiest lane's traffic in some phase, and the sites just beyond them that have any. A few sailings
 * round the world would else shrink all others.
 */
export function mapArea(
  lanes: readonly TrafficLane[],
  traffic: ReadonlyMap<string, LegTraffic>,
  phases: readonly Phase[],
  sites: Figures["sites"],
): readonly Degrees[] {
  const busiest = mostTraffic(lanes, traffic, phases);
  const core = lanes
    .filter((lane) =>
      phases.some((phase) => {
        const share = phase === "before" ? usualShare : laterShare;
        const perDay = laneTraffic(lane, traffic, phase);
        return perDay > 0 && perDay >= share * busiest;
      }),
    )
    .flatMap((lane) => lane.lines.flat());
  const used = new Set([...traffic.values()].flatMap(({ from, to }) => [from, to]));
  const isNear = nearTo(core);
  return [...core, ...sites.filter((site) => used.has(site.id) && isNear(site.at)).map((site) => site.at)];
}

/** Whether a place lies within the extent of `core`, or not far outside it. */
function nearTo(core: readonly Degrees[]): (at: Degrees) => boolean {
  const middle = middleMeridian(core);
  const turned = (longitude: number): number => ((((longitude - middle + 180) % 360) + 360) % 360) - 180;
  const [west, east] = extent(core.map(([longitude]) => turned(longitude)));
  const [south, north] = extent(core.map(([, latitude]) => latitude));
  const [aside, along] = [nearby * (east - west), nearby * (north - south)];
  return ([longitude, latitude]) =>
    turned(longitude) >= west - aside &&
    turned(longitude) <= east + aside &&
    latitude >= south - along &&
    latitude <= north + along;
}

function extent(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
}

/** The traffic of the busiest lane in any of `phases`, a day. */
export function mostTraffic(
  lanes: readonly TrafficLane[],
  traffic: ReadonlyMap<string, LegTraffic>,
  phases: readonly Phase[],
): number {
  return lanes
    .flatMap((lane) => phases.map((phase) => laneTraffic(lane, traffic, phase)))
    .reduce((largest, value) => Math.max(largest, value), 0);
}
