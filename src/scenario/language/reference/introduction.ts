import type { Dimension } from "#base/field";
import { unitsOf } from "#base/quantity";

/** How the reference heads the kinds of a family. */
export interface FamilyTitle {
  readonly title: string;
  /** One of them. */
  readonly noun: string;
  readonly about: string;
  /** What the bare numbers of its kinds stand for. */
  readonly place?: string;
}

/** By family; one that is not named is headed by its own name. */
export const titles: Readonly<Record<string, FamilyTitle>> = {
  distribution: {
    title: "Distributions",
    noun: "Distribution",
    about:
      "They stand wherever a value may be a distribution, and take the unit of the place: a time, a rate, " +
      "a factor, an instant. A plain value is always the same.",
    place: "value of the place",
  },
  arrival: { title: "Arrivals", noun: "Arrivals", about: "When the voyages of a flow begin." },
  admission: {
    title: "Admissions",
    noun: "Admission",
    about: "The rule by which a passage lets waiting vessels in.",
  },
  discipline: {
    title: "Disciplines",
    noun: "Discipline",
    about: "Who of those waiting at a station is served next; equals in order of arrival.",
  },
  disruption: {
    title: "Disruptions",
    noun: "Disruption",
    about:
      "What goes wrong, under `disruptions`. An effect (of an attack, or of what a hazard damages) is one " +
      "of these kinds with its own keys alone.",
  },
  policy: {
    title: "Policies",
    noun: "Policy",
    about: "What reacts inside a run, under `policies`: on announcements and gauges, never on the future.",
  },
  gauge: {
    title: "Conditions",
    noun: "Gauge",
    about:
      "What rules watch, under `when` or `until`: a gauge, live state and never the twin, that is on one " +
      "side of a line, or between two. At least one of `at-most` and `at-least` is written.",
  },
  measure: {
    title: "Measures",
    noun: "Measure",
    about:
      "Numbers under `measures`, by name. The value is what they are of, a map with more keys, or a list " +
      "of these, a row each. What each means in full stands in src/domain/measure/README.md.",
  },
  table: {
    title: "Tables",
    noun: "Table",
    about: "Files under `network.tables` that bring sites, links and flows.",
  },
};

const written: readonly (readonly [Dimension, string, string])[] = [
  ["duration", "duration", "`36 h`"],
  ["distance", "distance", "`120 nm`"],
  ["length", "length", "`15 m`"],
  ["speed", "speed", "`12 kn`"],
  ["rate", "rate", "`60 /d`"],
  ["amount", "amount", "`8000 TEU`, or a counting unit that a commodity declares"],
  ["money", "sum of money", "`3 MUSD`"],
  ["cost", "cost", "`3 MUSD`, `400 kUSD/d`, or both in a list"],
  ["unit-value", "value of a unit", "`90 USD/TEU`"],
];

const unitRows: readonly string[] = written.map(
  ([dimension, name, how]) => `| ${name} | ${how} | \`${unitsOf(dimension).join("` `")}\` |`,
);

/** What stands before the keys and the kinds: how values are written. */
export const introduction: readonly string[] = [
  "# Reference of the scenario language",
  "",
  "Made from the fields and the kinds of the program: `npm run reference` writes it anew. What time, chance,",
  "loss and recovery mean stands in [DEFINITIONS.md](DEFINITIONS.md); how to begin, in",
  "[TUTORIAL.md](TUTORIAL.md).",
  "",
  "## How values are written",
  "",
  "A bare number is only a count, a factor or a share; all else has its unit in the value. `y` is 365 days;",
  "months have no length.",
  "",
  "| what | written | units |",
  "| --- | --- | --- |",
  ...unitRows,
  "| factor, share, number | `0.05` or `5 %` | |",
  "| instant | `2021-03-23T05:40Z`, `30 d` from `time.start`, or an event: `grounding.end + 2 d` | |",
  "| time of day | `06:30` | |",
  "| part of a day | `08:00-18:00`, over midnight too, `open` or `closed` | |",
  "| schedule | `{ 2023-07-30T00:00Z: 32 /d, 2023-11-03T00:00Z: 25 /d }`: each from its instant on | |",
  "| selector | an id, a list, `all`, `none`, or a filter: `{ type: port, country: NL }` | |",
  "| weights | one id, or `{ CNSHA: 3, CNNGB: 2 }` | |",
  "",
];
