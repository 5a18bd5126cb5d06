import type { DistributionValue, KindValue } from "#base/field";
import { printInstant } from "#base/time";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { RateValue } from "#engine/random/rate-schedule";
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
const worldly = ["rate", "every", "offset"] as const;

/** Arrivals with what was drawn for this replication in place of distributions; of a schedule each step. */
export function withArrivalsDrawn(arrivals: KindValue, draw: WorldDraw): KindValue {
  const given = (value: DistributionValue, name: string): DistributionValue => ({
    kind: "constant",
    value: draw(value, name),
  });
  const drawn = worldly.flatMap((key): [string, RateValue][] => {
    const value = arrivals[key] as RateValue | undefined; // kinds that have one have it so
    if (value === undefined) return [];
    if ("kind" in value) return [[key, given(value, key)]];
    const steps = value.steps.map(({ from, value: part }) => ({
      from,
      value: given(part, "at" in from ? `${key} from ${printInstant(from.at)}` : key),
    }));
    return [[key, { steps }]];
  });
  return { ...arrivals, ...Object.fromEntries(drawn) };
}
