import { exp } from "#base/elementary";
import type { Track } from "#base/elementary";
import {
  distribution,
  either,
  factor,
  kindOf,
  listOf,
  mapOf,
  optional,
  pairs,
  quantity,
  record,
  share,
} from "#base/field";
import type { DistributionValue, FieldsOf, KindValue, Pair } from "#base/field";
import { byText } from "#base/order";
import type { DisruptionKind, DisruptionValues, Effect, Strike } from "#domain/disruption/disruption-kind";
import { exposure, passesAfterMs, reachProblem } from "#domain/disruption/reach";
import type { ReachValues, TimedTrack } from "#domain/disruption/reach";
import { boundedMs } from "#domain/world/horizon";
import { standardNormal } from "#engine/random/standard-normal";

/** What an element withstands, in the unit of the intensity: lognormal. */
export interface Fragility {
  readonly median: number;
  readonly beta: number;
}

/** One state of damage. */
export interface DamageState extends Fragility {
  readonly repair: DistributionValue;
  readonly effect: KindValue | undefined;
}

/** What users write for a hazard. */
export interface HazardValues extends ReachValues {
  readonly intensity: DistributionValue;
  readonly fragility: Fragility | undefined;
  readonly repair: DistributionValue | undefined;
  readonly effect: KindValue | undefined;
  readonly states: Readonly<Record<string, DamageState>> | undefined;
}

const fragilityFields: FieldsOf<Fragility> = {
  median: factor("The intensity at which half of them are damaged.", Number.MIN_VALUE),
  beta: factor(
    "The standard deviation of the logarithm of what they withstand: 0.3 is steep, 1 is flat.",
    Number.MIN_VALUE,
  ),
};

const repair = {
  ...distribution("duration", "How long the repair of one takes, drawn for each."),
  example: "{ kind: lognormal, mean: 20 d, sd: 10 d }",
};
const point = listOf(quantity("number", "Degrees.", "any"), "Latitude and longitude.");
const effect = optional(kindOf("effect", "What damage does until the repair; a closure when left out."));

const fields: FieldsOf<HazardValues> = {
  intensity: distribution(
    "number",
    "How strong it is, in the unit of the fragility (gusts in m/s, metres of water); drawn each time.",
  ),
  at: optional(
    listOf(
      quantity("number", "Degrees.", "any"),
      "Where it strikes, with a `radius`: [latitude, longitude].",
    ),
  ),
  track: optional(
    either<Track | TimedTrack>(
      [
        listOf(point, "Points at all of which it is at once."),
        pairs(
          quantity("duration", "How long after its start it is there.", "non-negative"),
          point,
          "Points with their times.",
        ),
      ],
      "The points by which it passes, instead of `at`: `[[25.1, -88.9], [29.3, -89.6]]`, everywhere at its " +
        "start; or with times from its start on, `{ 0 h: [25.1, -88.9], 24 h: [29.3, -89.6] }`: each " +
        "element is then struck when it is nearest to it.",
    ),
  ),
  radius: optional(
    either<number | readonly Pair<number, number>[]>(
      [
        quantity("distance", "All within feel the whole intensity, nobody else any."),
        pairs(
          quantity("distance", "So far away.", "non-negative"),
          share("The part of the intensity that is felt there."),
          "Parts of the intensity by distance, straight between them, and 0 beyond the last.",
        ),
      ],
      "How far it reaches from its place or track: `200 km`, or `{ 50 km: 1, 300 km: 0.2 }`. Without a " +
        "place all feel the whole intensity.",
    ),
  ),
  fragility: optional(record(fragilityFields, "What its elements withstand; or write `states`.")),
  repair: optional(repair),
  effect,
  states: optional(
    mapOf(
      record<DamageState>({ ...fragilityFields, repair, effect }, "One state of damage."),
      "States of damage by name, instead of `fragility`: each with its curve, its repair and its effect. " +
        "The worst that an element reaches holds, the one with the highest median.",
    ),
  ),
};

