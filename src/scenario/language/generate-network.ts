import { stationFields } from "#domain/facility/station-fields";
import type { Dice } from "#scenario/language/dice";
import { generateKind, generateValue } from "#scenario/language/generate-kind";
import type { GeneratedNames } from "#scenario/language/generate-kind";

/** Lines of a network, and the ids of its stations and links. */
export interface GeneratedNetwork {
  readonly lines: readonly string[];
  readonly stations: readonly string[];
  readonly linkIds: readonly string[];
}

/** What a network has beside its ports. */
export interface NetworkParts {
  /** A passage `strait` before some ports. */
  readonly passage: boolean;
  /** A market `inland`, to which trains go on from the first port. */
  readonly inland: boolean;
}

/** Ports around a junction `sea`, each with one to three stations. */
export function generateNetwork(dice: Dice, portIds: readonly string[], has: NetworkParts): GeneratedNetwork {
  const lines = ["network:", "  sites:", "    sea: { type: junction, at: [50, 0] }"];
  const links: string[] = [];
  const isRound = has.passage && dice.chance(0.5);
  if (has.passage) {
    const admission = generateKind(dice, "admission", noNames);
    const directions = dice.chance(0.3) ? ", directions: separate" : "";
    const limits = dice.chance(0.3) ? `, limits: ${limitsOf(dice)}` : "";
    const transit = `{ time: ${dice.between(1, 20)} h, admission: ${admission}${directions}${limits} }`;
    lines.push(`    strait: { type: passage, at: [50, 1], transit: ${transit} }`);
    links.push("    outer: { from: sea, to: strait, mode: sea }");
  }
  if (isRound) {
    lines.push("    cape: { type: junction, at: [48, 1] }");
    links.push("    round: { from: sea, to: cape, mode: sea }");
  }
  const stations: string[] = [];
  for (const [index, id] of portIds.entries()) {
    lines.push(`    ${id}:`, "      type: port", `      at: [${50 + index}, ${2 + dice.between(0, 3)}]`);
    lines.push("      stations:", `        berth: ${stationOf(dice)}`);
    stations.push(`${id}.berth`);
    const paths: string[] = [];
    if (dice.chance(0.3)) {
      lines.push(`        quay: ${stationOf(dice)}`);
      paths.push(`      vessel-path: ${dice.chance(0.5) ? "[quay, berth]" : "[berth, quay]"}`);
      stations.push(`${id}.quay`);
    }
    if (dice.chance(0.3)) {
      lines.push(`        yard: ${stationOf(dice)}`);
      paths.push("      cargo-path: [yard]");
      stations.push(`${id}.yard`);
    }
    lines.push(...paths);
    if (has.inland && index === 0)
      lines.push(`      transfer: { time: ${dice.between(0, 30)} h, cost: 1 kUSD }`);
    const from = has.passage && (index === 0 || dice.chance(0.5)) ? "strait" : "sea";
    const capacity = dice.chance(0.2) ? `, capacity: ${dice.between(1, 9)}` : "";
    links.push(`    lane-${index + 1}: { from: ${from}, to: ${id}, mode: sea${capacity} }`);
    if (isRound && from === "strait")
      links.push(`    cape-${index + 1}: { from: cape, to: ${id}, mode: sea }`);
  }
  if (has.inland) {
    lines.push(`    inland: { type: market, at: [51, 8], stations: { gate: ${stationOf(dice)} } }`);
    links.push("    rail: { from: port-1, to: inland, mode: rail }");
    stations.push("inland.gate");
  }
  const linkIds = links.map((link) => link.trim().split(":")[0] ?? link);
  return { lines: [...lines, "  links:", ...links], stations, linkIds };
}

/** Of a kind that names nothing of the scenario. */
export const noNames: GeneratedNames = { stations: [], passages: [], links: [], flows: [], vessels: [] };

function stationOf(dice: Dice): string {
  const parts = [`servers: ${dice.between(1, 4)}`];
  const fields = {
    shape: { form: "distribution", dimension: "duration" },
    doc: "",
    optional: false,
  } as const;
  parts.push(`service: ${generateValue(dice, fields, noNames)}`);
  if (dice.chance(0.4)) parts.push(`discipline: ${generateValue(dice, stationFields.discipline, noNames)}`);
  if (dice.chance(0.4)) {
    parts.push(`room: ${dice.between(0, 6)}`);
    if (dice.chance(0.5)) parts.push("when-full: block");
  }
  if (dice.chance(0.25)) parts.push(`hours: ${hoursOf(dice)}`);
  return `{ ${parts.join(", ")} }`;
}

/** Open for a part of most days, at times over midnight; now and then never on one day of the week. */
function hoursOf(dice: Dice): string {
  const [from, length] = [dice.between(0, 23), dice.between(8, 20)];
  const clock = (hour: number): string => `${String(hour % 24).padStart(2, "0")}:00`;
  const rest = dice.chance(0.5) ? `, ${dice.pick(["mon", "sat", "sun"])}: closed` : "";
  const offset = dice.chance(0.3) ? `, utc-offset: ${dice.between(1, 9)} h` : "";
  return `{ daily: ${clock(from)}-${clock(from + length)}${rest}${offset} }`;
}

/** For some days one class may not pass. */
function limitsOf(dice: Dice): string {
  const from = dice.between(5, 30);
  const until = dice.chance(0.8) ? `, ${from + dice.between(1, 10)} d: [ship, barge]` : "";
  return `{ classes: { ${from} d: [${dice.pick(["ship", "barge"])}]${until} } }`;
}
