import type { Fault } from "./fault.ts";

const random = "src/engine/random";
const measure = "src/domain/measure";

/** Faults of the engine that `verify` must find: chance and queues. */
const queueFaults: readonly Fault[] = [
  {
    name: "logarithm-to-base-two",
    sentence: "Exponential times are made with the logarithm to base 2.",
    file: `${random}/standard-exponential.ts`,
    edits: [{ find: "? -fastLog(rest)", replacement: "? -Math.log2(rest)" }],
    tests: [],
    cases: ["q-tandem-block"],
  },
  {
    name: "gaps-drawn-evenly",
    sentence: "Gaps between Poisson arrivals are uniform up to twice their mean.",
    file: `${random}/gap-arrivals.ts`,
    edits: [
      { find: "standardExponential(stream.uniform())", replacement: "2 * stream.uniform()" },
      {
        find: 'import { standardExponential } from "#engine/random/standard-exponential";\n',
        replacement: "",
      },
    ],
    tests: [],
    cases: ["q-mm1-ciw", "q-md1"],
  },
  {
    name: "services-always-their-mean",
    sentence: "Of an exponential service the mean is taken in place of a draw.",
    file: `${random}/distributions/exponential.ts`,
    edits: [{ find: "mean * standardExponential(u) }", replacement: "mean + 0 * standardExponential(u) }" }],
    tests: [],
    cases: ["q-mm1-ciw", "q-mmck"],
  },
  {
    name: "stages-of-the-whole-mean",
    sentence: "Every stage of an Erlang lasts as long as the whole should.",
    file: `${random}/distributions/erlang.ts`,
    edits: [{ find: "const scale = mean / stages;", replacement: "const scale = mean;" }],
    tests: [],
    cases: ["q-priority-np"],
  },
  {
    name: "streams-share-their-draws",
    sentence: "All streams of a replication give the same draws, whatever their names.",
    file: `${random}/stream.ts`,
    edits: [{ find: '"stream", name));', replacement: '"stream", name.slice(0, 0)));' }],
    tests: [],
    cases: ["q-jackson-3"],
  },
  {
    name: "streams-stutter",
    sentence: "A stream gives each of its draws twice.",
    file: `${random}/stream.ts`,
    edits: [
      {
        find: "    this.#step();\n    return drawn;",
        replacement: "    if (this.#odd) this.#step();\n    this.#odd = !this.#odd;\n    return drawn;",
      },
      {
        find: "  readonly #state: Float64Array;",
        replacement: "  readonly #state: Float64Array;\n  #odd = true;",
      },
    ],
    tests: [],
    cases: ["inv-markov-avail"],
  },
  {
    name: "one-draw-for-a-flow",
    sentence: "All voyages of a flow have one service: their ordinal is left out of the mark.",
    file: `${random}/mark.ts`,
    edits: [
      { find: "keys[entry | 2]!, ordinal, visit,", replacement: "keys[entry | 2]!, 0 * ordinal, visit," },
    ],
    tests: [],
    cases: ["q-mm1-ciw"],
  },
  {
    name: "lowest-priority-first",
    sentence: "Of those who wait the highest number goes first.",
    file: "src/engine/station/precedence.ts",
    edits: [
      { find: "this.rankOf(job) - this.rankOf(other)", replacement: "this.rankOf(other) - this.rankOf(job)" },
    ],
    tests: [],
    cases: ["q-priority-np"],
  },
  {
    name: "one-waiting-place-too-many",
    sentence: "A station lets one more wait than there is room.",
    file: "src/engine/station/roster.ts",
    edits: [
      {
        find: "if (waiting >= stations[atStation | ROOM]!) return false;",
        replacement: "if (waiting > stations[atStation | ROOM]!) return false;",
      },
    ],
    tests: [],
    cases: ["q-erlangB", "q-mm1k"],
  },
  {
    name: "queue-counts-the-served",
    sentence: "The length of a queue counts those being served.",
    file: "src/engine/station/station-levels.ts",
    edits: [
      {
        find: "this.roster.waiting(station) + this.outside",
        replacement: "this.roster.waiting(station) + this.roster.inside(station) + this.outside",
      },
    ],
    tests: [],
    cases: ["q-mm2", "q-jackson-3"],
  },
];