/**
 * A storm, a flood, an earthquake: each element is damaged with the probability that its fragility curve
 * gives for the intensity that it feels, and repaired by itself. The curve is the lognormal distribution
 * function of what elements withstand; states of damage are ordered, and one uniform for each element says
 * which it reaches, as in the documentation of WNTR, "Fragility curves".
 */
export const hazard: DisruptionKind = {
  kind: "hazard",
  summary: "Each element is damaged as its fragility curve says, and repaired by itself.",
  example:
    "{ kind: hazard, of: harbour, occurs: { kind: poisson, rate: 2 /y }, " +
    "intensity: { kind: uniform, min: 15, max: 45 }, fragility: { median: 35, beta: 0.3 }, repair: 9 d }",
  fields,
  endsItself: true,
  problem(values) {
    const { end, duration } = values as unknown as DisruptionValues; // shared by all disruptions
    const undue = end === undefined ? duration && "duration" : "end";
    if (undue !== undefined)
      return `a hazard has no \`${undue}\`; \`repair\` says how long it is felt, so leave it out`;
    const { fragility, repair: mending, effect: doing, states } = typed(values);
    const isPlain = fragility !== undefined && mending !== undefined && states === undefined;
    const hasStates = states !== undefined && Object.keys(states).length > 0;
    const isGraded = hasStates && fragility === undefined && mending === undefined && doing === undefined;
    if (!isPlain && !isGraded)
      return "what damages its elements is said not once; write either `fragility` and `repair`, or `states`";
    return reachProblem(typed(values));
  },
  effects: (values) => statesOf(typed(values)).map(({ effect: doing }) => doing),
  reaches: (values, at) => exposure(typed(values), at) > 0,
  createStrikes(values, { targets, effectOn }) {
    const { intensity, ...where } = typed(values);
    const states = statesOf(typed(values));
    const exposed = targets
      .map((target) => ({
        ...target,
        felt: exposure(where, target.at),
        afterMs: passesAfterMs(where, target.at),
        effects: states.map((state) => effectOn(state.effect, target)),
      }))
      .filter(({ felt }) => felt > 0);
    return {
      reset() {
        for (const { effects } of exposed) for (const one of effects) one.reset();
      },
      strike({ draw, uniform }) {
        const strength = draw(intensity, "intensity");
        return exposed.flatMap(({ element, id, felt, afterMs, effects }): Strike[] => {
          const weakness = standardNormal(uniform(`${id}/fragility`));
          const reached = states.findLastIndex((state) => strength * felt >= withstands(state, weakness));
          const state = states[reached];
          if (state === undefined) return [];
          const forMs = Math.max(1, Math.round(boundedMs(draw(state.repair, `${id}/repair`))));
          return [{ targets: [element], effect: alone(effects, reached), afterMs, forMs }];
        });
      },
    };
  },
};

function typed(values: KindValue): HazardValues {
  return values as unknown as HazardValues; // normalised by these very fields
}

const closure: KindValue = { kind: "closure", inside: undefined };

/** The states of damage, the lightest first. */
function statesOf({ fragility, repair: mending, effect: doing = closure, states = {} }: HazardValues) {
  const graded = Object.entries(states).sort(
    ([a, one], [b, other]) => one.median - other.median || byText(a, b),
  );
  if (fragility === undefined || mending === undefined)
    return graded.map(([, state]) => ({ ...state, effect: state.effect ?? closure }));
  return [{ ...fragility, repair: mending, effect: doing }];
}

/** The intensity from which on an element is damaged that stands so many deviations from the median. */
function withstands({ median, beta }: Fragility, deviations: number): number {
  return median * exp(beta * deviations);
}

/** One of the effects on an element, of which none other goes on when it starts. */
function alone(effects: readonly Effect[], which: number): Effect {
  const own = effects[which] as Effect; // one by state
  if (effects.length === 1) return own;
  return {
    ...own,
    // Known once it is drawn.
    get recoveryMs() {
      return own.recoveryMs ?? 0;
    },
    start() {
      for (const other of effects) if (other !== own) other.yield?.();
      own.start();
    },
  };
}
