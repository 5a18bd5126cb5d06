import { constantly } from "#base/field";
import type { DistributionValue, KindValue, Pair, Schedule } from "#base/field";
import { printInstant, printTimeOfDay } from "#base/time";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Streams } from "#engine/random/stream";
import type { Draws } from "#engine/record/draws";

/**
 * Draws a value that describes the world, once a replication. `name` names what is drawn: `rate`, `start` ...
 */
export type WorldDraw = (value: DistributionValue, name: string) => number;

/**
 * The draws of one owner (`disruption/grounding`): each value has a stream of its own, `owner/name`, under
 * which `draws` notes what chance gave.
 */
export function worldDraw(streams: Streams, owner: string, draws: Draws): WorldDraw {
  return (value, name) => {
    if (value.kind === "constant") return value["value"] as number; // the constant's one field
    const address = `${owner}/${name}`;
    const given = createDistribution(value).quantile(streams.at(address).uniform());
    draws.add(address, given);
    return given;
  };
}

/** The parameters of arrivals that describe the world: drawn once a replication. */
const worldly = ["rate", "every", "offset", "hours", "days", "dates"] as const;

/**
 * Arrivals with what was drawn for this replication in place of distributions: of a schedule each step, of
 * factors each by its time of day or its day.
 */
export function withArrivalsDrawn(arrivals: KindValue, draw: WorldDraw): KindValue {
  const drawn = worldly.flatMap((key): [string, Drawable][] => {
    const value = arrivals[key] as Drawable | undefined; // kinds that have one have it so
    return value === undefined ? [] : [[key, withDrawn(value, key, draw)]];
  });
  return { ...arrivals, ...Object.fromEntries(drawn) };
}

/** A distribution, or some of them by date, by time of day or by name. */
type Drawable =
  | DistributionValue
  | Schedule<DistributionValue>
  | readonly Pair<number, DistributionValue>[]
  | Readonly<Record<string, DistributionValue>>;

function withDrawn(value: Drawable, name: string, draw: WorldDraw): Drawable {
  const given = (one: DistributionValue, of: string): DistributionValue => constantly(draw(one, of));
  if (isPairs(value))
    return value.map(({ key, value: one }) => ({ key, value: given(one, `${name} ${printTimeOfDay(key)}`) }));
  if (isDistribution(value)) return given(value, name);
  if (!isSchedule(value))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, given(one, `${name} ${key}`)]));
  const steps = value.steps.map(({ from, value: one }) => ({
    from,
    value: given(one, "at" in from ? `${name} from ${printInstant(from.at)}` : name),
  }));
  return { steps };
}

function isPairs(value: Drawable): value is readonly Pair<number, DistributionValue>[] {
  return Array.isArray(value);
}

function isDistribution(value: Drawable): value is DistributionValue {
  return "kind" in value && typeof value.kind === "string";
}

function isSchedule(value: Drawable): value is Schedule<DistributionValue> {
  return "steps" in value && Array.isArray(value.steps);
}
