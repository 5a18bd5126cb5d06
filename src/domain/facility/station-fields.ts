import { count, distribution, fallback, optional, per, record, text, word } from "#base/field";
import type { DistributionValue, FieldsOf, Per } from "#base/field";
import { hoursFields } from "#domain/facility/hours-fields";
import type { HoursSpec } from "#domain/facility/hours-fields";
import { disciplines } from "#domain/facility/discipline-kinds";

/** A station as the scenario gives it: a queue with servers at a site. Durations in milliseconds. */
export interface StationSpec {
  readonly servers: number;
  readonly service: Per<DistributionValue>;
  /** A kind of `disciplines`. */
  readonly discipline: string;
  readonly room: number | undefined;
  readonly "when-full": "turn-away" | "block";
  readonly hours: HoursSpec | undefined;
  readonly operator: string | undefined;
}

/** Stations count their places in 32 bits, and no run has as many vessels. */
const mostPlaces = 1_000_000_000;

const summaries: string = disciplines.kinds.map(({ kind, summary }) => `${kind}, ${summary}`).join("; ");

/** What users write for a station. */
export const stationFields: FieldsOf<StationSpec> = {
  servers: fallback(count("How many jobs are served at once; 1 when left out.", 1, mostPlaces), 1),
  service: per(
    distribution("duration", "How long a server is occupied by one job."),
    "vessel",
    "Service time: one for all vessels, or a map by vessel class.",
  ),
  discipline: fallback(
    word(
      disciplines.kinds.map(({ kind }) => kind),
      `Who is served next, equals first come: ${summaries}.`,
    ),
    "fifo",
  ),
  room: optional(
    count("Waiting places, not counting those being served; unlimited when left out.", 0, mostPlaces),
  ),
  "when-full": fallback(
    word(
      ["turn-away", "block"],
      "What befalls a job that finds every waiting place taken: `turn-away`, it ends there, lost; " +
        "`block`, it keeps its server at the station where it was served last until there is room. One " +
        "that comes from no station waits in line whatever the room.",
    ),
    "turn-away",
  ),
  hours: optional(
    record(
      hoursFields,
      "When it is open, week by week; always when left out. Closing is a closure: nobody is let in, and " +
        "those inside stand still and go on when it opens.",
    ),
  ),
  operator: optional(text("Who runs it, for selectors; who runs its site when left out.")),
};
