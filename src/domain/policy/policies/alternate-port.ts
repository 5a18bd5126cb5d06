import { constantly, distribution, fallback, mapOf, quantity, record, selector, word } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { Deciders, deciderFields } from "#domain/policy/deciders";
import type { DeciderValues } from "#domain/policy/deciders";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import { believedCall } from "#domain/policy/port-belief";
import type { BelievedCall } from "#domain/policy/port-belief";
import type { InlandLeg, PortChoice } from "#domain/traffic/port-choice";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";

/** The way overland from an alternate: its time, and what it costs a voyage and a unit that it carries. */
export interface AlternateValues {
  readonly time: DistributionValue;
  readonly cost: number;
  readonly "unit-cost": number;
}

/** What users write for calls at other ports. */
export interface AlternatePortValues extends DeciderValues {
  readonly of: readonly string[];
  readonly alternates: Readonly<Record<string, AlternateValues>>;
  readonly rule: "cheapest" | "divert" | "wait";
}

const alternateFields: FieldsOf<AlternateValues> = {
  time: distribution("duration", "How long the way overland takes; drawn once a voyage."),
  cost: fallback(quantity("money", "What it costs a voyage; 0 when left out.", "non-negative"), 0),
  "unit-cost": fallback(
    quantity("unit-value", "What it costs a unit of cargo, on top; 0 when left out.", "non-negative"),
    0,
  ),
};

const fields: FieldsOf<AlternatePortValues> = {
  of: selector("port", "The ports whose vessels may call elsewhere."),
  alternates: mapOf(
    record(alternateFields, "The way overland from there."),
    "Where they may call instead, each with the way overland to the hinterland of `of`.",
    "port",
  ),
  vessels: deciderFields.vessels,
  rule: fallback(
    word<AlternatePortValues["rule"]>(
      ["cheapest", "divert", "wait"],
      "`cheapest`: call elsewhere if the cargo is then there sooner, by more than the margin, waits and " +
        "the premium counted. " +
        "`divert`: call elsewhere if it would wait at all while a closure or a cut is announced, and come " +
        "back only if it would not wait and its cargo is there no later than from where it calls. " +
        "`wait`: never call elsewhere.",
    ),
    "cheapest",
  ),
  margin: fallback(
    distribution(
      "duration",
      "How much sooner the cargo must be there, drawn once a voyage; 0 when left out.",
    ),
    constantly(0),
  ),
  premium: deciderFields.premium,
  "decision-delay": deciderFields["decision-delay"],
};

/**
 * Vessels choose, each for itself and on what it believes, between their own port and others, from where
 * their cargo goes on overland. Of alternates that are alike the first by id is taken; nobody calls at its
 * own origin.
 */
export const alternatePort: PolicyKind = {
  kind: "alternate-port",
  summary: "Vessels call at another port than their own, and what they carry goes on overland.",
  example:
    "{ kind: alternate-port, of: harbour, alternates: { haven: { time: 1 d, unit-cost: 90 USD/TEU } }, " +
    "margin: 1 d }",
  fields,
  standing: true,
  isIdleInPeace: (values) => values["rule"] === "wait" || values["rule"] === "divert",
  alternates(values) {
    const { of, alternates } = values as unknown as AlternatePortValues; // by its fields
    return { of, to: Object.keys(alternates) };
  },
  problem(values) {
    const { of, alternates } = values as unknown as AlternatePortValues; // by its fields
    const both = of.find((port) => Object.hasOwn(alternates, port));
    return both && `${both} is an alternate of itself; name other ports under \`alternates\``;
  },
  create(values, context) {
    const policy = { reset: () => context.acts(true) };
    // Who never calls elsewhere has nothing to decide.
    if (values["rule"] === "wait") return policy;
    const choice = new OtherPort(values as unknown as AlternatePortValues, context); // by its fields
    context.ports.add(choice);
    context.board.subscribe((topic, elements) => {
      if (elements.some((element) => choice.watches(element))) context.ports.reconsider(choice, topic);
    });
    return policy;
  },
};

