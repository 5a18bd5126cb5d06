import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { junitText } from "#shells/cli/junit-text";
import type { Experiment } from "#study/experiment/experiment";
import { runExperiment } from "#study/experiment/experiment";
import { InlineRunner } from "#study/experiment/inline-runner";
import { breaksOff, openLaboratory } from "../../study/fake-laboratory.ts";
import { fakeClosure, fakeScenario, fakeVariant } from "../../study/fake-study.ts";
import { FakeIo } from "./fake-io.ts";
import { fakeWorkshop } from "./fake-workshop.ts";

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The elements of a text of XML; throws where it is not well formed. */
function parsed(text: string): Element {
  const open: Element[] = [{ name: "", attributes: {}, children: [], text: "" }];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (words) => {
    const element = open.at(-1);
    if (element) element.text += words;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(text).close();
  const [root] = open[0]?.children ?? [];
  if (root === undefined) throw new Error("there is no element");
  return root;
}

/** What JUnit.xsd of Windy Road, the schema of Ant's reports, requires: attributes, and children in order. */
const schema: Readonly<Record<string, { attributes: readonly string[]; children: RegExp }>> = {
  testsuites: { attributes: [], children: /^(testsuite )*$/ },
  testsuite: {
    attributes: "errors failures hostname id name package tests time timestamp".split(" "),
    children: /^properties (testcase )*system-out system-err $/,
  },
  properties: { attributes: [], children: /^(property )*$/ },
  property: { attributes: ["name", "value"], children: /^$/ },
  testcase: { attributes: ["classname", "name", "time"], children: /^((error|failure) )?$/ },
  failure: { attributes: ["message", "type"], children: /^$/ },
  "system-out": { attributes: [], children: /^$/ },
  "system-err": { attributes: [], children: /^$/ },
};

function expectValid(element: Element): void {
  const rule = schema[element.name];
  expect(rule, element.name).toBeDefined();
  expect(Object.keys(element.attributes).sort()).toEqual(rule?.attributes);
  expect(element.children.map(({ name }) => `${name} `).join("")).toMatch(rule?.children ?? /^-$/);
  for (const child of element.children) expectValid(child);
  if (element.name !== "testsuite") return;
  expect(element.attributes["timestamp"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  expect(element.attributes["time"]).toMatch(/^\d+\.\d{3}$/);
  const tests = element.children.filter(({ name }) => name === "testcase");
  const failed = tests.filter(({ children }) => children.length > 0);
  expect(element.attributes["tests"]).toBe(String(tests.length));
  expect(element.attributes["failures"]).toBe(String(failed.length));
}

const run = { seconds: 1.5, endedAt: Date.UTC(2024, 0, 2, 3, 4, 5, 678), version: "0.1.0" };

async function judged(more: Partial<Parameters<typeof fakeScenario>[0]> = {}): Promise<Experiment> {
  const check = { measure: "mean-wait", of: "harbour.berth", statistic: "mean", atLeast: undefined } as const;
  const thresholds = {
    soon: { ...check, variant: "baseline", atMost: 9 },
    sooner: { ...check, variant: "all", atMost: 0.01 },
    tail: { ...check, variant: "baseline", statistic: "p99" as const, atMost: 100 },
  };
  const scenario = fakeScenario({ replications: 40, disruptions: fakeClosure(5), thresholds, ...more });
  const study = { id: "fake", variants: [fakeVariant("baseline", scenario), fakeVariant("same", scenario)] };
  const options = { audit: false, command: "breakwater run fake", warnings: [] };
  return runExperiment(study, new InlineRunner(openLaboratory), options);
}

const casesOf = (text: string): readonly Element[] =>
  parsed(text).children.flatMap(({ children }) => children.filter(({ name }) => name === "testcase"));

test("each threshold is a test, of all variants one for each; what is undecided fails as such", async () => {
  const text = junitText(await judged(), run);
  expectValid(parsed(text));
  expect(parsed(text).children[0]?.attributes["timestamp"]).toBe("2024-01-02T03:04:05");
  const told = casesOf(text).map(({ attributes, children }) => [
    attributes["name"],
    children[0]?.attributes["type"],
  ]);
  expect(told).toEqual([
    ["soon", undefined],
    ["sooner (baseline)", "threshold"],
    ["sooner (same)", "threshold"],
    ["tail", "undecided"],
    ["cargo is conserved", undefined],
    ["no run hit a limit", undefined],
  ]);
  const [, fails, , undecided] = casesOf(text).map(({ children }) => children[0]?.text);
  expect(fails).toMatch(/^Threshold sooner fails: mean of mean wait, .* missed by .* at least\.$/);
  expect(undecided).toMatch(/^Threshold tail is undecided: .* but nobody knows how far it may miss\.$/);
});

test("a run that hit a limit, or lost cargo, is a test that fails", async () => {
  const broken = await judged({ notes: breaksOff });
  const types = (text: string): unknown =>
    casesOf(text).map(({ children }) => children[0]?.attributes["type"]);
  expect(types(junitText(broken, run))).toContain("limit");
  const { batch, result } = await judged();
  const conservation = { ...result.summary.conservation, violations: 2 };
  const lost = { batch, result: { ...result, summary: { ...result.summary, conservation } } };
  expect(types(junitText(lost, run))).toContain("conservation");
});

test("whatever stands in a text comes back from it, but for what XML may not hold", async () => {
  const { batch, result } = await judged();
  const answer = `<b> & "quotes" 'single' ]]> \u00e9 \u{1f6a2}\n\tnext`;
  const said = (words: string): string => {
    const summary = { ...result.summary, answer: words, scenario: `a "b" <c> & d` };
    const text = junitText({ batch, result: { ...result, summary } }, run);
    const [suite] = parsed(text).children;
    expect(suite?.attributes["name"]).toBe(summary.scenario);
    return suite?.children.find(({ name }) => name === "system-out")?.text ?? "";
  };
  expect(said(answer)).toBe(answer);
  expect(said("a\u0000b\u001bc\ud800d\uffffe")).toBe("a\ufffdb\ufffdc\ufffdd\ufffde");
});

test("compare and resume write it too, and end as the verdicts say; not of runs that are over", async () => {
  const io = new FakeIo();
  const type = (words: string): Promise<number> => main(words.split(" "), io, fakeWorkshop);
  const names = ["compare", "resume", "pass"];
  const words = "compare fake --threads 1 --replications 40";
  expect(await type(`${words} --set limit=0.1`)).toBe(0);
  expect(await type(`${words} --set limit=0.1 --junit compare.xml`)).toBe(1);
  expect(io.stderr).toContain("Threshold soon fails: mean of mean wait");
  expect(await type("resume runs/fake --replications 70 --threads 1 --junit resume.xml")).toBe(1);
  expect(await type(`${words} --set limit=9 --junit pass.xml`)).toBe(0);
  const written = names.map((name) => readFileSync(join(io.folder, `${name}.xml`), "utf8"));
  for (const text of written) expectValid(parsed(text));
  expect(written.map((text) => casesOf(text)[0]?.children[0]?.attributes["type"])).toEqual([
    ...["threshold", "threshold", undefined],
  ]);
  expect(await type("compare runs/fake --junit over.xml")).toBe(2);
  expect(io.stderr).toContain("--junit tells the verdicts of a run");
  expect(await type(`${words} --junit nowhere/checks.xml`)).toBe(2);
  expect(existsSync(join(io.folder, "over.xml"))).toBe(false);
});

test("run writes it beside its folder, whole, whatever the verdict; else nothing", async () => {
  const io = new FakeIo();
  const type = (words: string): Promise<number> => main(words.split(" "), io, fakeWorkshop);
  expect(await type("run fake --threads 1 --set limit=0.1 --junit checks.xml")).toBe(1);
  const written = readFileSync(join(io.folder, "checks.xml"), "utf8");
  expectValid(parsed(written));
  expect(casesOf(written)[0]?.children[0]?.attributes["type"]).toBe("threshold");
  expect(await type("run fake --threads 1 --junit nowhere/checks.xml")).toBe(2);
  expect(io.stderr).toContain("there is no folder");
  mkdirSync(join(io.folder, "taken"));
  expect(await type("run fake --threads 1 --junit taken")).toBe(2);
  expect(await type("run fake --replication 0 --junit one.xml")).toBe(2);
  expect(io.stderr).toContain("--junit tells the verdicts of all replications");
  expect(existsSync(join(io.folder, "one.xml"))).toBe(false);
});
