import { describe, expect, it } from "vitest";
import { blob } from "./rules/packages.ts";
import { fileLengthWarning } from "./rules/lengths.ts";
import { fileRules, treeRules } from "./rules.ts";

/** A violation planted in a text, with the line where it must be found; and a text that must pass. */
interface Planted {
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  readonly bad: string;
  readonly line: number;
  readonly good: string;
}

/** A word in two pieces, so that the rules do not find it in this file. */
const words = (...pieces: string[]): string => pieces.join("");
const kernel = "src/engine/kernel/thing.ts";
const lines = (count: number): string => "const a = 1;\n".repeat(count);
const functionOf = (count: number): string => `function long() {\n${"  step();\n".repeat(count - 2)}}\n`;

const layerRule = "imports follow the table of floors and rooms";
const ambientRule = "nothing below study takes an ambient input";
const importing = (specifier: string): string => `import { a } from "${specifier}";\n`;

/** An import that the table of floors refuses. */
const layer = (what: string, file: string, bad: string, good: string): Planted => ({
  rule: layerRule,
  what,
  file,
  bad: importing(bad),
  line: 1,
  good: importing(good),
});

/** An ambient input on the second line of a file of the kernel. */
const ambient = (bad: string, good: string): Planted => ({
  rule: ambientRule,
  what: bad,
  file: kernel,
  bad: `\nconst a = ${bad};\n`,
  line: 2,
  good: `\nconst a = ${good};\n`,
});

