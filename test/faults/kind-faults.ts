import type { Fault } from "./fault.ts";

const disruptions = "src/domain/disruption/disruptions";
const policies = "src/domain/policy/policies";
const onsets = "src/domain/disruption/onsets.ts";
const elements = "src/domain/world/elements.ts";

/** Of each kind of disruption and policy, and each way to start, a mistake that the laws of all must find. */
export const kindFaults: readonly Fault[] = [
  {
    name: "attack-frees-nobody",
    sentence: "Whom an attack struck it never lets go.",
    file: `${disruptions}/attack.ts`,
    edits: [{ find: "effect: one.effect }));", replacement: "effect: { ...one.effect, end() {} } }));" }],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "ban-outlives-its-end",
    sentence: "Who was banned stays so when the ban is over.",
    file: `${disruptions}/ban.ts`,
    edits: [{ find: "bans.ban(target, owner, undefined);", replacement: "bans.ban(target, owner, whom);" }],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "those-banned-at-once-come-in-by-id",
    sentence: "Of bans that end at one instant the id says who comes in first.",
    file: "src/domain/traffic/bans.ts",
    edits: [
      {
        find: "if (this.#length(element) > 0) this.#simulation.after(0, this.#free, element);",
        replacement: "this.#comeIn(element);",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "recovery-lags-behind",
    sentence: "Until the next step of a recovery the factor is what the curve was at the last one.",
    file: "src/domain/disruption/recovery.ts",
    edits: [{ find: "(step + 0.5) / recoverySteps", replacement: "step / recoverySteps" }],
    tests: ["test/domain/disruption/capacity.test.ts"],
  },
  {
    name: "recovery-stops-halfway",
    sentence: "A cut that comes back stays at half of the way.",
    file: `${disruptions}/capacity.ts`,
    edits: [
      {
        find: "if (this.#step >= recoverySteps) return;",
        replacement: "if (this.#step >= recoverySteps / 2) return;",
      },
    ],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "closure-never-reopens",
    sentence: "What was closed stays closed.",
    file: `${disruptions}/closure.ts`,
    edits: [{ find: "elements.reopen(target, owner);", replacement: "void [target, owner];" }],
    tests: ["test/laws/disruptions.test.ts", "test/laws/routing.test.ts"],
  },
  {
    name: "what-fails-fails-at-once",
    sentence: "What fails by itself has failed before it has worked.",
    file: onsets,
    edits: [{ find: 'this.#draw(number)(lifetime.between, "between")', replacement: "0" }],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "hazard-of-no-strength-damages",
    sentence: "Whatever its strength, a hazard damages all that it reaches.",
    file: `${disruptions}/hazard.ts`,
    edits: [
      {
        find: "strength * felt >= withstands(state, weakness)",
        replacement: "strength * felt >= 0 * withstands(state, weakness)",
      },
    ],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "slower-is-faster",
    sentence: "The slower of two slowdowns is the faster.",
    file: `${disruptions}/slowdown.ts`,
    edits: [
      {
        find: "return factorEffect(factor, context, context.announceFactor);",
        replacement:
          "return factorEffect({ steps: factor.steps.map((step) => ({ ...step, value: { kind: 'constant', " +
          "value: 1 - Number(step.value['value'] ?? 0) / 2 } })) }, context, context.announceFactor);",
      },
    ],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "demand-of-one-cancels",
    sentence: "A demand of a factor of 1 cancels one in ten.",
    file: "src/domain/disruption/factor-effect.ts",
    edits: [{ find: "scaleTo(Math.max(0, factor)),", replacement: "scaleTo(Math.max(0, factor) * 0.9)," }],
    tests: ["test/laws/disruptions.test.ts"],
  },
  {
    name: "those-who-wait-call-elsewhere",
    sentence: "Under the rule of waiting vessels call at other ports as under that of the cheapest.",
    file: `${policies}/alternate-port.ts`,
    edits: [{ find: 'if (values["rule"] === "wait") return policy;', replacement: "" }],
    tests: ["test/laws/policies.test.ts", "test/domain/policy/alternate-port.test.ts"],
  },
  {
    name: "those-who-wait-divert",
    sentence: "Under the rule of waiting vessels divert as under that of the cheapest.",
    file: `${policies}/divert.ts`,
    edits: [{ find: 'if (values["rule"] === "wait") return policy;', replacement: "" }],
    tests: ["test/laws/policies.test.ts"],
  },
  {
    name: "until-has-passed-and-it-begins",
    sentence: "A policy whose last instant has passed begins with the next event, and never stops.",
    file: "src/domain/policy/acting-span.ts",
    edits: [{ find: " && this.#context.simulation.now < this.#stopsAt", replacement: "" }],
    tests: ["test/domain/policy/surge.test.ts"],
  },
  {
    name: "an-end-calls-nothing-off",
    sentence: "A policy whose end comes before it begins acts all the same.",
    file: "src/domain/policy/acting-span.ts",
    edits: [{ find: "    this.#calledOff = this.#settled;\n", replacement: "" }],
    tests: ["test/domain/policy/surge.test.ts"],
  },
  {
    name: "a-rate-follows-the-schedule",
    sentence: "The rate of a cut changes with the schedule of the passage that it cuts.",
    file: "src/domain/disruption/disruptions/capacity.ts",
    edits: [{ find: "    if (this.#values.rate !== undefined) this.#keepRate();\n", replacement: "" }],
    tests: ["test/domain/passage/slot-schedule.test.ts"],
  },
  {
    name: "surge-outlives-its-end",
    sentence: "A surge that has stopped works on.",
    file: `${policies}/surge.ts`,
    edits: [{ find: "end: () => this.#act(false),", replacement: "end: () => undefined," }],
    tests: ["test/laws/policies.test.ts"],
  },
  {
    name: "drawn-start-never-comes",
    sentence: "A disruption whose start is drawn does not come.",
    file: onsets,
    edits: [
      {
        find: 'this.#begin(number, Math.round(this.#draw(number)(start.distribution, "start")));',
        replacement: "void start.distribution;",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "what-may-occur-occurs",
    sentence: "What comes with a probability comes.",
    file: onsets,
    edits: [
      {
        find: 'isSpared = this.#uniform(number, "probability") >= probability;',
        replacement: "isSpared = probability > 1;",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "what-may-follow-follows",
    sentence: "What follows an event with a probability follows it.",
    file: onsets,
    edits: [
      {
        find: 'if (this.#uniform(number, "probability") >= probability) {',
        replacement: "if (probability > 1) {",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "condition-without-its-line",
    sentence: "A condition with a least value is true below it, too.",
    file: "src/domain/world/condition.ts",
    edits: [{ find: "value <= most && value >= least", replacement: "value <= most || value >= least" }],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "who-left-is-never-forgotten",
    sentence: "The gauge `rate` counts everybody who left since the start of the run.",
    file: "src/domain/world/gauges/rate.ts",
    edits: [{ find: "recent -= leavers;", replacement: "recent -= 0 * leavers;" }],
    tests: ["test/domain/world/gauges.test.ts"],
  },
  {
    name: "rate-is-known-from-the-start",
    sentence: "The gauge `rate` shows nobody as long as the run is younger than its while.",
    file: "src/domain/world/gauges/rate.ts",
    edits: [{ find: "isKnown ? (recent * dayMs) / over : NaN", replacement: "(recent * dayMs) / over" }],
    tests: ["test/domain/world/gauges.test.ts"],
  },
  {
    name: "who-stands-still-is-idle",
    sentence: "The gauge `utilisation` counts those alone who move.",
    file: "src/domain/facility/facilities.ts",
    edits: [
      {
        find: "occupied: () => this.#stations.inside(station),",
        replacement: "occupied: () => this.#stations.working(station),",
      },
    ],
    tests: ["test/domain/world/gauges.test.ts"],
  },
  {
    name: "break-within-an-instant",
    sentence: "Who leaves as another is forgotten is a break of a condition.",
    file: "src/domain/world/gauges/rate.ts",
    edits: [
      {
        find: "if (!isLooking) simulation.after(0, looking, 0);",
        replacement: "for (const look of looks) look();",
      },
    ],
    tests: ["test/domain/world/gauges.test.ts"],
  },
  {
    name: "only-the-last-factor-acts",
    sentence: "Of several factors the last one acts alone.",
    file: elements,
    edits: [
      {
        find: "reduce((product, hold) => product * hold.factor, 1);",
        replacement: "reduce((_, hold) => hold.factor, 1);",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "first-of-two-ends-opens",
    sentence: "Where two closures act the end of one opens.",
    file: "src/domain/passage/entrances.ts",
    edits: [
      {
        find: "this.#closures[entrance] = (this.#closures[entrance] as number) - 1; // from open",
        replacement: "this.#closures[entrance] = 0;",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "bans-do-not-add-up",
    sentence: "Of several bans the last alone counts.",
    file: "src/domain/traffic/bans.ts",
    edits: [
      {
        find: "    else bans.set(owner, isBanned);",
        replacement: "    else bans.clear(), bans.set(owner, isBanned);",
      },
    ],
    tests: ["test/laws/onsets.test.ts"],
  },
  {
    name: "a-surge-keeps-its-first-factor",
    sentence: "A schedule of factors of a surge never comes to its second date.",
    file: `${policies}/surge.ts`,
    edits: [
      {
        find: "if (from > simulation.now) simulation.schedule",
        replacement: "if (from < 0) simulation.schedule",
      },
    ],
    tests: ["test/domain/policy/surge.test.ts"],
  },
  {
    name: "arrivals-before-the-first-date",
    sentence: "Where a rate is a schedule, as many come before its first date as later.",
    file: "src/engine/random/rate-schedule.ts",
    edits: [{ find: "{ from: -Infinity, factor: 0 }", replacement: "{ from: -Infinity, factor: 8 }" }],
    tests: ["test/engine/random/arrivals/poisson.test.ts"],
  },
];
