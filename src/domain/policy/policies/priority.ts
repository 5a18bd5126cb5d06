import { listOf, optional, reference, selector } from "#base/field";
import type { FieldsOf } from "#base/field";
import { ActingSpan, spanFields, spanProblem } from "#domain/policy/acting-span";
import type { SpanValues } from "#domain/policy/acting-span";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import type { Preference } from "#engine/station/station-client";

/** What users write for a priority. */
export interface PriorityValues extends SpanValues {
  readonly of: readonly string[];
  readonly vessels: readonly string[] | undefined;
  readonly flows: readonly string[] | undefined;
}

const fields: FieldsOf<PriorityValues> = {
  of: selector("station", "The stations and passages where they go first."),
  vessels: optional(listOf(reference("vessel", "A class."), "The classes that go first.")),
  flows: optional(listOf(reference("flow", "A flow."), "The flows whose voyages go first.")),
  ...spanFields,
};

/** Selected classes or flows are served and admitted before all others, for a time. */
export const priority: PolicyKind = {
  kind: "priority",
  summary: "Selected classes or flows go first at stations and passages.",
  example:
    "{ kind: priority, of: canal.transit, vessels: [liner], from: grounding.end, until: { gauge: " +
    "queue, of: canal.transit, at-most: 5 } }",
  fields,
  problem(values) {
    const { vessels, flows } = values as unknown as PriorityValues; // by these fields
    if ((vessels ?? flows) === undefined) return "nobody goes first; write `vessels` or `flows`";
    return spanProblem(values as unknown as PriorityValues); // the same
  },
  create(values, context) {
    const acting = values as unknown as PriorityValues; // normalised by these very fields
    const targets = acting.of.map((id) => context.elements.number(id));
    const isFirst = preferenceOf(acting, context);
    const prefer = (preference: Preference | undefined): void => {
      for (const target of targets) context.elements.prefer(target, context.owner, preference);
    };
    const span = new ActingSpan(acting, context, {
      begin: () => prefer(isFirst),
      end: () => prefer(undefined),
    });
    return { reset: (draw) => span.reset(draw) };
  },
};

function preferenceOf(
  { vessels = [], flows = [] }: PriorityValues,
  { outlook, classNumbers }: PolicyContext,
): Preference {
  const classes = new Set(vessels.map((id) => classNumbers.get(id)));
  const ids = new Set(flows);
  return (vessel) => {
    const { id, vesselClass } = outlook.flow(vessel);
    return ids.has(id) || classes.has(vesselClass);
  };
}