const planted: readonly Planted[] = [
  layer("upward", kernel, "#domain/world/site", "#base/assert"),
  layer("sideways", kernel, "#engine/record/column", "#engine/kernel/calendar"),
  layer(
    "sideways, the wrong way round the table",
    "src/domain/world/a.ts",
    "#domain/traffic/b",
    "#engine/kernel/c",
  ),
  layer(
    "a policy that reads disruptions",
    "src/domain/policy/a.ts",
    "#domain/disruption/b",
    "#domain/news/board",
  ),
  layer(
    "a measure that reads the world",
    "src/domain/measure/a.ts",
    "#domain/world/b",
    "#engine/record/column",
  ),
  layer(
    "a measure that reads the kernel",
    "src/domain/measure/a.ts",
    "#engine/kernel/b",
    "#engine/stats/student",
  ),
  layer("a path upwards", kernel, "../record/column", "#base/assert"),
  layer("Node below the runners", "src/scenario/source/a.ts", "node:fs", "#scenario/read/b"),
  layer("Node in an experiment", "src/study/experiment/a.ts", "node:os", "#scenario/build/world"),
  { ...layer("no room", "src/engine/loose.ts", "#base/a", "#base/a"), good: "" },
  {
    rule: "no function is put among what lives long where worlds are made",
    what: "an arrow on a property",
    file: kernel,
    bad: "let heard = () => 1;\nthing.heard = () => heard();\n",
    line: 2,
    good: "let heard = () => 1;\nthing.hear(() => heard());\n",
  },
  {
    rule: "no file has over 600 lines",
    what: "601 lines",
    file: kernel,
    bad: lines(601),
    line: 1,
    good: lines(600),
  },
  {
    rule: "no function has over 70 lines",
    what: "71 lines",
    file: kernel,
    bad: `\n${functionOf(71)}`,
    line: 2,
    good: functionOf(70),
  },
  {
    rule: "no line has over 110 characters outside tables and links",
    what: "111 characters",
    file: "README.md",
    bad: `\n\n${"x".repeat(111)}\n`,
    line: 3,
    good: `${"x".repeat(110)}\n| ${"y".repeat(120)} |\nhttps://example.org/${"z".repeat(120)}\n`,
  },
  {
    rule: "nothing is `any`",
    what: "any",
    file: kernel,
    bad: "const a = 1;\nconst b: any = a;\n",
    line: 2,
    good: "const any = 1;\nconst b: unknown = any;\n",
  },
  {
    rule: "a cast says why it holds",
    what: "a bare cast",
    file: kernel,
    bad: "const a = b as Column;\n",
    line: 1,
    good: "const a = b as Column; // numbers come from declare\nconst c = [1] as const;\n",
  },
  {
    rule: "`!` stands in hot files only",
    what: "outside",
    file: kernel,
    bad: "const a = b\n  .find(c)!;\n",
    line: 1,
    good: "const a = b.find(c);\nif (a !== undefined && !a) d();\n",
  },
  {
    rule: "`!` stands in hot files only",
    what: "on no index",
    file: "src/engine/kernel/heap-calendar.ts",
    bad: "const a = b.find(c)!;\n",
    line: 1,
    good: "const a = times[slot]!;\n",
  },
  ambient("Math.random()", "stream.next()"),
  ambient("Date.now()", "simulation.now"),
  ambient("new Date(0)", "instantText(0)"),
  ambient("performance.now()", "row.performance.now"),
  ambient("process.argv", "{ process: 1 }"),
  ambient("setTimeout(go, 1)", "schedule(go, 1)"),
  ambient("Promise.resolve(1)", "1"),
  ambient("async () => 1", "() => 1"),
  ambient("globalThis.a", "a"),
  ambient("Math.log(2)", "log(2)"),
  ambient("Math.sin(2)", "Math.sqrt(2)"),
  ambient("Math.pow(2, 3)", "Math.imul(2, 3)"),
  ambient("2 ** 3", "2 * 2 * 2"),
  ambient("Math", "Math.floor(1)"),
  ambient("b.localeCompare(c)", "b < c"),
  ambient("b.toLocaleString()", "b.toString()"),
  ambient("new Intl.NumberFormat()", "numberText"),
  {
    rule: "exports have names",
    what: "a default export",
    file: kernel,
    bad: "const a = 1;\nexport default a;\n",
    line: 2,
    good: "export const a = 1;\n",
  },
  {
    rule: "exports have names",
    what: "a default function",
    file: kernel,
    bad: "export default function a() {}\n",
    line: 1,
    good: "export function a() {}\n",
  },
  {
    rule: "exported names have a doc comment",
    what: "none",
    file: kernel,
    bad: "// not a doc comment\nexport const a = 1;\n",
    line: 2,
    good: "/** One. */\nexport const a = 1;\nconst b = 2;\n",
  },
  {
    rule: "files are named after what they are",
    what: "a drawer",
    file: words("src/base/ut", "ils.ts"),
    bad: "",
    line: 1,
    good: "",
  },
  {
    rule: "files are named after what they are",
    what: "a folder of drawers",
    file: "src/common/a.ts",
    bad: "",
    line: 1,
    good: "",
  },
  {
    rule: "files are named after what they are",
    what: "camel case",
    file: "src/base/heapCalendar.ts",
    bad: "",
    line: 1,
    good: "",
  },
  {
    rule: "folders at the top are the fixed ones",
    what: "another",
    file: "docs/a.md",
    bad: "",
    line: 1,
    good: "",
  },
  {
    rule: "nothing is left unfinished",
    what: "a promise",
    file: "test/a.ts",
    bad: words("\n// TO", "DO: later\n"),
    line: 2,
    good: "\n// the list of what to do\n",
  },
  {
    rule: "nothing is left unfinished",
    what: "a stand-in",
    file: kernel,
    bad: words("// a place", "holder\n"),
    line: 1,
    good: "// a place\n",
  },
  {
    rule: "no path belongs to one machine",
    what: "a temporary folder",
    file: "test/a.ts",
    bad: words('const a = "/t', 'mp/run";\n'),
    line: 1,
    good: "const a = join(tmpdir(), name);\n",
  },
  {
    rule: "every test runs",
    what: "one left out",
    file: "test/a.test.ts",
    bad: words("\nit.sk", 'ip("a", b);\n'),
    line: 2,
    good: '\nit("skips a port", b);\n',
  },
  {
    rule: "every test runs",
    what: "one singled out",
    file: "test/a.test.ts",
    bad: words("describe.on", 'ly("a", b);\n'),
    line: 1,
    good: 'describe("only a", b);\n',
  },
  {
    rule: "dependencies have one exact version",
    what: "a range",
    file: "package.json",
    bad: '{ "devDependencies": { "a": "^1.2.3" } }',
    line: 1,
    good: '{ "devDependencies": { "a": "1.2.3" } }',
  },
  {
    rule: "the lockfile names no download host",
    what: "a host",
    file: "package-lock.json",
    bad: '{\n"resolved": "https://example.org/a.tgz"\n}',
    line: 2,
    good: '{\n"integrity": "sha512-a"\n}',
  },
];