/** Faults of what is read of queues. */
const readingFaults: readonly Fault[] = [
  {
    name: "waits-of-none-left-out",
    sentence: "A mean wait leaves out those who need not wait.",
    file: `${measure}/visits.ts`,
    edits: [
      {
        find: "stays.from.push(from[row] as number);",
        replacement: "if (from[row] === until[row]) continue;\n    stays.from.push(from[row] as number);",
      },
    ],
    tests: [],
    cases: ["q-mm1-ciw", "q-mm3-cust"],
  },
  {
    name: "dwell-from-the-start-of-service",
    sentence: "A stay begins with the service, not with the arrival.",
    file: `${measure}/visits.ts`,
    edits: [{ find: "push(arrived[voyage] as number);", replacement: "push(admitted[voyage] as number);" }],
    tests: [],
    cases: ["q-mm3-cust", "q-mm1-sixto"],
  },
  {
    name: "utilisation-of-all-servers-together",
    sentence: "The share of time is that of one server, however many there are.",
    file: "src/domain/measure/busy-measure.ts",
    edits: [
      {
        find: "timeAverage(steps, span) / servers)",
        replacement: "timeAverage(steps, span) / Math.min(1, servers))",
      },
    ],
    tests: [],
    cases: ["q-mm3-cust"],
  },
  {
    name: "turned-away-of-the-admitted",
    sentence: "Those turned away are told as a share of the others.",
    file: `${measure}/measures/turned-away-share.ts`,
    edits: [
      {
        find: 'number("turned-away") / number("arrivals")',
        replacement: 'number("turned-away") / (number("arrivals") - number("turned-away"))',
      },
    ],
    tests: [],
    cases: ["q-erlangB"],
  },
  {
    name: "throughput-counts-the-warm-up",
    sentence: "Completions of the warm-up count, too.",
    file: `${measure}/measures/throughput.ts`,
    edits: [{ find: "- totalAt(done, from - 1);", replacement: "- totalAt(done, from - Infinity);" }],
    tests: [],
    cases: ["q-mm1k"],
  },
  {
    name: "level-one-step-late",
    sentence: "A mean over time takes the value that comes next.",
    file: `${measure}/steps.ts`,
    edits: [
      {
        find: "visit(next > 0 ? (values[next - 1] as number) : 0, at, end);",
        replacement: "visit(values[next] ?? 0, at, end);",
      },
    ],
    tests: [],
    cases: ["q-machine-repair"],
  },
  {
    name: "share-of-time-at-least",
    sentence: "The share of time at a level counts all above it.",
    file: `${measure}/steps.ts`,
    edits: [{ find: "if (value === wanted)", replacement: "if (value >= wanted)" }],
    tests: [],
    cases: ["inv-markov-avail"],
  },
  {
    name: "peak-is-the-last",
    sentence: "The greatest level is the one at the end.",
    file: `${measure}/steps.ts`,
    edits: [{ find: "if (!(value <= largest)) largest = value;", replacement: "largest = value;" }],
    tests: [],
    cases: ["fluid-outage"],
  },
  {
    name: "error-of-one-in-place-of-the-mean",
    sentence: "The standard error of a mean is the deviation of a single value.",
    file: "src/engine/stats/accumulator.ts",
    edits: [{ find: "Math.sqrt(this.variance / this.count)", replacement: "Math.sqrt(this.variance)" }],
    tests: [],
    cases: ["q-machine-repair", "q-tandem-block"],
  },
];

