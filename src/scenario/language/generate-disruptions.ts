import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import type { Dice } from "#scenario/language/dice";
import { families } from "#scenario/language/families";
import { generateCondition, generateKind } from "#scenario/language/generate-kind";
import type { GeneratedNames } from "#scenario/language/generate-kind";

/** Lines of what goes wrong, none to three disruptions of any kind, and their ids. */
export function generateDisruptions(
  dice: Dice,
  names: GeneratedNames,
): { readonly lines: readonly string[]; readonly ids: readonly string[] } {
  const kinds = (families["disruption"]?.kinds ?? []) as readonly DisruptionKind[]; // its kinds
  const ids: string[] = [];
  const lines: string[] = [];
  const count = dice.between(0, 3);
  for (let index = 0; index < count; index += 1) {
    const kind = dice.pick(kinds);
    const target = targetFor(dice, kind, names);
    if (target === undefined) continue;
    const id = `event-${index + 1}`;
    const onset = "lifetime" in kind ? "" : onsetOf(dice, names, ids);
    const endsItself = "lifetime" in kind || "endsItself" in kind;
    const mustEnd = /occurs: \{ kind|when/.test(onset);
    const duration =
      !endsItself && (mustEnd || dice.chance(0.8)) ? `, duration: ${dice.between(1, 8)} d` : "";
    const foresight = dice.chance(0.4) ? ", foresight: none" : "";
    const background = dice.chance(0.2) ? ", background: true" : "";
    const shared = `of: ${target}${onset}${duration}${foresight}${background}`;
    const own = "effects" in kind ? strikesOf(dice, kind.kind, { target, names }) : undefined;
    const written = generateKind(dice, "disruption", names, { kind: kind.kind, shared });
    lines.push(`  ${id}: ${own === undefined ? written : `{ kind: ${kind.kind}, ${shared}, ${own} }`}`);
    ids.push(id);
  }
  return { lines, ids };
}

/** When it starts: mostly at a day, else by chance, after an earlier one, or when a queue is long. */
function onsetOf(dice: Dice, names: GeneratedNames, earlier: readonly string[]): string {
  const day = dice.between(11, 30);
  if (dice.chance(0.4)) return `, start: ${day} d`;
  const [before] = earlier;
  if (before !== undefined && dice.chance(0.4)) {
    const event = `${before}.${dice.pick(["start", "end"])}`;
    if (dice.chance(0.3)) return `, start: ${event} + ${dice.between(1, 40)} h`;
    const probability = dice.between(2, 10) / 10;
    return `, after: { event: ${event}, delay: ${dice.between(1, 40)} h, probability: ${probability} }`;
  }
  if (dice.chance(0.3)) return `, occurs: { within: [${day} d, ${day + 5} d], probability: 0.7 }`;
  if (dice.chance(0.5)) return `, occurs: { kind: poisson, rate: ${dice.between(1, 6)} /w }`;
  const of = dice.pick(names.stations);
  return `, when: ${generateCondition(dice, of, "at-least")}`;
}

/** What a kind of disruption can act on: links have a speed, all others a pace. */
function targetFor(dice: Dice, kind: DisruptionKind, names: GeneratedNames): string | undefined {
  const { shape } = kind.fields["of"] ?? {};
  if (shape?.form === "selector" && shape.of === "flow") return dice.pick(names.flows);
  const paced = [...names.stations, ...names.passages.map((id) => `${id}.transit`)];
  if ("effects" in kind) return severalOf(dice, dice.chance(0.3) ? names.links : paced);
  const all =
    kind.kind === "slowdown" ? names.links : kind.kind === "capacity" ? paced : [...paced, ...names.links];
  return all.length === 0 ? undefined : dice.pick(all);
}

/** A list of some of them, in any order, or of all. */
function severalOf(dice: Dice, ids: readonly string[]): string {
  const some = ids.filter(() => dice.chance(0.6));
  return `[${(some.length === 0 ? ids : some).join(", ")}]`;
}

/** What strikes elements one by one, and how. */
function strikesOf(
  dice: Dice,
  kind: string,
  { target, names }: { readonly target: string; readonly names: GeneratedNames },
): string {
  const isOnLinks = names.links.some((link) => target.slice(1, -1).split(", ").includes(link));
  const effect = (): string => {
    const chosen = dice.pick(["closure", "ban", isOnLinks ? "slowdown" : "capacity"]);
    return generateKind(dice, "effect", names, { kind: chosen, shared: "" });
  };
  if (kind === "attack") {
    const count = dice.chance(0.5) ? "count: 1, " : "";
    return `${count}effect: ${effect()}`;
  }
  const repair = (): string => `{ kind: exponential, mean: ${dice.between(1, 5)} d }`;
  const state = (median: number): string =>
    `median: ${median}, beta: 0.${dice.between(1, 9)}, repair: ${repair()}`;
  const place = dice.pick([
    "at: [50, 2]",
    "track: [[48, 0], [52, 4]]",
    "track: { 0 h: [48, 0], 60 h: [52, 4] }",
  ]);
  const where = dice.chance(0.5) ? `, ${place}, radius: { 100 km: 1, 3000 km: 0.3 }` : "";
  const strength = `intensity: ${dice.between(20, 60)}${where}`;
  const states = `states: { light: { ${state(30)}, effect: ${effect()} }, heavy: { ${state(50)} } }`;
  if (dice.chance(0.5)) return `${strength}, ${states}`;
  const mean = dice.between(1, 5);
  return `${strength}, fragility: { median: 30, beta: 0.4 }, repair: ${mean} d, effect: ${effect()}`;
}
