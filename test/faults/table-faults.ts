import type { Fault } from "./fault.ts";

const cli = "test/shells/cli";

/** Faults of tables, and of the commands that write, compare and import scenarios. */
export const tableFaults: readonly Fault[] = [
  {
    name: "import-writes-what-is-wrong",
    sentence: "An import writes its scenario although rows are wrong.",
    file: "src/shells/cli/import-command.ts",
    edits: [
      {
        find: "if (study === undefined) throw refused(ofFiles(diagnostics, shown));",
        replacement: "void study;",
      },
    ],
    tests: [`${cli}/import.test.ts`],
  },
  {
    name: "starter-overwrites",
    sentence: "What new and import write replaces a file of that name.",
    file: "src/shells/cli/scenario-file.ts",
    edits: [{ find: "if (existsSync(file))", replacement: 'if (existsSync(file) && shown === "")' }],
    tests: [`${cli}/import.test.ts`, `${cli}/new.test.ts`],
  },
  {
    name: "mapped-unit-is-lost",
    sentence: "The unit that a mapping gives to bare numbers is not heard.",
    file: "src/scenario/source/sheet-columns.ts",
    edits: [
      {
        find: "target.unit === undefined ? headerUnit(text, target) : unitSource(target.unit, headers)",
        replacement: "headerUnit(text, target)",
      },
    ],
    tests: ["test/scenario/source/read-tables.test.ts"],
  },
  {
    name: "cells-stand-one-to-the-left",
    sentence: "A wrong cell of CSV is told a column before the one where it begins.",
    file: "src/scenario/source/csv-text.ts",
    edits: [
      {
        find: "placeIn(this.file, this.line, start - this.lineStart + 1));",
        replacement: "placeIn(this.file, this.line, start - this.lineStart));",
      },
    ],
    tests: ["test/scenario/source/csv-text.test.ts", `${cli}/import.test.ts`],
  },
  {
    name: "first-way-stays",
    sentence: "The first way to a site that is found stays, though a shorter one comes.",
    file: "src/scenario/language/kin-ways.ts",
    edits: [{ find: "!(there < (ms[end] ?? 0))", replacement: "ms[end] !== Infinity" }],
    tests: ["test/scenario/language/routes.test.ts"],
  },
  {
    name: "variant-plans-as-the-baseline",
    sentence: "A variant that changes flows plans with those of the baseline.",
    file: "src/scenario/language/planned-traffic.ts",
    edits: [
      { find: "isSpan && one.flows === other.flows && hasSameWays", replacement: "isSpan && hasSameWays" },
    ],
    tests: ["test/scenario/language/planned-traffic.test.ts"],
  },
  {
    name: "sheets-kept-whatever-is-told",
    sentence: "A file that was read once stays as it was read, though it is told to be written otherwise.",
    file: "src/scenario/source/read-sheets.ts",
    edits: [{ find: " && known.told === told", replacement: "" }],
    tests: ["test/scenario/source/read-sheets.test.ts"],
  },
  {
    name: "decimal-commas-unread",
    sentence: "Numbers with decimal commas are no numbers.",
    file: "src/scenario/source/decimal-commas.ts",
    edits: [{ find: "return isAny && isSure;", replacement: "return isAny && isSure && index < 0;" }],
    tests: [`${cli}/import.test.ts`],
  },
  {
    name: "areas-stand-in-their-bays",
    sentence: "The middle of an area stands for it, though it lies outside.",
    file: "src/scenario/source/point-inside.ts",
    edits: [{ find: "turn(isInside ? middle[1]", replacement: "turn(isInside || size > 0 ? middle[1]" }],
    tests: ["test/scenario/source/point-inside.test.ts"],
  },
  {
    name: "parts-never-meet",
    sentence: "Parts of a line are links of their own, though each begins where the one before it ends.",
    file: "src/scenario/source/geojson-geometry.ts",
    edits: [{ find: "east === 1_800_000 ? -east : east", replacement: "east" }],
    tests: ["test/scenario/source/tables/geojson.test.ts"],
  },
  {
    name: "south-is-north",
    sentence: "Degrees with a letter of the compass are those of the north and the east.",
    file: "src/scenario/source/degrees.ts",
    edits: [{ find: "/[SW]/i.test(side)", replacement: "/[XY]/i.test(side)" }],
    tests: ["test/scenario/source/degrees.test.ts"],
  },
  {
    name: "units-of-cells-unheard",
    sentence: "An import counts calls by the number of a cell, in whatever unit that stands.",
    file: "src/scenario/source/sketched-way.ts",
    edits: [
      {
        find: 'return (written && convert(written, "rate", noUnits)?.value) ?? 1;',
        replacement: "return written?.number ?? 1;",
      },
    ],
    tests: [`${cli}/import.test.ts`],
  },
  {
    name: "diff-tells-it-backwards",
    sentence: "A difference goes from the second scenario to the first.",
    file: "src/shells/cli/diff-text.ts",
    edits: [
      {
        find: "${sideText(before)} → ${sideText(after)}",
        replacement: "${sideText(after)} → ${sideText(before)}",
      },
    ],
    tests: [`${cli}/diff.test.ts`],
  },
  {
    name: "five-berths-whoever-calls",
    sentence: "An import gives every port five berths, though its flows bring more than these can serve.",
    file: "src/scenario/source/sketched-traffic.ts",
    edits: [
      {
        find: "return Math.max(berthsLeast, Math.ceil((perDay * stayDays) / loadMost));",
        replacement: "return Math.max(berthsLeast, 0 * perDay);",
      },
    ],
    tests: [`${cli}/import.test.ts`],
  },
];
