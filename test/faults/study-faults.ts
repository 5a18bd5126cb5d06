import type { Fault } from "./fault.ts";

/** Faults of the language, the sources and the study. */
export const studyFaults: readonly Fault[] = [
  {
    name: "spared-in-the-mean-ranks-last",
    sentence: "In the mean ranks of the benchmark, who never failed comes after all who did.",
    file: "src/study/benchmark/ranks.ts",
    edits: [
      {
        find: "if (Number.isNaN(time)) return Number.NEGATIVE_INFINITY;",
        replacement: "if (Number.isNaN(time)) return Number.POSITIVE_INFINITY;",
      },
    ],
    tests: ["test/study/benchmark/ranks.test.ts"],
  },
  {
    name: "part-forgets-the-quiet-days",
    sentence: "A part of the benchmark leaves out what its policies do on quiet days.",
    file: "src/study/benchmark/design.ts",
    edits: [
      {
        find: "[noDisruption, ...chosen.disruptions].flatMap",
        replacement: "[...chosen.disruptions].flatMap",
      },
    ],
    tests: ["test/study/benchmark/networks.test.ts"],
  },
  {
    name: "damaged-shard-is-trusted",
    sentence: "A shard is read without a look at its hash.",
    file: "src/study/store/shard.ts",
    edits: [{ find: ".digest().equals(hash))", replacement: ".digest().equals(hash) && hash.length > 99)" }],
    tests: ["test/study/store/unfinished-run.test.ts"],
  },
  {
    name: "futures-fill-one-place",
    sentence: "What a part gave goes to the first future of it, whichever it is of.",
    file: "src/study/sweep/cube-writer.ts",
    edits: [
      {
        find: "this.#columnOf(columns[variant], name)[future] =",
        replacement: "this.#columnOf(columns[variant], name)[span.from] =",
      },
    ],
    tests: ["test/study/sweep/sweep.test.ts"],
  },
  {
    name: "futures-say-nothing",
    sentence: "Every future is run as the scenario without it.",
    file: "src/study/sweep/futures-run.ts",
    edits: [
      {
        find: "const plan = planExperiment(study);",
        replacement: "const plan = planExperiment(this.#opened.study);",
      },
    ],
    tests: ["test/study/sweep/sweep.test.ts"],
  },
  {
    name: "rows-of-a-sweep-as-they-came",
    sentence: "The rows of a sweep are written in the order in which its shards were.",
    file: "src/study/store/unfinished-sweep.ts",
    edits: [
      {
        find: ".sort((one, other) => one.from - other.from)",
        replacement: ".sort((one, other) => other.from - one.from)",
      },
    ],
    tests: ["test/shells/cli/sweep.test.ts"],
  },
  {
    name: "gap-is-not-run",
    sentence: "Replications that are missing between kept ones are not run.",
    file: "src/study/experiment/gaps.ts",
    edits: [
      {
        find: "if (from < Math.min(span.from, count)) gaps.push(",
        replacement: "if (from > count) gaps.push(",
      },
    ],
    tests: ["test/study/store/unfinished-run.test.ts"],
  },
  {
    name: "kept-across-checkpoints",
    sentence: "What a comparison keeps lies across the replications at which it asked whether it can tell.",
    file: "src/study/experiment/campaign.ts",
    edits: [{ find: "    this.#reached();\n", replacement: "    void this.#reached;\n" }],
    tests: ["test/shells/cli/resume.test.ts"],
  },
  {
    name: "pairs-told-one-by-one",
    sentence: "Contenders are told apart by each chance alone, however many pairs there are.",
    file: "src/study/comparison/difference.ts",
    edits: [
      {
        find: "const chance = byTest.get(test) ?? null;",
        replacement: "const chance = byTest.has(test) ? test.pValue : null;",
      },
    ],
    tests: ["test/study/comparison/ranking.test.ts"],
  },
  {
    name: "dearest-of-the-better",
    sentence: "Who is dominated is told to be so by the dearest that is better, and not by the cheapest.",
    file: "src/study/comparison/frontier.ts",
    edits: [{ find: "const [cheapest] = better;", replacement: "const cheapest = better.at(-1);" }],
    tests: ["test/study/comparison/frontier.test.ts"],
  },
  {
    name: "spared-ranks-last",
    sentence: "Who never failed ranks behind all that did.",
    file: "src/study/comparison/ranking.ts",
    edits: [{ find: "ranks: [...first, ...ranks]", replacement: "ranks: [...ranks, ...first]" }],
    tests: ["test/study/comparison/ranking.test.ts"],
  },
  {
    name: "precision-of-any-variant",
    sentence: "Replications end as soon as one variant is known well enough, whatever the others.",
    file: "src/study/experiment/precision.ts",
    edits: [{ find: "precision).every((", replacement: "precision).some((" }],
    tests: ["test/study/experiment/precision.test.ts"],
  },
  {
    name: "whole-interval-for-half",
    sentence: "The whole interval is held to what half of it may be.",
    file: "src/study/experiment/precision.ts",
    edits: [{ find: "(high - low) / 2 <=", replacement: "high - low <=" }],
    tests: ["test/study/experiment/precision.test.ts"],
  },
  {
    name: "gate-cut-missing",
    sentence: "A sea lane that crosses the line of a passage is kept whole beside its door.",
    file: "src/scenario/source/cut-passage.ts",
    edits: [{ find: "    else kept.push(edge);", replacement: "    kept.push(edge);" }],
    tests: ["test/scenario/source/passages.test.ts"],
  },
  {
    name: "unknown-keys-accepted",
    sentence: "A key that is not known is passed over in silence.",
    file: "src/scenario/language/forms/unknown-keys.ts",
    edits: [
      {
        find: "    if (Object.hasOwn(fields, key) || known.includes(key)) {\n",
        replacement: "    if (known.length >= 0) {\n",
      },
    ],
    tests: ["test/scenario/language/broken-files.test.ts"],
  },
  {
    name: "wrong-column",
    sentence: "A diagnostic points one column too far.",
    file: "src/scenario/read/read-text.ts",
    edits: [{ find: "column: Math.max(1, col) };", replacement: "column: Math.max(1, col) + 1 };" }],
    tests: ["test/scenario/language/broken-files.test.ts", "test/scenario/read/read-text.test.ts"],
  },
  {
    name: "twin-keeps-a-disruption",
    sentence: "The twin keeps the first disruption of the scenario.",
    file: "src/study/experiment/twin.ts",
    edits: [
      {
        find: ".filter(([, disruption]) => !isForeground(disruption));",
        replacement: ".filter(([, disruption], index) => index === 0 || !isForeground(disruption));",
      },
    ],
    tests: ["test/study/experiment/plan.test.ts"],
  },
  {
    name: "crossed-without-its-last",
    sentence: "A combination of variants leaves out the patch of the last one.",
    file: "src/scenario/language/read-cross.ts",
    edits: [{ find: "    extends: way,", replacement: "    extends: way.slice(0, -1)," }],
    tests: ["test/laws/variants.test.ts", "test/scenario/language/cross.test.ts"],
  },
  {
    name: "joint-cost-of-all-days",
    sentence:
      "What costs daily while its policy acts costs all the time when it is joined with another variant.",
    file: "src/study/experiment/variant-costs.ts",
    edits: [
      { find: "  if (of !== undefined) {", replacement: "  if (of !== undefined && of.length === 0) {" },
    ],
    tests: ["test/study/experiment/variant-costs.test.ts"],
  },
  {
    name: "interaction-of-one-baseline",
    sentence: "The interaction of three variants adds the baseline once, not twice.",
    file: "src/study/experiment/interaction.ts",
    edits: [{ find: "value + (own.length - 1) * base", replacement: "value + base" }],
    tests: ["test/study/experiment/interaction.test.ts"],
  },
  {
    name: "worst-are-the-greatest",
    sentence: "The worst 5 % of what is better the more there is are the greatest ones.",
    file: "src/study/experiment/judged-statistic.ts",
    edits: [{ find: "directionOf(row.kind) < 1)", replacement: "directionOf(row.kind) < 2)" }],
    tests: ["test/study/experiment/judged-statistic.test.ts"],
  },
  {
    name: "margin-of-the-near-end",
    sentence: "The least margin of a threshold is that of the better end of the interval.",
    file: "src/study/experiment/verdicts.ts",
    edits: [
      {
        find: "known(Math.min(inside(least), inside(most)))",
        replacement: "known(Math.max(inside(least), inside(most)))",
      },
    ],
    tests: ["test/study/experiment/verdicts.test.ts"],
  },
  {
    name: "warm-up-short-by-any-cut",
    sentence: "A warm-up is called too short wherever MSER-5 cuts behind it, of noise too.",
    file: "src/study/experiment/warm-up-check.ts",
    edits: [{ find: "return isApart ?", replacement: "return isApart || cut > 0 ?" }],
    tests: ["test/study/experiment/warm-up-check.test.ts"],
  },
  {
    name: "warm-up-read-from-the-disrupted-run",
    sentence: "The warm-up is judged by the run with its disruptions, not by the twin.",
    file: "src/study/experiment/compiled-experiment.ts",
    edits: [{ find: "this.#warmUp, common.baselineTwin)", replacement: "this.#warmUp, common.baseline)" }],
    tests: ["test/study/experiment/warm-up-check.test.ts"],
  },
  {
    name: "future-over-the-baseline-alone",
    sentence: "A future writes its values over the baseline, and variants keep theirs.",
    file: "src/scenario/language/study-work.ts",
    edits: [
      {
        find: "this.resolveOne(variant.name, this.inFuture(patched.root), names, baseline)",
        replacement: "this.resolveOne(variant.name, patched.root, names, baseline)",
      },
    ],
    tests: ["test/scenario/language/futures.test.ts"],
  },
  {
    name: "unwatched-times-cut-all",
    sentence: "A time that was censored at 0 cuts all times to 0 before they are compared.",
    file: "src/engine/stats/restricted-mean.ts",
    edits: [{ find: "return isCensored ? time > 0 :", replacement: "return isCensored ? time >= 0 :" }],
    tests: ["test/engine/stats/survival.test.ts"],
  },
  {
    name: "censored-runs-dropped",
    sentence: "Replications that had not recovered by the end are left out of the quantiles.",
    file: "src/study/experiment/estimate.ts",
    edits: [
      {
        find: ".filter((index) => !Number.isNaN(sample.times[index]));",
        replacement: ".filter((index) => !Number.isNaN(sample.times[index]) && !sample.censored[index]);",
      },
    ],
    tests: ["test/study/experiment/estimate.test.ts"],
  },
  {
    name: "censored-times-averaged",
    sentence: "A mean takes a censored time for a time.",
    file: "src/study/experiment/estimate.ts",
    edits: [
      { find: "if (sample.censored.includes(true)) return", replacement: "if (false as boolean) return" },
    ],
    tests: ["test/study/experiment/estimate.test.ts"],
  },
  {
    name: "sections-shared-under-other-names",
    sentence: "A variant takes over what its baseline read, although what that names is not there any more.",
    file: "src/scenario/language/shared-sections.ts",
    edits: [{ find: "isThat && reading.names.areThoseOf(known.names) && ", replacement: "isThat && " }],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "ranked-sections-shared",
    sentence: "A variant takes over what was ranked by the demand of its baseline.",
    file: "src/scenario/language/shared-sections.ts",
    edits: [{ find: '"commodities", "flows"]', replacement: '"commodities", "flows", "disruptions"]' }],
    tests: ["test/scenario/language/shared-sections.test.ts"],
  },
  {
    name: "damaged-rows-read",
    sentence: "A file of a run folder is read though it is not what the run wrote.",
    file: "src/study/store/read-run.ts",
    edits: [
      {
        find: "if (digestOf(text) !== files[name]) throw damaged(folder, name);",
        replacement: "if (files[name] === undefined) throw damaged(folder, name);",
      },
    ],
    tests: ["test/study/store/store.test.ts"],
  },
  {
    name: "other-things-compared",
    sentence: "The performance of a port is set beside that of a flow, because both have one.",
    file: "src/study/experiment/run-differences.ts",
    edits: [
      {
        find: "line.cells.includes(undefined) || !isOfOne(line.first.of, first, second)",
        replacement: "line.cells.includes(undefined)",
      },
    ],
    tests: ["test/shells/cli/diff.test.ts"],
  },
];