describe("each rule about one file", () => {
  it.each(planted)("$rule: finds $what", ({ rule, file, bad, line }) => {
    expect(fileRules[rule]?.(file, bad).map((violation) => violation.line)).toEqual([line]);
  });

  const named = planted.filter(({ file, bad }) => bad !== "" && !file.endsWith("loose.ts"));
  it.each(named)("$rule: passes the clean text beside $what", ({ rule, file, good }) => {
    expect(fileRules[rule]?.(file, good)).toEqual([]);
  });

  it("has a planted violation", () => {
    expect(new Set(planted.map(({ rule }) => rule))).toEqual(new Set(Object.keys(fileRules)));
  });

  it("names the substitute of an ambient input", () => {
    expect(fileRules[ambientRule]?.(kernel, "Math.log(2);")[0]?.message).toContain("#base/elementary");
  });

  it("lets study and the shells read the clock", () => {
    expect(fileRules[ambientRule]?.("src/shells/cli/main.ts", "Date.now();")).toEqual([]);
  });

  it("lets a parameter be called process, a word of the domain", () => {
    expect(fileRules[ambientRule]?.(kernel, "const f = (process: Process): number => process.rate;")).toEqual(
      [],
    );
  });
});

describe("each rule about the whole tree", () => {
  const treeRule = (name: string, files: Record<string, string>): string[] =>
    treeRules[name]?.(new Map(Object.entries(files))).map(({ file }) => file) ?? ["no such rule"];
  const a = "src/engine/kernel/a.ts";
  const b = "src/engine/kernel/b.ts";

  it("finds a cycle of two files at run time, and lets types go round", () => {
    const rule = "no file imports itself by way of others";
    expect(
      treeRule(rule, { [a]: importing("#engine/kernel/b"), [b]: importing("#engine/kernel/a") }),
    ).toEqual([a]);
    const types = importing("#engine/kernel/a").replace("import", "import type");
    expect(treeRule(rule, { [a]: importing("#engine/kernel/b"), [b]: types })).toEqual([]);
  });

  it("finds a source that no entry reaches, and follows a worker by its path", () => {
    const rule = "every source is reached from an entry";
    const main = "src/shells/cli/main.ts";
    expect(treeRule(rule, { [main]: importing("#engine/kernel/a"), [a]: "", [b]: "" })).toEqual([b]);
    const worker = 'new URL("./b.js", import.meta.url);';
    expect(treeRule(rule, { [main]: importing("#engine/kernel/a"), [a]: worker, [b]: "" })).toEqual([]);
    const either = "new URL(`./b.${ending}`, import.meta.url);";
    expect(treeRule(rule, { [main]: importing("#engine/kernel/a"), [a]: either, [b]: "" })).toEqual([]);
    expect(treeRule(rule, { [a]: "" })).toEqual([a]);
  });

  it("finds a kind that its family does not list", () => {
    const rule = "every kind is listed in a kinds.ts";
    const kind = "export const a: DistributionKind = { kind };\n";
    const list =
      'import { a } from "#engine/kernel/a";\nexport const kinds: readonly DistributionKind[] = [a];\n';
    expect(treeRule(rule, { [a]: kind })).toEqual([a]);
    expect(treeRule(rule, { [a]: kind, "src/engine/kernel/kinds.ts": list })).toEqual([]);
    const passedOn = 'export { a } from "#engine/kernel/a";\n';
    expect(treeRule(rule, { [a]: kind, "src/engine/kernel/kinds.ts": passedOn })).toEqual([]);
  });

  it("has a planted violation for each", () => {
    expect(Object.keys(treeRules)).toHaveLength(3);
  });
});

describe("the rules about size", () => {
  it("refuse a blob over 1 MB outside notebooks-data", () => {
    expect(blob("scenarios/a.png", 1_000_001)).toHaveLength(1);
    expect(blob("scenarios/a.png", 1_000_000)).toEqual([]);
    expect(blob("notebooks-data/world/a.csv", 5_000_000)).toEqual([]);
  });

  it("name a file that has over 400 lines", () => {
    expect(fileLengthWarning(kernel, lines(401))).toHaveLength(1);
    expect(fileLengthWarning(kernel, lines(400))).toEqual([]);
  });
});
