import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { resolveStudy } from "#scenario/language/resolve";
import { exitCodes } from "#shells/cli/exit-code";
import { rowColumns } from "#study/experiment/rows-text";
import { runFileNames } from "#study/store/run-files";
import { manifestName } from "#study/store/whole-folder";
import { codes } from "../scenario/language/resolve-text.ts";
import { tableFiles } from "../scenario/language/reference/table-files.ts";
import { PageIo, playPage, typed } from "./played-page.ts";
import { scratchFolder } from "./scratch.ts";

const readme: string = readFileSync("README.md", "utf8");
const contributing: string = readFileSync("CONTRIBUTING.md", "utf8");

/** The fenced blocks of a page: what stands after the fence, and what is inside. */
function blocksOf(page: string): readonly { readonly head: string; readonly text: string }[] {
  return [...page.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, head = "", text = ""]) => ({
    head,
    text,
  }));
}

/** `npm test` runs this very test, and what `npm start` runs takes its time at all its replications. */
const played: string = readme
  .replace("```sh\nnpm test\n```\n", "")
  .replace(/^npm start$/m, "npm start -- run ever-given-2021 --replications 9");

test("whoever follows README.md from the top gets each command to end well", async () => {
  const { codes: ends } = await playPage(played, scratchFolder());
  // At so few replications its checks may be undecided, which `npm start` itself does not mind.
  expect(ends[0]).toBeLessThan(exitCodes.wrongInput);
  expect(ends.slice(1)).toEqual([0, 0, 0]);
  expect(played).toContain("--replications 9");
});

test("the files and commands of README.md are all the blocks that it has, and all are looked at here", () => {
  const heads = blocksOf(readme).map(({ head }) => head);
  expect(heads).toEqual(["sh", "sh", "yaml harbour.yaml", "sh", "yaml", "yaml", "yaml", "yaml", ""]);
});

const commands = [...readme.matchAll(/`(npm start [^`]+)`/g)].map(([, command = ""]) => command);

describe("commands in the lines of README.md", () => {
  test.each([...new Set(commands)])("%s", async (command) => {
    const folder = scratchFolder({ ...tableFiles, "lanes.csv": "from,to,mode\nouter,inner,sea\n" });
    symlinkSync(resolve("scenarios"), join(folder, "scenarios"));
    const fewer = command.includes(" run ") ? " --replications 9" : "";
    expect(await typed(`${command}${fewer}`, new PageIo(folder))).toBe(0);
  });

  test("are found", () => {
    expect(commands.length).toBeGreaterThan(3);
  });
});

test("the tables of README.md bring a network, without a word", () => {
  const [tables] = blocksOf(readme).filter(({ head }) => head === "yaml");
  const text = [
    "breakwater: 1",
    "title: A network from tables",
    "time: { start: 2024-01-01T00:00Z, duration: 90 d, warm-up: 10 d }",
    `${tables?.text ?? ""}vessels: { ship: { mode: sea, speed: 10 kn } }`,
    "flows: { calls: { from: outer, to: inner, vessel: ship, arrivals: { kind: poisson, rate: 9 /d } } }",
    "performance: { of: calls }",
    "measures: { throughput: calls }",
  ].join("\n");
  const library = (name: string): Uint8Array => new TextEncoder().encode(tableFiles[name]);
  const { study, diagnostics } = resolveStudy({ id: "readme", file: "scenario.yaml", text, library });
  expect(codes(diagnostics)).toEqual([]);
  expect(Object.keys(study?.variants[0]?.scenario.network.sites ?? {})).toEqual(["inner", "outer"]);
});

test("the variants of README.md are crossed as it says, in the harbour above", () => {
  const [, crossing] = blocksOf(readme).filter(({ head }) => head === "yaml");
  const [harbour] = blocksOf(readme).filter(({ head }) => head === "yaml harbour.yaml");
  const text = (harbour?.text ?? "").replace(/^variants:\n(?: .*\n)+/m, crossing?.text ?? "");
  const library = (): undefined => undefined;
  const { study, diagnostics } = resolveStudy({ id: "readme", file: "harbour.yaml", text, library });
  expect(codes(diagnostics)).toEqual([]);
  const names = study?.variants.slice(4).map(({ name }) => name) ?? [];
  expect(names).toHaveLength(2);
  expect(readme).toContain(`This adds ${names.map((name) => `\`${name}\``).join(" and ")}`);
});

test("the futures of README.md are futures of the harbour above", () => {
  const [, , futures] = blocksOf(readme).filter(({ head }) => head === "yaml");
  const [harbour] = blocksOf(readme).filter(({ head }) => head === "yaml harbour.yaml");
  const text = `${harbour?.text ?? ""}${futures?.text ?? ""}`;
  const input = { id: "readme", file: "harbour.yaml", text, library: () => undefined };
  const { futures: found, diagnostics } = resolveStudy(input);
  expect(codes(diagnostics).filter((code) => !code.includes("IDLE"))).toEqual([]);
  expect(found).toMatchObject({ count: 200, design: "latin-hypercube" });
});

test("the job of README.md leaves its file", async () => {
  const [, , , job] = blocksOf(readme).filter(({ head }) => head === "yaml");
  const [harbour] = blocksOf(readme).filter(({ head }) => head === "yaml harbour.yaml");
  const [, script = ""] = /^ {4}- (npm start .*)$/m.exec(job?.text ?? "") ?? [];
  const [, file = ""] = /junit: ([\w.]+)/.exec(job?.text ?? "") ?? [];
  const folder = scratchFolder({ "harbour.yaml": harbour?.text ?? "" });
  expect(await typed(`${script} --replications 9`, new PageIo(folder))).toBe(0);
  expect(readFileSync(join(folder, file), "utf8")).toContain("<testsuites>");
});

test("the table of what a run leaves names its files, and the line below it the columns of its rows", () => {
  const [, section = ""] = /^### What a run leaves\n([\s\S]*?)^### /m.exec(readme) ?? [];
  const named = [...section.matchAll(/^\| `([^`]+)`/gm)].map(([, name = ""]) => name);
  const files = [...Object.values(runFileNames), manifestName, "datapackage.json", "report.html"];
  expect(named.sort()).toEqual(files.sort());
  const [sentence = ""] = /`rows\.csv` is tidy:[^.]*?, so that/.exec(section) ?? [];
  expect([...sentence.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual([...rowColumns]);
});

test("the map of README.md names floors that stand", () => {
  const map = blocksOf(readme).at(-1)?.text ?? "";
  const floors = [...map.matchAll(/^ {2}(\w+)\/ /gm)].map(([, floor = ""]) => `src/${floor}`);
  expect(floors).toHaveLength(6);
  expect(floors.filter((floor) => !existsSync(floor))).toEqual([]);
});

test("the commands of CONTRIBUTING.md run scripts that stand, with what they know", () => {
  const lines = blocksOf(contributing).flatMap(({ text }) => text.trim().split("\n"));
  expect(lines).not.toEqual([]);
  for (const line of lines) {
    const [, script = "", flag] =
      /^node --import tsx --conditions=source (\S+\.ts)(?: (--\S+))?$/.exec(line) ?? [];
    expect(existsSync(script), line).toBe(true);
    if (flag !== undefined) expect(readFileSync(script, "utf8"), line).toContain(`${flag.slice(2)}: {`);
  }
});