/** An alternate made ready. */
interface Alternate {
  readonly id: string;
  readonly node: number;
  readonly time: Distribution;
  readonly cost: number;
  readonly unitCost: number;
}

class OtherPort extends Deciders implements PortChoice {
  readonly ports: readonly number[];
  readonly alternates: readonly number[];
  readonly #values: AlternatePortValues;
  readonly #context: PolicyContext;
  readonly #alternates: readonly Alternate[];
  /** Elements of the stations of each port, by node. */
  readonly #elements: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(values: AlternatePortValues, context: PolicyContext) {
    super(values, context);
    this.#values = values;
    this.#context = context;
    this.#alternates = Object.entries(values.alternates).map(
      ([id, { time, cost, "unit-cost": unitCost }]) => ({
        id,
        node: context.nodeOf(id),
        time: createDistribution(time),
        cost,
        unitCost,
      }),
    );
    this.ports = values.of.map((id) => context.nodeOf(id));
    this.alternates = this.#alternates.map(({ node }) => node);
    this.#elements = new Map(
      [...this.ports, ...this.alternates].map((node) => [node, elementsAt(context, node)]),
    );
  }

  /** Whether an announcement about an element may change somebody's mind. */
  watches(element: number): boolean {
    return [...this.#elements.values()].some((elements) => elements.has(element));
  }

  calls(vessel: number, port: number): number {
    const { rule } = this.#values;
    const isDisturbed = this.#isDisturbed(vessel, port);
    const now = this.#context.vessels.destination[vessel] as number; // a vessel under way
    if (rule === "divert" && !isDisturbed && now === port) return port;
    const own = believedCall(this.#context, vessel, port);
    if (rule === "divert" && own.waitMs === 0 && now === port) return port;
    const best = this.#best(vessel);
    if (best.ms === Infinity) return own.ms === Infinity ? now : port;
    if (rule === "divert") return own.waitMs === 0 && own.ms <= best.ms ? port : best.node;
    const ownMs = own.ms + (isDisturbed && own.waitMs > 0 ? this.premiumMs(vessel) : 0);
    return ownMs > best.ms + this.marginMs(vessel) ? best.node : port;
  }

  inland(vessel: number, node: number): InlandLeg {
    const { marks, outlook, vessels } = this.#context;
    const alternate = this.#alternates.find((one) => one.node === node) as Alternate; // it called there
    const flow = outlook.flow(vessel);
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const uniform = marks.at("inland", alternate.id).uniform(flow, ordinal);
    const carried = flow.goods === 0 ? 0 : flow.units;
    return {
      ms: Math.max(0, alternate.time.quantile(uniform)),
      cost: alternate.cost + alternate.unitCost * carried,
    };
  }

  /** Where what a vessel carries would be there soonest by way of an alternate. */
  #best(vessel: number): { readonly node: number; readonly ms: number } {
    const origin = this.#context.outlook.origin(vessel);
    let best = { node: -1, ms: Infinity };
    for (const { node, time } of this.#alternates) {
      if (node === origin) continue;
      const call: BelievedCall = believedCall(this.#context, vessel, node);
      const ms = call.ms + time.mean;
      if (ms < best.ms) best = { node, ms };
    }
    return best;
  }

  #isDisturbed(vessel: number, port: number): boolean {
    const elements = [...(this.#elements.get(port) ?? [])];
    return elements.some((element) => this.#context.board.isDisturbed(vessel, element));
  }
}

/** The elements of the stations that vessels of any flow pass at a port. */
function elementsAt({ flows, facilities }: PolicyContext, node: number): ReadonlySet<number> {
  const calls = flows.flatMap((flow) => flow.calls[node] ?? []);
  return new Set(calls.map(({ facility }) => facilities.element(facility)));
}
