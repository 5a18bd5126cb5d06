type Point = readonly [number, number];

/**
 * A line of [longitude, latitude] points as pieces that a flat map can draw: cut where it crosses the
 * antimeridian, with an end point on either edge at the latitude of the crossing.
 */
export function splitAtAntimeridian(line: readonly Point[]): readonly (readonly Point[])[] {
  const pieces: Point[][] = [[]];
  let last: Point | undefined;
  for (const point of line) {
    if (last !== undefined && Math.abs(point[0] - last[0]) > 180) {
      const latitude = crossingLatitude(last, point);
      const edge = last[0] > 0 ? 180 : -180;
      pieces.at(-1)?.push([edge, latitude]);
      pieces.push([[-edge, latitude]]);
    }
    pieces.at(-1)?.push(point);
    last = point;
  }
  return pieces.filter((piece) => piece.length > 1);
}

function crossingLatitude([fromLongitude, fromLatitude]: Point, [toLongitude, toLatitude]: Point): number {
  const near = 180 - Math.abs(fromLongitude);
  const far = 180 - Math.abs(toLongitude);
  return near + far === 0 ? fromLatitude : fromLatitude + ((toLatitude - fromLatitude) * near) / (near + far);
}
