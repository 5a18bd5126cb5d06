import type { Field, KindValue, Per, Schedule } from "#base/field";
import type { TransitSpec } from "#domain/passage/passage-fields";
import { scheduleProblem } from "#domain/world/steps";
import { at } from "#scenario/language/checks/check";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { directionsOf, laneDirections, mayArrive } from "#scenario/language/directions";
import { nearest, suggest } from "#scenario/read/nearest";

/**
 * An admission fits its passage: it names its directions, and has a rate from the start of the run on. Limits
 * change at dates.
 */
export const checkPassages: Check = (ground) => {
  for (const [id, { transit }] of ground.sites()) {
    if (transit === undefined) continue;
    checkLimitDates(ground, id, transit);
    const { admission } = transit;
    if (admission === undefined) continue;
    const family = ground.reading.families["admission"];
    const fields = family?.kinds.find(({ kind }) => kind === admission.kind)?.fields ?? {};
    for (const [key, field] of Object.entries(fields))
      checkField(ground, { id, transit, admission, key }, field);
  }
};

/** Everybody knows beforehand when a limit changes, so that it waits for no event. */
function checkLimitDates(ground: CheckGround, id: string, { limits }: TransitSpec): void {
  for (const [key, value] of Object.entries(limits ?? {})) {
    const problem = scheduleProblem(value as Schedule<unknown> | undefined, key); // each limit is one
    if (problem === undefined) continue;
    const [wrong = "", right = ""] = problem.split("; ");
    const path = ["network", "sites", id, "transit", "limits", key];
    at(ground, ...path).report("VALUES_WRONG", wrong, right);
  }
}

/** One field of the admission of a passage. */
interface AdmissionField {
  readonly id: string;
  readonly transit: TransitSpec;
  readonly admission: KindValue;
  readonly key: string;
}

function checkField(ground: CheckGround, of: AdmissionField, { shape, optional }: Field<unknown>): void {
  const value = of.admission[of.key];
  if (value === undefined) return;
  if (shape.form === "per" && shape.keys === "direction") {
    checkDirections(ground, of, value as Per<unknown>); // by its form
  } else if (shape.form === "schedule" && !optional) {
    checkStart(ground, of, value as Schedule<unknown>); // by its form
  }
}

/** What is written by direction names those of the passage, all from which somebody may come. */
function checkDirections(ground: CheckGround, of: AdmissionField, { all, by }: Per<unknown>): void {
  const named = Object.keys(by);
  if (named.length === 0) return;
  const links = ground.draft.network?.links ?? {};
  const known = directionsOf(of.id, links, ground.source);
  const strangers = named.filter((direction) => !known.includes(direction));
  for (const stranger of strangers) reportStranger(ground, of.id, { stranger, known, of });
  if (strangers.length > 0) return;
  if (of.transit.directions === "shared") {
    const wrong = `it has ${of.key} by direction, and all directions of ${of.id} share one queue`;
    report(ground, of, undefined, wrong, `write directions: separate, or one ${of.key} for all`);
    return;
  }
  const missing = known.find((direction) => !named.includes(direction) && mayArrive(of.id, direction, links));
  if (all !== undefined || missing === undefined) return;
  const wrong = `who comes to ${of.id} by ${missing} would wait for ever`;
  report(ground, of, undefined, wrong, `add ${of.key} of ${missing}, or of all`);
}

interface Stranger {
  readonly stranger: string;
  readonly known: readonly string[];
  readonly of: AdmissionField;
}

/** Where no lanes of a data set lead through a passage, its directions are links, and have no compass. */
function reportStranger(ground: CheckGround, passage: string, { stranger, known, of }: Stranger): void {
  const wrong = `nobody comes to ${passage} by "${stranger}"`;
  if (known.length === 0) {
    report(ground, of, stranger, wrong, `write a link that leads to ${passage}, and its id here`);
    return;
  }
  const direction = nearest(stranger, known) === undefined ? nearest(stranger, laneDirections) : undefined;
  if (direction === undefined || known.some((one) => laneDirections.includes(one))) {
    report(ground, of, stranger, wrong, suggest(stranger, known));
    return;
  }
  const meant = known.filter((link) => bears(ground, { link, passage, direction }));
  const links = (meant.length > 0 ? meant : known).join(" or ");
  const why = `${wrong}, a direction of shipped lanes, and only links lead there`;
  report(ground, of, stranger, why, `write the link that they come by: ${links}`);
}

interface Bearing {
  readonly link: string;
  readonly passage: string;
  readonly direction: string;
}

/** Whether those who come to a passage by a link sail in a direction of the compass, as far as is known. */
function bears({ draft, reading }: CheckGround, { link, passage, direction }: Bearing): boolean {
  const ends = draft.network?.links[link];
  const placeOf = (site: string = ""): readonly number[] => reading.names.sites.get(site)?.at ?? [];
  const [fromNorth, fromEast] = placeOf(ends?.from === passage ? ends.to : ends?.from);
  const [toNorth, toEast] = placeOf(passage);
  if (fromNorth === undefined || fromEast === undefined) return false;
  if (toNorth === undefined || toEast === undefined) return false;
  const [north, east] = [toNorth - fromNorth, toEast - fromEast];
  const headings = { northbound: north, southbound: -north, eastbound: east, westbound: -east };
  return (new Map(Object.entries(headings)).get(direction) as number) > 0; // one of the directions of lanes
}

/** Before the first step of a schedule there is nothing to go by. */
function checkStart(ground: CheckGround, of: AdmissionField, { steps }: Schedule<unknown>): void {
  const { start } = ground.reading;
  const first = steps[0]?.from;
  if (start === undefined || first === undefined || !("at" in first) || first.at <= start) return;
  const wrong = `before its first date ${of.id} has no ${of.key}`;
  report(ground, of, undefined, wrong, `write what holds at time.start too, such as 0 d: ...`);
}

function report(
  ground: CheckGround,
  { id, key }: AdmissionField,
  entry: string | undefined,
  wrong: string,
  right: string,
): void {
  const path = ["network", "sites", id, "transit", "admission", key, ...(entry === undefined ? [] : [entry])];
  at(ground, ...path).report("VALUES_WRONG", wrong, right);
}
