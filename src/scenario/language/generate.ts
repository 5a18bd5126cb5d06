import { families } from "#scenario/language/families";
import { Dice } from "#scenario/language/dice";
import { generateDisruptions } from "#scenario/language/generate-disruptions";
import { generateCondition, generateKind, generateValue } from "#scenario/language/generate-kind";
import type { GeneratedNames } from "#scenario/language/generate-kind";
import { generateNetwork, noNames } from "#scenario/language/generate-network";

/**
 * A small scenario, as YAML text, that follows from its seed alone and resolves without errors: one to four
 * ports around a junction, perhaps with a passage before them and a way round it, perhaps a market to which
 * trains go on from a port, flows, disruptions, policies and measures from the kinds that the language has.
 * For the swarm, which runs and audits what comes out.
 */
export function generateScenario(seed: string): string {
  const dice = new Dice(seed);
  const ports = dice.between(1, 4);
  const portIds = Array.from({ length: ports }, (_, index) => `port-${index + 1}`);
  const has = { passage: dice.chance(0.5), inland: dice.chance(0.3) };
  const world = generateNetwork(dice, portIds, has);
  const flows = flowsOf(dice, portIds, has.inland);
  const names: GeneratedNames = {
    stations: world.stations,
    passages: has.passage ? ["strait"] : [],
    links: world.linkIds,
    flows: flows.ids,
    vessels: has.inland ? ["ship", "barge", "train"] : ["ship", "barge"],
  };
  const events = generateDisruptions(dice, names);
  const calling = { ids: portIds, bound: flows.bound };
  return [
    "breakwater: 1",
    `title: Swarm ${seed}`,
    "time: { start: 2024-01-01T00:00Z, end: 2024-02-20T00:00Z, warm-up: 10 d }",
    `seed: ${seed}`,
    "replications: 2",
    ...world.lines,
    "vessels:",
    `  ship: { mode: sea, speed: ${dice.between(8, 20)} kn, cost: ${dice.between(5, 60)} kUSD/d }`,
    `  barge: { mode: sea, speed: ${dice.between(5, 12)} kn }`,
    ...(has.inland ? [`  train: { mode: rail, speed: ${dice.between(20, 60)} km/h, cost: 9 kUSD/d }`] : []),
    ...(flows.lines.some((line) => line.includes(cargoText))
      ? ["commodities:", "  boxes: { unit: TEU }"]
      : []),
    "flows:",
    ...flows.lines,
    ...section("disruptions", events.lines),
    ...section("policies", policiesOf(dice, names, { events: events.ids, ports: calling })),
    `performance: { of: ${world.stations[0] ?? "port-1.berth"}, window: 2 d, held-for: 1 d }`,
    ...section("measures", measuresOf(dice, names)),
    ...(dice.chance(0.3) ? variantsOf(dice, world.stations) : []),
    "",
  ].join("\n");
}

function section(name: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`${name}:`, ...lines];
}

/** What flows carry that carry something. */
const cargoText = "commodity: boxes";

function flowsOf(
  dice: Dice,
  portIds: readonly string[],
  hasInland: boolean,
): { readonly lines: readonly string[]; readonly ids: readonly string[]; readonly bound: readonly string[] } {
  const lines: string[] = [];
  const ids: string[] = [];
  const bound: string[] = [];
  const count = dice.between(1, 3);
  for (let index = 0; index < count; index += 1) {
    const id = `flow-${index + 1}`;
    const back = dice.chance(0.25);
    const port = dice.pick(portIds);
    const to = back ? "sea" : weightsOf(dice, portIds);
    const ends = back ? `from: ${port}, to: sea` : `from: sea, to: ${to}`;
    bound.push(...portIds.filter((id) => to.includes(id)));
    const vessel = dice.chance(0.7) || index === 0 ? "ship" : "barge";
    const arrivals = generateKind(dice, "arrival", noNames);
    const priority = dice.chance(0.3) ? `, priority: ${dice.between(1, 3)}` : "";
    const due = dice.chance(0.3) ? `, due: ${dice.between(12, 200)} h` : "";
    const cargo = dice.chance(0.4) ? `, ${cargoText}, size: ${dice.between(1, 900)} TEU` : "";
    lines.push(`  ${id}: { ${ends}, vessel: ${vessel}${cargo}, arrivals: ${arrivals}${priority}${due} }`);
    ids.push(id);
  }
  if (hasInland) {
    const cargo = dice.chance(0.5) ? `, ${cargoText}, size: ${dice.between(1, 900)} TEU` : "";
    const arrivals = generateKind(dice, "arrival", noNames);
    lines.push(
      `  by-train: { from: sea, to: inland, vessel: ship, onward: [train]${cargo}, arrivals: ${arrivals} }`,
    );
    ids.push("by-train");
  }
  return { lines, ids, bound };
}

function weightsOf(dice: Dice, ids: readonly string[]): string {
  if (dice.chance(0.5)) return dice.pick(ids);
  return `{ ${ids.map((id) => `${id}: ${dice.between(1, 5)}`).join(", ")} }`;
}

