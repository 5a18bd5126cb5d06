import type { KindValue } from "#base/field";
import { printInstant } from "#base/time";
import type { DisruptionValues } from "#domain/disruption/disruption-kind";
import type { WithinValues } from "#domain/disruption/onset-fields";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { disruptionKindOf } from "#scenario/language/checks/disruption-kind-of";
import { endOf } from "#scenario/language/checks/times";

/** What starts by chance or after an event says enough to come, and to end. */
export const checkOnsets: Check = (ground) => {
  for (const [id, written] of Object.entries(ground.draft.disruptions ?? {})) {
    const values = written as KindValue & DisruptionValues; // by the fields that all kinds share
    checkLength(ground, id, values);
    checkAfter(ground, id, values);
    if (values.occurs && "within" in values.occurs)
      checkWithin(ground, id, { ...values, span: values.occurs as WithinValues }); // it has its key
  }
};

/** What comes again must end before. */
function checkLength(ground: CheckGround, id: string, values: KindValue & DisruptionValues): void {
  const { reading } = ground;
  const { occurs, when, end, duration } = values;
  const kind = disruptionKindOf(reading.families, values);
  if (kind && "endsItself" in kind) return;
  const comesAgain = when !== undefined || (occurs !== undefined && !("within" in occurs));
  if (!comesAgain || end !== undefined || duration !== undefined) return;
  const key = when === undefined ? "occurs" : "when";
  const wrong = `${id} comes again and again, and nothing ends it`;
  const right = "write how long it lasts, such as duration: 3 d";
  at(ground, "disruptions", id, key).report("KEY_MISSING", wrong, right);
}

function checkAfter(ground: CheckGround, id: string, { after }: DisruptionValues): void {
  if (after === undefined || "event" in after.event) return;
  const wrong = `it follows an event, and ${printInstant(after.event.at)} is a date`;
  const right = "write an event such as storm.end, or start: with the date instead of after";
  at(ground, "disruptions", id, "after", "event").report("VALUES_WRONG", wrong, right);
}

function checkWithin(
  ground: CheckGround,
  id: string,
  { span, background }: DisruptionValues & { readonly span: WithinValues },
): void {
  const { draft } = ground;
  const [first, last, ...more] = span.within;
  const within = at(ground, "disruptions", id, "occurs", "within");
  if (first === undefined || last === undefined || more.length > 0) {
    const wrong = `${span.within.length} instants, and two are due`;
    within.report("VALUES_WRONG", wrong, "write the first and the last: [60 d, 90 d]");
    return;
  }
  if (last < first) {
    const wrong = `it ends ${printInstant(last)}, before its start ${printInstant(first)}`;
    within.report("ORDER_WRONG", wrong, "write the earlier one first");
    return;
  }
  const { time } = draft;
  if (!time || !("at" in time.start)) return;
  const warm = time["warm-up"] === "auto" ? undefined : time.start.at + time["warm-up"];
  const runEnd = endOf(draft);
  if (warm !== undefined && first < warm && !background) {
    const wrong = `it may start ${printInstant(first)}, inside the warm-up, which ends ${printInstant(warm)}`;
    const right = "start it later, shorten the warm-up, or write background: true";
    within.report("DISRUPTION_UNTIMELY", wrong, right);
  } else if (runEnd !== undefined && first >= runEnd) {
    const wrong = `it starts ${printInstant(first)} or later, and the run ends ${printInstant(runEnd)}`;
    within.report("DISRUPTION_UNTIMELY", wrong, "start it before the end of the run");
  }
}
