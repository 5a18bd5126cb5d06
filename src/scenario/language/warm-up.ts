import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import { calendarOf } from "#domain/facility/hours-fields";
import { at } from "#scenario/language/checks/check";
import type { CheckGround } from "#scenario/language/checks/check";
import { longestWay } from "#scenario/language/checks/statistics";
import { meanOf } from "#scenario/language/mean-of";

const relaxationTimes = 3;

/**
 * The warm-up that `auto` stands for, whole ms: the longest undisrupted way to what is measured, and three
 * relaxation times of the busiest station. The relaxation time of a station with load r is taken as that of
 * one server as fast as all of its servers together in the time in which it is open, service ÷ servers ÷
 * open share ÷ (1 - sqrt r)². Undefined, and
 * reported, when a station is overloaded.
 */
export function chooseWarmUp(ground: CheckGround): number | undefined {
  let relaxation = 0;
  for (const [id, site] of ground.sites()) {
    const perMs = ground.tripsTo(id).reduce((total, trip) => total + trip.perDay, 0) / dayMs;
    for (const [name, station] of Object.entries(site.stations)) {
      const services = [station.service.all, ...Object.values(station.service.by)];
      const means = services.map((service) => (service ? meanOf(service, ground.reading.families) : 0));
      const service = Math.max(...means) / station.servers / (calendarOf(station.hours)?.openShare ?? 1);
      const load = perMs * service;
      if (load >= 1) return overloaded(ground, `${id}.${name}`);
      const rest = 1 - Math.sqrt(load);
      if (load > 0) relaxation = Math.max(relaxation, service / (rest * rest));
    }
  }
  const warmUp = Math.ceil((longestWay(ground)?.ms ?? 0) + relaxationTimes * relaxation);
  assert(Number.isFinite(warmUp), "a warm-up is finite below full load");
  return warmUp;
}

function overloaded(ground: CheckGround, station: string): undefined {
  const wrong = `auto finds no warm-up: ${station} has more work than its servers can do`;
  const right = "write a duration, or give it more servers";
  return at(ground, "time", "warm-up").report("WARM_UP_SHORT", wrong, right);
}
