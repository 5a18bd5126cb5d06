import { either, instant, listOf, optional, record, reference, selector } from "#base/field";
import type { FieldsOf, Instant } from "#base/field";
import { ActingSpan } from "#domain/policy/acting-span";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import { conditionFields, conditionProblem } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/condition";
import type { Preference } from "#engine/station/station-client";

/** What users write for a priority. */
export interface PriorityValues {
  readonly of: readonly string[];
  readonly vessels: readonly string[] | undefined;
  readonly flows: readonly string[] | undefined;
  readonly from: Instant | undefined;
  readonly until: Instant | ConditionValues | undefined;
  readonly when: ConditionValues | undefined;
}

const fields: FieldsOf<PriorityValues> = {
  of: selector("station", "The stations and passages where they go first."),
  vessels: optional(listOf(reference("vessel", "A class."), "The classes that go first.")),
  flows: optional(listOf(reference("flow", "A flow."), "The flows whose voyages go first.")),
  from: optional(
    instant(
      "When it begins: an instant, or an announcement such as `grounding.end`, each time that it comes; " +
        "the start of the run when left out.",
    ),
  ),
  until: optional(
    either<Instant | ConditionValues>(
      [record(conditionFields, "A condition on a gauge."), instant("An instant.")],
      "When it stops: an instant, or a condition. To the end of the run when left out.",
    ),
  ),
  when: optional(
    record(conditionFields, "In the place of `from` and `until`: it acts while this condition holds."),
  ),
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
    const { vessels, flows, from, until, when } = values as unknown as PriorityValues; // by these fields
    if ((vessels ?? flows) === undefined) return "nobody goes first; write `vessels` or `flows`";
    if (when && (from ?? until) !== undefined)
      return "`when` says when it acts; leave out `from` and `until`, or write them in its place";
    if (when) return conditionProblem(when);
    if (until && "gauge" in until) return conditionProblem(until);
    const isOver = from && until && "at" in from && "at" in until && until.at <= from.at;
    return isOver === true
      ? "`until` is not after `from`; write a later `until`, or leave it out"
      : undefined;
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
    return { reset: () => span.reset() };
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