/** What policies may name beside what all kinds may. */
interface PolicyNames {
  readonly events: readonly string[];
  /** All ports, and those where some flow ends. */
  readonly ports: { readonly ids: readonly string[]; readonly bound: readonly string[] };
}

function policiesOf(dice: Dice, names: GeneratedNames, { events, ports }: PolicyNames): readonly string[] {
  const lines: string[] = [];
  if (names.passages.length > 0 && dice.chance(0.5)) {
    const rule = dice.pick(["cheapest", "divert", "wait"]);
    lines.push(`  masters: { kind: divert, of: strait, rule: ${rule}, margin: ${dice.between(1, 48)} h }`);
  }
  if (dice.chance(0.5)) {
    const of = dice.pick(names.stations);
    const from =
      events.length > 0 && dice.chance(0.7) ? `${dice.pick(events)}.end` : `${dice.between(11, 20)} d`;
    const until = dice.chance(0.5) ? `, until: ${generateCondition(dice, of, "at-most")}` : "";
    lines.push(
      `  hurry: { kind: surge, of: ${of}, factor: ${1 + dice.between(1, 20) / 10}, from: ${from}${until} }`,
    );
  }
  if (dice.chance(0.5)) lines.push(`  first: ${priorityOf(dice, names)}`);
  const [own] = ports.bound;
  if (own !== undefined && ports.ids.length > 1 && dice.chance(0.5)) {
    lines.push(`  elsewhere: ${alternatePortOf(dice, own, ports.ids)}`);
  }
  return lines;
}

/** Vessels bound for a port call at all others instead, as they choose. */
function alternatePortOf(dice: Dice, own: string, ports: readonly string[]): string {
  const others = ports.filter((id) => id !== own);
  const ways = others.map(
    (id) => `${id}: { time: ${dice.between(1, 60)} h, cost: ${dice.between(1, 90)} kUSD }`,
  );
  const rule = dice.pick(["cheapest", "divert", "wait"]);
  const delay = `decision-delay: ${dice.between(1, 20)} h`;
  return `{ kind: alternate-port, of: ${own}, alternates: { ${ways.join(", ")} }, rule: ${rule}, ${delay} }`;
}

/** Variants that are crossed: ships are faster, and a station is wider or narrower. */
function variantsOf(dice: Dice, stations: readonly string[]): readonly string[] {
  const speeds = [21, 26].map((knots) => `{ vessels: { ship: { speed: ${knots} kn } } }`);
  const [site = "", station = ""] = dice.pick(stations).split(".");
  const ofStation = (patch: string): string => {
    const sites = `{ ${site}: { stations: { ${station}: ${patch} } } }`;
    return `{ cost: ${dice.between(1, 9)} kUSD/d, network: { sites: ${sites} } }`;
  };
  const isLeft = dice.chance(0.5);
  return [
    "variants:",
    `  swift: ${speeds[0]}`,
    `  swifter: ${speeds[1]}`,
    `  wide: ${ofStation(`{ servers: ${dice.between(5, 9)} }`)}`,
    `  narrow: ${ofStation("{ servers: 1 }")}`,
    `cross: [[swift, swifter], [wide, ${isLeft ? "baseline" : "narrow"}]]`,
  ];
}

/** Somebody goes first somewhere, for a time of which the three ways to say it come alike often. */
function priorityOf(dice: Dice, names: GeneratedNames): string {
  const paced = [...names.stations, ...names.passages.map((id) => `${id}.transit`)];
  const of = dice.pick(paced);
  const whom = dice.chance(0.5)
    ? `vessels: [${dice.pick(names.vessels)}]`
    : `flows: [${dice.pick(names.flows)}]`;
  const from = dice.between(11, 20);
  const span = dice.pick([
    "",
    `, from: ${from} d, until: ${from + dice.between(1, 9)} d`,
    `, when: ${generateCondition(dice, of, "at-least")}`,
  ]);
  return `{ kind: priority, of: ${of}, ${whom}${span} }`;
}

function measuresOf(dice: Dice, names: GeneratedNames): readonly string[] {
  const lines: string[] = [];
  for (const kind of families["measure"]?.kinds ?? []) {
    if (dice.chance(0.4)) continue;
    const shape = kind.fields["of"]?.shape;
    const target = shape?.form === "reference" ? shape.to : "measured";
    const about =
      target === "flow"
        ? dice.pick(names.flows)
        : target === "station"
          ? dice.pick(names.stations)
          : "performance";
    const required = Object.entries(kind.fields).filter(([key, field]) => key !== "of" && !field.optional);
    const rest = required.map(([key, field]) => `, ${key}: ${generateValue(dice, field, names)}`).join("");
    lines.push(rest === "" ? `  ${kind.kind}: ${about}` : `  ${kind.kind}: { of: ${about}${rest} }`);
  }
  return lines;
}
