import type { DistributionValue, Form, Instant, Moment } from "#base/field";
import { convert, durationMost, splitQuantity } from "#base/quantity";
import { looksLikeDate, readInstant as readDate } from "#base/time";
import type { Place } from "#base/diagnostic";
import type { PolicyKind } from "#domain/policy/policy-kind";
import { kindHint } from "#scenario/language/forms/kind-hint";
import { scalarOf } from "#scenario/language/forms/words";
import type { FormReader, Reading } from "#scenario/language/reading";
import { datesFromWords } from "#scenario/language/worded-date";
import { suggest } from "#scenario/read/nearest";
import type { Node } from "#scenario/read/node";

const event: RegExp = /^([A-Za-z0-9][\w-]*)\.(\w+)(?:\s*([-+])\s*(\S.*))?$/;
const ways =
  "write 2021-03-23T05:40Z, a duration from time.start such as 30 d, or an event such as grounding.end + 2 d";

/** A date, a duration from `time.start`, or an event with an offset. */
export const readInstant: FormReader<Extract<Form, { form: "instant" }>> = (reading, _shape, node, path) => {
  const scalar = scalarOf(reading, node, path, "an instant");
  return scalar && instantOf(reading, scalar.text, node.place, path);
};

/** A date or a duration from `time.start`, in ms since the epoch; an event is reported. */
export function readFixedInstant(reading: Reading, node: Node, path: string): number | undefined {
  const scalar = scalarOf(reading, node, path, "an instant");
  const instant = scalar && instantOf(reading, scalar.text, node.place, path);
  if (!scalar || !instant) return undefined;
  if ("at" in instant) return instant.at;
  return reading.report(
    "INSTANT_UNFIXED",
    node.place,
    path,
    `"${scalar.text}" has no fixed date`,
    "write a date",
  );
}

/** An instant, or a distribution of instants. */
export const readMoment: FormReader<Extract<Form, { form: "moment" }>> = (
  reading,
  _shape,
  node,
  path,
): Moment | undefined => {
  if (node.node !== "map" && kindHint(reading.families, "distribution", node) === undefined) {
    return readInstant(reading, { form: "instant" }, node, path) as Instant | undefined; // what it returns
  }
  const field = { shape: { form: "distribution", dimension: "instant" }, doc: "", optional: false } as const;
  const value = reading.value(field, node, path) as DistributionValue | undefined; // its form
  return value && { distribution: value };
};

/** Reads the text of an instant, wherever it stands: as a value or as a key of a schedule. */
export function instantOf(reading: Reading, text: string, place: Place, path: string): Instant | undefined {
  if (looksLikeDate(text)) {
    const date = readDate(text);
    if ("at" in date) return date;
    if ("impossible" in date) {
      return reading.report("INSTANT_IMPOSSIBLE", place, path, `${text} does not exist`, date.impossible);
    }
    return reading.report("INSTANT_MALFORMED", place, path, `"${text}" is not understood`, date.malformed);
  }
  const [dated, swapped] = datesFromWords(text);
  if (dated !== undefined) {
    const date = readDate(dated);
    const other = swapped === undefined ? "" : `, or where the month comes first ${swapped}`;
    const right = "impossible" in date ? date.impossible : `write ${dated}${other}`;
    return reading.report("INSTANT_MALFORMED", place, path, `"${text}" is not an instant`, right);
  }
  const offset = splitQuantity(text);
  if (offset) return afterStart(reading, text, place, path);
  const match = event.exec(text);
  if (!match) {
    const isEvent = reading.names.has("disruption", text) || reading.names.has("policy", text);
    const right = isEvent ? `write ${text}.start or ${text}.end` : ways;
    return reading.report("INSTANT_MALFORMED", place, path, `"${text}" is not an instant`, right);
  }
  const [, id = "", edge = "", sign, duration] = match;
  return eventOf(reading, { id, edge, sign, duration }, place, path);
}

function afterStart(reading: Reading, text: string, place: Place, path: string): Instant | undefined {
  if (path === "time.start") {
    const wrong = `durations count from time.start, so that it cannot be ${text} itself`;
    return reading.report("INSTANT_UNFIXED", place, path, wrong, "write a date such as 2024-01-01T00:00Z");
  }
  const ms = durationOf(reading, text, place, path);
  if (ms === undefined || reading.start === undefined) return undefined;
  return { at: reading.start + ms };
}

/**
 * A duration inside an instant. 0 and short ones are fine: they are distances in time, not spans of service.
 */
function durationOf(reading: Reading, text: string, place: Place, path: string): number | undefined {
  const written = splitQuantity(text);
  if (!written) return reading.report("INSTANT_MALFORMED", place, path, `"${text}" is not a duration`, ways);
  if (written.unit.startsWith("-"))
    return reading.report("INSTANT_MALFORMED", place, path, `"${text}" is not an instant`, ways);
  const ms = convert(written, "duration", reading.names.counting);
  if (ms && ms.value > durationMost)
    return reading.report("OUT_OF_RANGE", place, path, `${text} is out of range`, "write at most 100000 y");
  if (ms) return ms.value;
  if (written.unit === "") {
    const right = `write ${text} d, or a date such as 2021-03-23T05:40Z`;
    return reading.report("UNIT_MISSING", place, path, `${text} has no unit, and an instant is due`, right);
  }
  if (/^mo/i.test(written.unit)) {
    return reading.report(
      "UNIT_MONTH",
      place,
      path,
      "a month has no fixed length",
      "write days, such as 30 d",
    );
  }
  const right = "durations are in ms, s, min, h, d, w, y";
  return reading.report("UNIT_UNKNOWN", place, path, `"${written.unit}" is not a unit of time`, right);
}

/** Whether an id is a policy of a kind that neither begins nor stops acting. */
function isStanding({ names, families }: Reading, id: string): boolean {
  const written = names.policyKind(id);
  const kind = families["policy"]?.kinds.find((candidate) => candidate.kind === written);
  return (kind as PolicyKind | undefined)?.standing === true; // the family holds policies
}

interface EventText {
  readonly id: string;
  readonly edge: string;
  readonly sign: string | undefined;
  readonly duration: string | undefined;
}

function eventOf(reading: Reading, from: EventText, place: Place, path: string): Instant | undefined {
  const { id, edge, sign, duration } = from;
  const { names } = reading;
  if (!names.has("disruption", id) && !names.has("policy", id)) {
    if (names.isDoubted("disruption") || names.isDoubted("policy")) return reading.followOn(place, path);
    const known = [...names.ids("disruption"), ...names.ids("policy")];
    return reading.report(
      "ID_UNKNOWN",
      place,
      path,
      `no disruption or policy is named "${id}"`,
      suggest(id, known),
    );
  }
  names.use(names.has("disruption", id) ? "disruption" : "policy", id);
  if (edge !== "start" && edge !== "end") {
    const right = `write ${id}.start or ${id}.end`;
    return reading.report("INSTANT_MALFORMED", place, path, `"${edge}" is not an event of ${id}`, right);
  }
  if (isStanding(reading, id)) {
    const wrong = `${id} acts from the start of the run to its end, so that ${id}.${edge} never comes`;
    const right = "tie it to something that begins and ends, or write a date";
    return reading.report("EVENT_NEVER", place, path, wrong, right);
  }
  if (duration === undefined) return { event: id, edge, offset: 0 };
  const ms = durationOf(reading, duration, place, path);
  return ms === undefined ? undefined : { event: id, edge, offset: sign === "-" ? -ms : ms };
}
