import type { Facts } from "#domain/measure/facts";
import type { Recorder } from "#engine/record/recorder";

/** What chance gave one world in one replication, by address; see `drawnWorld`. */
export type DrawnWorld = ReadonlyMap<string, number>;

/**
 * What chance gave the world of one replication, by address as in `engine/record/draws`, and what came of it
 * for each disruption after the warm-up: `disruption/<id>/times`, how often it began, and
 * `disruption/<id>/lasted`, how long it acted, ms, what acts on several elements by itself counted for each.
 */
export function drawnWorld({ draws, timeline }: Recorder, facts: Facts, ids: readonly string[]): DrawnWorld {
  const world = new Map(draws.values);
  const since = new Map<string, number>();
  const sums = new Map(ids.map((id) => [id, { times: 0, lasted: 0 }]));
  const close = (key: string, id: string, until: number): void => {
    const sum = sums.get(id);
    const from = since.get(key);
    since.delete(key);
    if (sum !== undefined && from !== undefined)
      sum.lasted += Math.max(0, Math.min(until, facts.end) - Math.max(from, facts.warmUpEnd));
  };
  for (const { what, id, of, time } of timeline.rows) {
    const key = `${id} ${of.join()}`;
    const sum = sums.get(id);
    if (what === "disruption-start" && sum !== undefined) {
      if (time >= facts.warmUpEnd) sum.times += 1;
      since.set(key, time);
    } else if (what === "disruption-end") close(key, id, time);
  }
  for (const key of [...since.keys()]) close(key, key.slice(0, key.indexOf(" ")), facts.end);
  for (const [id, { times, lasted }] of sums) {
    world.set(`disruption/${id}/times`, times);
    world.set(`disruption/${id}/lasted`, lasted);
  }
  return world;
}