/** Faults of outages, passages, ports and routes. */
const wayFaults: readonly Fault[] = [
  {
    name: "closed-and-open",
    sentence: "A closed station lets everybody in.",
    file: "src/engine/station/capacity.ts",
    edits: [
      {
        find: "return this.closures.closed(station) ? 0 : this.serverCounts[station]!;",
        replacement: "return this.serverCounts[station]!;",
      },
    ],
    tests: [],
    cases: ["fluid-outage", "ports-parallel-closure"],
  },
  {
    name: "services-in-whole-seconds",
    sentence: "After an outage work goes on at another rate: services are rounded to seconds.",
    file: "src/domain/world/horizon.ts",
    edits: [
      {
        find: "return Math.min(drawnMs, LONGEST_MS);",
        replacement: "return 1000 * Math.round(Math.min(drawnMs, LONGEST_MS) / 1000);",
      },
    ],
    tests: [],
    cases: ["fluid-outage"],
  },
  {
    name: "one-place-too-many",
    sentence: "A convoy takes one vessel more than its size.",
    file: "src/domain/passage/convoys.ts",
    edits: [
      { find: "=== time && this.#entered < places", replacement: "=== time && this.#entered <= places" },
    ],
    tests: [],
    cases: ["canal-slots"],
  },
  {
    name: "headway-not-kept",
    sentence: "Who is admitted holds up nobody behind.",
    file: "src/domain/passage/headway-clock.ts",
    edits: [
      { find: "this.#leftMs = this.#intervalMs;", replacement: "this.#leftMs = 0 * this.#intervalMs;" },
    ],
    tests: [],
    cases: ["canal-closure-divert"],
  },
  {
    name: "masters-hope-for-an-opening-now",
    sentence: "A believed wait leaves out how long a closure is announced to last.",
    file: "src/domain/policy/belief.ts",
    edits: [
      {
        find: "const shut = Math.max(0, opening - eta);",
        replacement: "const shut = 0 * Math.max(0, opening - eta);",
      },
    ],
    tests: [],
    cases: ["canal-closure-divert"],
  },
  {
    name: "masters-who-wait-turn",
    sentence: "Under the rule `wait` vessels go round a passage.",
    file: "src/domain/policy/policies/divert.ts",
    edits: [{ find: '    if (values["rule"] === "wait") return policy;\n', replacement: "" }],
    tests: [],
    cases: ["canal-closure-divert"],
  },
  {
    name: "first-leg-left-out",
    sentence: "What is left of a way leaves out its first leg.",
    file: "src/domain/traffic/outlook.ts",
    edits: [
      {
        find: "return this.table(vessel, avoidance, destination).cost(node, this.costs(vessel, avoidance));",
        replacement:
          "const table = this.table(vessel, avoidance, destination);\n" +
          "    const costs = this.costs(vessel, avoidance);\n" +
          "    return table.next(node, costs) < 0 ? Infinity : table.cost(table.next(node, costs), costs);",
      },
    ],
    tests: [],
    cases: ["canal-closure-divert"],
  },
  {
    name: "whoever-reaches-a-port-stays",
    sentence: "A vessel that finds its port closed does not ask whether to call elsewhere.",
    file: "src/domain/traffic/traffic.ts",
    edits: [
      {
        find: "    ports.decide(vessel);\n    decisions.decide(vessel);\n    ports.expect(vessel);",
        replacement:
          "    const { node, destination } = this.#rooms.vessels;\n" +
          "    if (node[vessel] !== destination[vessel]) ports.decide(vessel);\n" +
          "    decisions.decide(vessel);\n    ports.expect(vessel);",
      },
    ],
    tests: [],
    cases: ["ports-parallel-closure"],
  },
  {
    name: "cut-edges-are-sailed",
    sentence: "The shortest path runs over links that are cut.",
    file: "src/engine/network/shortest-path.ts",
    edits: [{ find: "if (cut[edge[k]!] !== 0) continue;", replacement: "" }],
    tests: [],
    cases: ["net-seervada"],
  },
  {
    name: "first-path-found-is-kept",
    sentence: "A shorter path to a place that was seen before is not taken.",
    file: "src/engine/network/shortest-path.ts",
    edits: [{ find: "if (there > known) continue;", replacement: "if (known !== UNREACHED) continue;" }],
    tests: [],
    cases: ["net-seervada"],
  },
];

