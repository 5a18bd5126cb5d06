import type { Fault } from "./fault.ts";

/** Faults of what the report draws, and of the reference. */
export const reportFaults: readonly Fault[] = [
  {
    name: "none-cannot-be-told",
    sentence: "What differs in no replication is said to be beyond telling, not to be the same.",
    file: "src/shells/report/measure-reading.ts",
    edits: [{ find: 'if (isNone(versus)) return "same";', replacement: "" }],
    tests: ["test/shells/report/page.test.ts", "test/shells/report/measure-reading.test.ts"],
  },
  {
    name: "ranked-none-cannot-be-told",
    sentence: "The ranking says so of a variant that is the baseline in every replication.",
    file: "src/shells/report/ranking-part.ts",
    edits: [{ find: 'if (isNone(told)) return "same";', replacement: "" }],
    tests: ["test/shells/report/choice-section.test.ts"],
  },
  {
    name: "coloured-by-two-rules",
    sentence: "The table of all measures colours what its own interval tells, whatever is told beside it.",
    file: "src/shells/report/variants-section.ts",
    edits: [{ find: "row.cells[0], findings.get(cell));", replacement: "row.cells[0], undefined);" }],
    tests: ["test/shells/report/choice-section.test.ts"],
  },
  {
    name: "own-interval-colours",
    sentence: "The ranking calls worse what is told alone, and cannot be told among all.",
    file: "src/shells/report/ranking-part.ts",
    edits: [
      {
        find: 'return isSlight(told, contest) ? "slight" : told.verdict;',
        replacement:
          'return isSlight(told, contest) ? "slight" : (told.low ?? 0) > 0 ? "worse" : told.verdict;',
      },
    ],
    tests: ["test/shells/report/choice-section.test.ts"],
  },
  {
    name: "frontier-through-all",
    sentence: "The line of the frontier runs through those that are dominated too.",
    file: "src/shells/figure/frontier-figure.ts",
    edits: [
      {
        find: 'data.points.filter(({ status }) => status === "efficient")',
        replacement: "data.points",
      },
    ],
    tests: ["test/shells/figure/frontier-figure.test.ts"],
  },
  {
    name: "ranking-drawn-again",
    sentence: "How far variants are by what ranks them is drawn a second time among all measures.",
    file: "src/shells/report/variants-section.ts",
    edits: [{ find: "const panels = others.map(", replacement: "const panels = rows.map(" }],
    tests: ["test/shells/report/choice-section.test.ts"],
  },
  {
    name: "detour-paid-twice",
    sentence: "The days of a detour are counted as waiting too.",
    file: "src/domain/measure/cost-parts.ts",
    edits: [{ find: "(laterMs / dayMs - furtherDays) * perDay", replacement: "(laterMs / dayMs) * perDay" }],
    tests: ["test/study/experiment/way-tally.test.ts"],
  },
  {
    name: "detour-at-the-speed-of-the-first",
    sentence: "What later vessels sail further is counted at the speed and cost of the first one.",
    file: "src/domain/measure/cost-parts.ts",
    edits: [{ find: "theirs.metres.at(twinRow) - spent.metres", replacement: "theirs.metres.at(twinRow)" }],
    tests: ["test/study/experiment/way-tally.test.ts"],
  },
  {
    name: "transfers-go-overland",
    sentence: "What transfers and later vessels cost is told as ways overland.",
    file: "src/domain/measure/cost-parts.ts",
    edits: [
      {
        find: "transfers += spent.transfer + spent.vessel - laterDetour;",
        replacement: "overland += spent.transfer + spent.vessel - laterDetour;",
      },
    ],
    tests: ["test/study/experiment/way-tally.test.ts"],
  },
  {
    name: "ways-swapped",
    sentence: "Who kept the own way is counted among those who went another.",
    file: "src/study/experiment/way-tally.ts",
    edits: [
      { find: "ours.diverted.at(row) === 1 ? 3 : 0", replacement: "ours.diverted.at(row) === 1 ? 0 : 3" },
    ],
    tests: ["test/study/experiment/way-tally.test.ts"],
  },
  {
    name: "utilisation-of-one-server",
    sentence: "Utilisation is told as the number of servers occupied.",
    file: "src/study/experiment/place-tally.ts",
    edits: [{ find: "null : busy / own;", replacement: "null : busy;" }],
    tests: ["test/study/experiment/place-tally.test.ts"],
  },
  {
    name: "savings-added",
    sentence: "What is saved is drawn to the right of the zero, as if it were paid.",
    file: "src/shells/figure/part-figure.ts",
    edits: [{ find: "const from = value < 0 ? below : above;", replacement: "const from = above;" }],
    tests: ["test/shells/figure/part-figure.test.ts"],
  },
  {
    name: "names-over-names",
    sentence: "Names on the map are laid over each other.",
    file: "src/shells/figure/place-label.ts",
    edits: [{ find: "    taken.push(box);\n", replacement: "" }],
    tests: ["test/shells/figure/place-label.test.ts"],
  },
  {
    name: "better-by-luck",
    sentence: "A difference is called better or worse though its interval holds 0.",
    file: "src/shells/report/measure-reading.ts",
    edits: [
      {
        find: 'const isApart = versus.distinguishable && told?.verdict !== "alike";',
        replacement: 'const isApart = told?.verdict !== "?";',
      },
    ],
    tests: ["test/shells/report/page.test.ts"],
  },
  {
    name: "figure-without-words",
    sentence: "Figures have no text alternative.",
    file: "src/shells/figure/frame.ts",
    edits: [{ find: '    "aria-label": `${name.title}. ${name.description}`,\n', replacement: "" }],
    tests: ["test/shells/figure/part-figure.test.ts"],
  },
  {
    name: "data-short-of-a-row",
    sentence: "The data that a figure saves lack their last row.",
    file: "src/shells/figure/data-file.ts",
    edits: [{ find: "[columns, ...rows].map", replacement: "[columns, ...rows.slice(0, -1)].map" }],
    tests: ["test/shells/figure/data-file.test.ts", "test/shells/report/bars.test.ts"],
  },
  {
    name: "reference-forgets-defaults",
    sentence: "The reference tells no defaults.",
    file: "src/scenario/language/reference/field-table.ts",
    edits: [
      {
        find: "if (field.fallback !== undefined) return code(defaultOf(field));",
        replacement: 'if (field.fallback !== undefined) return "";',
      },
    ],
    tests: [
      "test/scenario/language/reference/reference.test.ts",
      "test/scenario/language/reference/field-table.test.ts",
    ],
  },
  {
    name: "durations-in-milliseconds",
    sentence: "The report prints durations of keys that nobody listed as numbers of milliseconds.",
    file: "src/shells/report/key-dimension.ts",
    edits: [{ find: "for (const fields of [shared, ...", replacement: "for (const fields of [..." }],
    tests: ["test/shells/report/value-text.test.ts"],
  },
  {
    name: "ticks-over-ticks",
    sentence: "Numbers under an axis have no room of their own.",
    file: "src/shells/figure/axis.ts",
    edits: [
      {
        find: ">= 1.5 * longest + 6;",
        replacement: ">= 0;",
      },
      {
        find: "Math.max(2, Math.min(most, Math.floor(width / (longest + 16))))",
        replacement: "2 * most",
      },
    ],
    tests: ["test/shells/report/scenario-pages.test.ts", "test/shells/report/browser.test.ts"],
  },
  {
    name: "notes-over-names",
    sentence:
      "On a telephone the note of a bar stands on the line of its name, though both have no room there.",
    file: "src/shells/figure/part-figure.ts",
    edits: [{ find: "+ 14 > width) ? 2 : 1;", replacement: "+ 14 > width) ? 1 : 1;" }],
    tests: ["test/shells/report/scenario-pages.test.ts"],
  },
  {
    name: "price-untold",
    sentence:
      "An answer tells what total cost comes to with a variant, and not what the variant itself costs.",
    file: "src/study/experiment/money-text.ts",
    edits: [{ find: 'price === "" ? "" : `price ${price}`,', replacement: '"",' }],
    tests: ["test/study/experiment/answer.test.ts"],
  },
  {
    name: "never-is-left-out",
    sentence: "A variant in which a time never comes has no curve of it.",
    file: "src/shells/report/recovery-section.ts",
    edits: [
      { find: "isMostlySpared(countsOf(variant))) return []", replacement: "steps.length === 0) return []" },
    ],
    tests: ["test/shells/report/recovery-section.test.ts"],
  },
  {
    name: "limit-ends-well",
    sentence: "A run that broke off at a limit ends as one that came to its end.",
    file: "src/shells/cli/run-ending.ts",
    edits: [{ find: "if (limits.length > 0) return exitCodes.limitHit;", replacement: "" }],
    tests: ["test/shells/cli/limits.test.ts"],
  },
  {
    name: "slight-is-worse",
    sentence: "The terminal calls a difference better or worse that the report calls slight.",
    file: "src/shells/cli/measure-table.ts",
    edits: [
      {
        find: "const tone = toneOf(cell, baseline);",
        replacement: 'const tone = toneOf(cell, baseline) === "alike" ? "alike" : "worse";',
      },
    ],
    tests: ["test/shells/cli/measure-table.test.ts"],
  },
  {
    name: "year-told-once",
    sentence: "An axis of time that runs into another year says the first year alone.",
    file: "src/shells/figure/axis.ts",
    edits: [{ find: "ticks[index - 1]?.getUTCFullYear() !== year", replacement: "index === 0" }],
    tests: ["test/shells/figure/axis.test.ts"],
  },
  {
    name: "reacts-as-in-the-baseline",
    sentence: "The checklist says what reacts in the baseline, for every variant.",
    file: "src/shells/report/kind-words.ts",
    edits: [{ find: "const own = family(scenario);", replacement: "const own = common;" }],
    tests: ["test/shells/report/glossary-section.test.ts"],
  },
  {
    name: "few-speak-for-the-spared",
    sentence: "Of a time that most replications were spared, the few others give the number and the finding.",
    file: "src/study/experiment/measure-lines.ts",
    edits: [{ find: "unaffected * 2 > replications", replacement: "unaffected === replications" }],
    tests: ["test/shells/report/measure-reading.test.ts"],
  },
  {
    name: "better-by-nothing",
    sentence: "A difference that is told apart from 0 is printed as 0 where its interval is wide.",
    file: "src/study/experiment/measure-lines.ts",
    edits: [{ find: "[(difference ?? 0) * factor, isInReach", replacement: "[isInReach" }],
    tests: ["test/shells/report/measure-reading.test.ts"],
  },
  {
    name: "leaves-out-a-printed-nothing",
    sentence: "A difference that is told apart from 0 has an interval that ends at 0 in print.",
    file: "src/study/experiment/measure-lines.ts",
    edits: [{ find: "isInReach ? next : 0]", replacement: "0]" }],
    tests: ["test/shells/report/measure-reading.test.ts"],
  },
  {
    name: "one-endless-timeline",
    sentence: "A timeline of many lines is one drawing, which paper shrinks until nobody can read it.",
    file: "src/shells/figure/timeline-figure.ts",
    edits: [{ find: "const sheetMost = 20;", replacement: "const sheetMost = 200;" }],
    tests: ["test/shells/figure/timeline-figure.test.ts"],
  },
];
