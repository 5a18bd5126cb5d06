import { optional, word } from "#base/field";
import type { FieldsOf } from "#base/field";
import type { EffectKind } from "#domain/disruption/disruption-kind";
import type { Inside } from "#engine/station/station-client";

/** What users write for a closure. */
export interface ClosureValues {
  readonly inside: Inside | undefined;
}

const fields: FieldsOf<ClosureValues> = {
  inside: optional(
    word<Inside>(
      ["finish", "resume", "restart", "lose"],
      "What becomes of those inside: passages and links `finish`, stations `resume` when left out.",
    ),
  ),
};

/** Nobody is let in until it ends; those inside follow `inside`. */
export const closure: EffectKind = {
  kind: "closure",
  summary: "Nobody is let in until it ends.",
  example:
    "{ kind: closure, of: canal.transit, cause: grounding, start: 60 d, duration: 6 d, foresight: none " +
    "}",
  fields,
  problem(values, of) {
    const { inside } = values as unknown as ClosureValues; // normalised by these very fields
    if (of !== "link" || inside === undefined || inside === "finish") return undefined;
    return "those on a closed link always finish; leave out `inside`";
  },
  create(values, { elements, owner, targets }) {
    const { inside } = values as unknown as ClosureValues; // normalised by these very fields
    return {
      closes: true,
      reset() {},
      draw() {},
      start() {
        for (const target of targets)
          elements.close(target, owner, inside ?? elements.insideByDefault(target));
      },
      end() {
        for (const target of targets) elements.reopen(target, owner);
      },
    };
  },
};