/** Faults of measures of resilience, risk and availability. */
const resilienceFaults: readonly Fault[] = [
  {
    name: "area-of-the-wrong-sign",
    sentence: "What Q lacks of 1 is counted below 0.",
    file: `${measure}/lost-share.ts`,
    edits: [
      { find: "area += (1 - walk.share) * length;", replacement: "area += (walk.share - 1) * length;" },
    ],
    tests: [],
    cases: ["res-triangle", "res-exp"],
  },
  {
    name: "lowest-is-the-last",
    sentence: "The lowest share is the last below 1.",
    file: `${measure}/lost-share.ts`,
    edits: [{ find: "lowest = Math.min(lowest, walk.share);", replacement: "lowest = walk.share;" }],
    tests: [],
    cases: ["res-triangle", "res-henry"],
  },
  {
    name: "triangle-taken-for-a-rectangle",
    sentence: "The half is missing in the triangle of Zobel.",
    file: `${measure}/measures/zobel-resilience.ts`,
    edits: [{ find: "/ (2 * longest)", replacement: "/ longest" }],
    tests: [],
    cases: ["res-triangle"],
  },
  {
    name: "mean-over-half-the-time",
    sentence: "The mean performance of Cimellaro is that of half of the time.",
    file: `${measure}/measures/cimellaro-resilience.ts`,
    edits: [{ find: "1 - area / controlTime", replacement: "1 - (2 * area) / controlTime" }],
    tests: [],
    cases: ["res-triangle"],
  },
  {
    name: "recovered-only-at-one",
    sentence: "Recovery is looked for at the whole rate, whatever counts as recovered.",
    file: `${measure}/recovery.ts`,
    edits: [
      {
        find: "{ least: curve.recoveredAt, most: Infinity }",
        replacement: "{ least: 1, most: Infinity }",
      },
    ],
    tests: [],
    cases: ["res-triangle", "res-exp"],
  },
  {
    name: "come-back-of-all-not-of-what-was-lost",
    sentence: "What has come back is told as a share of the whole rate, not of what was lost.",
    file: `${measure}/measures/henry-resilience.ts`,
    edits: [{ find: "(walk.share - lowest) / (1 - lowest)", replacement: "walk.share - lowest" }],
    tests: [],
    cases: ["res-henry"],
  },
  {
    name: "most-of-the-whole-run",
    sentence: "The most that could be lost is counted to the end of the run, not of the disruption.",
    file: `${measure}/measures/static-resilience.ts`,
    edits: [
      {
        find: "const until = Number.isNaN(lastEnd) ? run.facts.end : lastEnd;",
        replacement: "const until = Number.isNaN(lastEnd) ? NaN : run.facts.end;",
      },
    ],
    tests: [],
    cases: ["res-rose"],
  },
  {
    name: "gain-taken-for-a-loss",
    sentence: "Who recovers sooner than the baseline is told to lose what it gains.",
    file: `${measure}/measures/dynamic-resilience.ts`,
    edits: [{ find: "without.area - hastened.area", replacement: "hastened.area - without.area" }],
    tests: [],
    cases: ["res-rose-dynamic"],
  },
  {
    name: "loss-times-its-time",
    sentence: "What is missing is multiplied by how long it is.",
    file: `${measure}/measures/throughput-loss.ts`,
    edits: [{ find: "from, until).largest;", replacement: "from, until).integral;" }],
    tests: [],
    cases: ["res-rose", "res-cvar"],
  },
  {
    name: "tail-not-divided-by-its-share",
    sentence: "The mean beyond the value at risk is taken over all losses.",
    file: "src/engine/stats/tail-values.ts",
    edits: [{ find: "Math.max(0, value - risk) / (1 - level)", replacement: "Math.max(0, value - risk)" }],
    tests: [],
    cases: ["res-cvar"],
  },
  {
    name: "failures-counted-as-successes",
    sentence: "A chance of so many failures is told as one of so many successes.",
    file: "src/engine/stats/binomial.ts",
    edits: [
      {
        find: "incompleteBeta(count - most, most + 1, 1 - share, share)",
        replacement: "incompleteBeta(count - most, most + 1, share, 1 - share)",
      },
    ],
    tests: [],
    cases: ["rel-kofn"],
  },
];

/** Faults that `verify` must find, of every family of its cases. */
export const truthFaults: readonly Fault[] = [
  ...queueFaults,
  ...readingFaults,
  ...wayFaults,
  ...resilienceFaults,
];
