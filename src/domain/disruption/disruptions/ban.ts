import { constantly, listOf, optional, quantity, reference, schedule, share, text } from "#base/field";
import type { FieldsOf, Schedule } from "#base/field";
import { Course } from "#domain/disruption/course";
import type { CourseValues } from "#domain/disruption/course";
import type { DisruptionKind, Effect, EffectContext } from "#domain/disruption/disruption-kind";
import { nobody } from "#domain/news/board";
import type { Fleet } from "#domain/traffic/fleet";
import type { Preference } from "#engine/station/station-client";

/** What users write for a ban. Drafts in metres. */
export interface BanValues {
  readonly classes: readonly string[] | undefined;
  readonly flags: readonly string[] | undefined;
  readonly commodities: readonly string[] | undefined;
  readonly draft: Schedule<number> | undefined;
  readonly share: Schedule<number> | undefined;
}

const fields: FieldsOf<BanValues> = {
  classes: optional(listOf(reference("vessel", "A class."), "The classes that are banned.")),
  flags: optional(listOf(text("A flag."), "The flags that are banned.")),
  commodities: optional(listOf(reference("commodity", "A commodity."), "The cargoes that are banned.")),
  draft: optional(
    schedule(
      quantity("length", "The deepest draft that may enter."),
      "The deepest draft that may enter; deeper ones are banned. It may be a schedule, before whose first " +
        "date it bans nobody.",
    ),
  ),
  share: optional(
    schedule(
      share("A part of them."),
      "Which part of those is banned, each vessel by a draw of its own; all when left out. It may be a " +
        "schedule: whoever is banned at one share is banned at every larger one.",
    ),
  ),
};

/** Some may not enter until it ends: those of whom all that is written is true. */
export const ban: DisruptionKind = {
  kind: "ban",
  summary: "Some may not enter until it ends: those of whom all that is written is true.",
  example: "{ kind: ban, of: canal.transit, classes: [liner], share: 40 %, start: 60 d, duration: 20 d }",
  fields,
  problem(values) {
    const { classes, flags, commodities, draft, share: part } = typed(values);
    if ([classes, flags, commodities, draft, part].some((value) => value !== undefined)) return undefined;
    return "it does not say whom it bans; write classes, flags, commodities, draft, share, or a closure";
  },
  create: (values, context) => banOf(typed(values), context),
};

function typed(values: unknown): BanValues {
  return values as BanValues; // normalised by these very fields
}

function banOf(values: BanValues, context: EffectContext): Effect {
  const { bans, fleet, owner, targets, id, announceWhom } = context;
  let whom: Preference = nobody;
  const course = new Course(
    [courseOf("draft", values.draft, Infinity), courseOf("share", values.share, 0)],
    context,
    (deepest, drawn) => {
      const part = values.share === undefined ? 1 : drawn;
      const isMeant = meaning(values, deepest, fleet);
      // A new one each time, so that what was announced stays what was said.
      whom = part > 0 ? (vessel) => isMeant(vessel) && fleet.uniform(vessel, "ban", id) < part : nobody;
      announceWhom(whom);
      for (const target of targets) bans.ban(target, owner, whom);
    },
  );
  return {
    closes: true,
    whom: () => whom,
    reset: () => course.reset(),
    draw: (draw) => course.draw(draw),
    start: () => course.start(),
    end() {
      course.end();
      for (const target of targets) bans.ban(target, owner, undefined);
    },
  };
}

/** The course of what is written without chance: `before` its first date. */
function courseOf(key: string, written: Schedule<number> | undefined, before: number): CourseValues {
  const steps = (written?.steps ?? []).map(({ from, value }) => ({ from, value: constantly(value) }));
  return { key, schedule: { steps }, before };
}

/** Of whom all that is written is true. */
function meaning(
  { classes, flags, commodities, draft }: BanValues,
  deepest: number,
  fleet: Fleet,
): Preference {
  return (vessel) => {
    const of = fleet.vesselClass(vessel);
    const cargo = fleet.commodity(vessel);
    return (
      classes?.includes(of.id) !== false &&
      (flags === undefined || (of.flag !== undefined && flags.includes(of.flag))) &&
      (commodities === undefined || (cargo !== undefined && commodities.includes(cargo))) &&
      (draft === undefined || (of.draft !== undefined && of.draft > deepest))
    );
  };
}
