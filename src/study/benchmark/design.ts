import type { Study } from "#scenario/language/resolved";
import { crossedName } from "#scenario/language/crossed-name";

/** What stands for no policy. */
export const noPolicy = "none";

/** What stands for no disruption. */
export const noDisruption = "quiet";

/** What a network of the benchmark crosses, in the order of its file. */
export interface Design {
  readonly disruptions: readonly string[];
  readonly policies: readonly string[];
}

/** Which part of a design is run; what is left out is run whole. */
export interface Part {
  readonly disruptions?: readonly string[];
  readonly policies?: readonly string[];
}

/**
 * What a network crosses: its first list are disruptions, its second policies. Undefined without a `cross`.
 */
export function designOf({ cross = [] }: Study): Design | undefined {
  const [disruptions, policies] = cross;
  return disruptions && policies && { disruptions, policies };
}

/** The variant in which a policy meets a disruption; the baseline where there is neither. */
export function variantOf(disruption: string, policy: string): string {
  if (disruption === noDisruption) return policy === noPolicy ? "baseline" : policy;
  return policy === noPolicy ? disruption : crossedName([disruption, policy]);
}

/**
 * The study with those variants only that a part of it names, and always the quiet days and no policy. Draws
 * and numbers of what is left are those of the whole study; only what is adjusted for how many policies are
 * compared differs where some are left out.
 */
export function partOf(study: Study, design: Design, part: Part): { study: Study; design: Design } {
  const of = (all: readonly string[], wanted: readonly string[] | undefined): readonly string[] =>
    wanted === undefined ? all : all.filter((name) => wanted.includes(name));
  const chosen = {
    disruptions: of(design.disruptions, part.disruptions),
    policies: of(design.policies, part.policies),
  };
  const kept = new Set(
    [noDisruption, ...chosen.disruptions].flatMap((disruption) =>
      [noPolicy, ...chosen.policies].map((policy) => variantOf(disruption, policy)),
    ),
  );
  // How variants act together is not asked for: policies are compared within a disruption.
  const variants = study.variants
    .filter(({ name }) => kept.has(name))
    .map(({ of: _of, ...variant }) => variant);
  const { cross: _cross, ...plain } = study;
  return { study: { ...plain, variants }, design: chosen };
}
