/** What people call a measure, where the words of its id alone would not tell a newcomer enough. */
interface Naming {
  /** At the head of a row or a column. */
  readonly title: string;
  /** Within a sentence; the title in small letters when left out. */
  readonly noun?: string;
  /** From when a time is counted. */
  readonly since?: string;
}

const afterEnd = "after the disruption";
const fromStart = "since the disruption began";

const namings: Readonly<Record<string, Naming>> = {
  "backlog-clear-time": {
    title: "Backlog cleared",
    noun: "the time to clear the backlog",
    since: afterEnd,
  },
  "rate-normal-time": { title: "Traffic normal", noun: "the time until traffic is normal", since: afterEnd },
  "list-clear-time": {
    title: "Waiting list cleared",
    noun: "the time to clear the waiting list",
    since: afterEnd,
  },
  "capacity-restored-time": {
    title: "Capacity restored",
    noun: "the time until capacity is restored",
    since: fromStart,
  },
  "time-to-recover": {
    title: "Rate recovered",
    noun: "the time until the rate has recovered",
    since: fromStart,
  },
  "time-to-survive": {
    title: "Held out above the threshold",
    noun: "the time held out above the threshold",
    since: fromStart,
  },
  "caught-up-share": { title: "Share caught up" },
  "diverted-share": {
    title: "Went another way to the end",
    noun: "the share that went another way to the end",
  },
  "on-time-share": { title: "Share on time" },
  "throughput-loss-share": { title: "Share of throughput lost" },
  "blocked-share": { title: "Servers kept by who is done", noun: "the share of servers kept by who is done" },
  "turned-away-share": { title: "Share turned away" },
  "resilience-triangle": { title: "Output lost", noun: "the output lost, in days of full output" },
  robustness: { title: "Lowest performance" },
  "zobel-resilience": { title: "Resilience (Zobel)", noun: "the resilience of Zobel" },
  "henry-resilience": {
    title: "Share of the lost rate that is back",
    noun: "the share of the lost rate that is back",
  },
  "cimellaro-resilience": { title: "Mean performance", noun: "mean performance" },
  "static-resilience": { title: "Share of possible loss avoided" },
  "dynamic-resilience": {
    title: "Output gained by recovering sooner",
    noun: "the output gained by recovering sooner, in days of full output",
  },
  "loss-cvar": {
    title: "Throughput loss, worst 5 %",
    noun: "the throughput loss of the worst 5 % of replications",
  },
  dwell: { title: "Dwell time" },
};

/** What a measure is called at the head of a row: `Traffic normal`, `Peak queue`; its id is for files. */
export function measureTitle(measure: string): string {
  const words = measure.replaceAll("-", " ");
  return namings[measure]?.title ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The same within a sentence: `the time until traffic is normal`, `peak queue`. */
export function measureNoun(measure: string): string {
  return namings[measure]?.noun ?? measureTitle(measure).toLowerCase();
}

/** What befell the replications in which a time is never counted: one wording for page and terminal. */
export function sparedText(measure: string): string {
  return measure === "backlog-clear-time" ? "no more wait than usual when the disruption ends" : "unaffected";
}

/** The same where there is room for a word: `no backlog`. */
export function sparedWord(measure: string): string {
  return measure === "backlog-clear-time" ? "no backlog" : "unaffected";
}

/** A unit with from when a time is counted: `days after the disruption`; the unit alone for the rest. */
export function unitSince(measure: string, unit: string): string {
  const since = namings[measure]?.since;
  return since === undefined ? unit : `${unit} ${since}`;
}
