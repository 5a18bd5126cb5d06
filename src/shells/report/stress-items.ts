import { listed } from "#base/listed";
import { disruptions } from "#domain/disruption/disruption-kinds";
import { measureKind } from "#domain/measure/measure-kinds";
import { policies } from "#domain/policy/policy-kinds";
import type { Resolved } from "#scenario/language/resolved";
import { dateText, durationText } from "#shells/figure/calendar-text";
import { kindsInVariants } from "#shells/report/kind-words";
import type { Report } from "#shells/report/report";
import { measureTitle } from "#study/experiment/measure-title";
import { counted } from "#study/experiment/quantity-text";

/** One item of the checklist: its number and name, and what the run says; null is left to the author. */
export interface StressItem {
  readonly group: string;
  readonly number: string;
  readonly name: string;
  readonly answer: string | null;
}

/**
 * The items of the checklist STRESS-DES, version 1.0, by their numbers and names as docs/stress_des.md of
 * pythonhealthdatascience/pydesrap_stroke has them, filled with what the run itself knows.
 */
export function stressItems(report: Report): readonly StressItem[] {
  const scenario = report.result.study.variants[0]?.scenario;
  if (scenario === undefined) return [];
  const groups: readonly (readonly [string, readonly Entry[]])[] = [
    ["Objectives", objectives(report)],
    ["Logic", logic(scenario, report)],
    ["Data", data(scenario)],
    ["Experimentation", experimentation(scenario)],
    ["Implementation", implementation(report)],
  ];
  return groups.flatMap(([group, entries]) =>
    entries.map(([number, name, answer]) => ({ group, number, name, answer })),
  );
}

type Entry = readonly [number: string, name: string, answer: string | null];

function objectives({ result, variants }: Report): readonly Entry[] {
  const { question, title } = result.summary;
  const asked = result.study.variants[0]?.scenario.measures ?? [];
  const titles = [...new Set(asked.map(({ kind }) => measureTitle(kind).toLowerCase()))];
  const others = variants
    .slice(1)
    .map(({ name, summary }) => (summary === "" ? name : `${name}: ${summary}`));
  // Titles have commas of their own: "throughput loss, worst 5 %".
  const outputs = `${titles.join("; ")}. See the glossary; of intervals, “Checks, and how to repeat them”.`;
  return [
    ["1.1", "Purpose of the model", question === null ? null : `${title}. ${question}`],
    ["1.2", "Model outputs", titles.length === 0 ? null : sentence(outputs)],
    ["1.3", "Experimentation aims", others.length === 0 ? null : `${others.join("; ")}.`],
  ];
}

function logic(scenario: Resolved, { result, variants }: Report): readonly Entry[] {
  const { sites, links, use } = scenario.network;
  const all = Object.values(sites);
  const stations = all.flatMap((site) => Object.values(site.stations));
  const passages = all.filter(({ transit }) => transit !== undefined);
  const rules = [...new Set(stations.map(({ discipline }) => discipline))].sort();
  const flows = Object.values(scenario.flows);
  const arrivals = [...new Set(flows.map((flow) => flow.arrivals.kind))].sort();
  const lanes = use === undefined ? "" : `, on the network “${use}”`;
  const parts = [
    counted(all.length, "site"),
    counted(Object.keys(links).length, "link"),
    counted(flows.length, "flow"),
  ];
  const classes = listed(Object.keys(scenario.vessels));
  const scenarios = result.study.variants;
  const reacting = kindsInVariants(scenarios, ({ policies: own }) => own, policies.kinds);
  const wrong = kindsInVariants(scenarios, ({ disruptions: own }) => own, disruptions.kinds);
  const resources = [
    stations.length > 0 ? counted(stations.length, "station") : "",
    passages.length > 0 ? counted(passages.length, "passage") : "",
  ].filter((part) => part !== "");
  const transits = passages.map(({ transit }) => transit?.admission?.kind ?? "free");
  const queues = [
    ...(rules.length > 0 ? [`stations: ${rules.join(", ")}`] : []),
    ...(transits.length > 0 ? [`passages admit by: ${[...new Set(transits)].sort().join(", ")}`] : []),
  ];
  return [
    ["2.1", "Base model overview diagram", null],
    ["2.2", "Base model logic", `${sentence(listed(parts))}${lanes}. What goes wrong: ${wrong}.`],
    [
      "2.3",
      "Scenario logic",
      variants.length < 2 ? "One scenario; no variant." : "See the variants, and “All inputs in short”.",
    ],
    [
      "2.4",
      "Algorithms",
      `Cheapest legal route by class of vessel, decided anew on news. What reacts: ${reacting}.`,
    ],
    ["2.5.1", "Entities", classes === "" ? null : `Vessels: ${classes}.`],
    ["2.5.2", "Activities", "Sailing a leg, waiting, being served at a station, passing a passage."],
    ["2.5.3", "Resources", resources.length === 0 ? "None." : `${sentence(listed(resources))}.`],
    ["2.5.4", "Queues", queues.length === 0 ? "None." : `${sentence(queues.join("; "))}.`],
    [
      "2.5.5",
      "Entry and exit points",
      `Vessels begin at their flow's origin (arrivals ${arrivals.join(", ")}), and end at its ` +
        "destination, when they are turned away, or when the run ends.",
    ],
  ];
}

function data(scenario: Resolved): readonly Entry[] {
  const sources = Object.values(scenario.sources);
  const assumed = Object.entries(scenario.sources).filter(([, { grade }]) => grade === "assumed");
  const assumptions = assumed.map(([path]) => path);
  return [
    [
      "3.1",
      "Data sources",
      sources.length === 0 ? null : `${counted(sources.length, "source")}, listed under “What it rests on”.`,
    ],
    ["3.2", "Pre-processing", null],
    [
      "3.3",
      "Input parameters",
      "All of them, with their distributions: “All inputs in short”, and scenario.json of the run folder.",
    ],
    [
      "3.4",
      "Assumptions",
      assumptions.length === 0
        ? "Every value without a source is assumed."
        : `Assumed: ${listed(assumptions)}, and every value without a source.`,
    ],
  ];
}

function experimentation({ time, replications }: Resolved): readonly Entry[] {
  const warmUp = time.warmUp === 0 ? "no warm-up" : `a warm-up of ${durationText(time.warmUp)}`;
  return [
    ["4.1", "Initialisation", `It starts empty, with ${warmUp}; it ends at a date.`],
    ["4.2", "Run length", `${dateText(time.start)} to ${dateText(time.end)}; the clock counts milliseconds.`],
    [
      "4.3",
      "Estimation approach",
      `${counted(replications, "independent replication")}; everything that is compared runs on common ` +
        "random numbers, and differences are paired.",
    ],
  ];
}

function implementation({ result }: Report): readonly Entry[] {
  return [
    [
      "5.1",
      "Software or programming language",
      "Breakwater, in TypeScript; versions stand in manifest.json of the run folder.",
    ],
    [
      "5.2",
      "Random sampling",
      `Streams of alea, and marks of Threefry-2x32-20, keyed by their use; seed “${result.summary.seed}”.`,
    ],
    [
      "5.3",
      "Model execution",
      "Event by event; at equal times by a named priority, then in the order of scheduling.",
    ],
    ["5.4", "System specification", null],
    ["6.1", "Computer model sharing statement", null],
  ];
}

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a measure of the language is, by its kind; empty for one that is not known. */
export function measureSummary(kind: string): string {
  return measureKind(kind)?.summary ?? "";
}
