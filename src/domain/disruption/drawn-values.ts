import type { DistributionValue } from "#base/field";
import type { WorldDraw } from "#domain/world/world-draw";

/** The draw, which notes in `drawn` what chance gave: not what was certain. */
export function recording(draw: WorldDraw, drawn: Record<string, number>): WorldDraw {
  return (value: DistributionValue, name: string) => {
    const given = draw(value, name);
    if (value.kind !== "constant") drawn[name] = given;
    return given;
  };
}

/**
 * What chance gave a strike of the elements `of`, by name: what befell others, `element/name`, is told of
 * them.
 */
export function drawnOf(
  drawn: Readonly<Record<string, number>>,
  of: readonly string[],
): Readonly<Record<string, number>> {
  const told = Object.entries(drawn).flatMap(([name, value]): [string, number][] => {
    const cut = name.lastIndexOf("/");
    return cut < 0 || of.includes(name.slice(0, cut)) ? [[name.slice(cut + 1), value]] : [];
  });
  return Object.fromEntries(told);
}
