import type { Box } from "#shells/figure/box";
import { labelSpots } from "#shells/figure/label-spot";
import type { LabelledStroke } from "#shells/figure/label-spot";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";

/** A variant's curve as it is drawn. */
export interface NamedSeries extends LabelledStroke {
  readonly place: number;
}

/**
 * The names of variants beside their curves, within `room` and off what is `occupied`, where they cannot be
 * taken for another's. A single curve needs none.
 */
export function seriesNames(
  series: readonly NamedSeries[],
  room: Box,
  occupied: readonly Box[] = [],
): Content {
  if (series.length < 2) return undefined;
  const spots = labelSpots(series, room, occupied);
  return series.map(({ place, name }, index) => {
    const spot = spots[index];
    if (spot === undefined || spot === null) return undefined;
    const at = { x: spot.x, y: spot.y, "text-anchor": "middle" };
    return element("text", { class: `series-name s${place}`, ...at }, name);
  });
}
