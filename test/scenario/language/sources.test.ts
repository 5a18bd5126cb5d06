import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { explain } from "#scenario/language/explain";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";
import { WorldSource } from "#scenario/source/world-source";
import { shippedFiles } from "#study/runners/shipped-files";
import { resolveText } from "./resolve-text.ts";

test("a variant may take away what a source of the baseline is about", () => {
  const source = new WorldSource(shippedFiles);
  const file = new URL("../examples/suez.yaml", import.meta.url);
  const text = readFileSync(file, "utf8")
    .replace(
      "  nobody-diverts:",
      "  no-policy: { summary: No policy, policies: { masters: null } }\n  nobody-diverts:",
    )
    .concat("  policies.masters: { source: Maersk, grade: published }\n");
  const { diagnostics } = resolveStudy({
    id: "suez",
    file: "suez.yaml",
    text,
    library: shippedFiles,
    source,
  });
  expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([]);
});

test("in the baseline a source for something that is not there is an error", () => {
  const source = new WorldSource(shippedFiles);
  const file = new URL("../examples/suez.yaml", import.meta.url);
  const text = readFileSync(file, "utf8").concat("  policies.mates: { source: Maersk, grade: published }\n");
  const { diagnostics } = resolveStudy({
    id: "suez",
    file: "suez.yaml",
    text,
    library: shippedFiles,
    source,
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["SOURCE_UNKNOWN"]);
});

/** Two weeks of calls with a closure and a source for its end, and what follows. */
const closure = (rest: string): string => `breakwater: 1
title: A closure with a sourced end
replications: 30
time: { start: 2024-01-01T00:00Z, end: 2024-03-01T00:00Z, warm-up: 7 d }
vessels: { ship: { mode: sea, speed: 10 kn } }
network:
  sites:
    mine: { type: port }
    harbour: { type: port, stations: { berth: { servers: 2, service: 1 d } } }
  links: { lane: { from: mine, to: harbour, mode: sea, distance: 100 km } }
flows: { ore: { from: mine, to: harbour, vessel: ship, arrivals: { kind: poisson, rate: 1 /d } } }
disruptions:
  strike: { kind: closure, of: harbour.berth, start: 2024-02-01T00:00Z, end: 2024-02-05T00:00Z }
measures: { peak-queue: harbour.berth }
sources:
  disruptions.strike.start: { source: The union, grade: published }
  disruptions.strike.end: { source: The union, grade: published }
${rest}`;

const said = ({ diagnostics }: Resolution): readonly string[] =>
  diagnostics.map(({ code, path }) => `${code} ${path}`);

test("the source of a value that --set drops or replaces goes with the value", () => {
  const dropped = resolveText(closure(""), ["disruptions.strike.duration=10 d"]);
  expect(said(dropped)).toEqual([]);
  expect(Object.keys(dropped.study?.variants[0]?.scenario.sources ?? {})).toEqual([
    "disruptions.strike.start",
  ]);
  const replaced = resolveText(closure(""), ["disruptions.strike.end=2024-02-20T00:00Z"]);
  expect(Object.keys(replaced.study?.variants[0]?.scenario.sources ?? {})).toEqual([
    "disruptions.strike.start",
  ]);
  expect(explain(replaced)).toMatch(/strike\.end = 2024-02-20T00:00Z +--set 1$/m);
});

test("a patch that writes what is there keeps its source, and one that states a source has its own", () => {
  const same = resolveText(closure(""), ["disruptions.strike.end=2024-02-05T00:00Z"]);
  expect(Object.keys(same.study?.variants[0]?.scenario.sources ?? {})).toHaveLength(2);
  const variant = `variants:
  long:
    disruptions: { strike: { end: 2024-02-20T00:00Z } }
    sources: { disruptions.strike.end: { source: A guess, grade: assumed } }
  longer: { disruptions: { strike: { duration: 30 d } } }
`;
  const own = resolveText(closure(variant));
  expect(said(own)).toEqual([]);
  const sources = own.study?.variants.map(({ scenario }) => scenario.sources["disruptions.strike.end"]);
  expect(sources?.map((source) => source?.source)).toEqual(["The union", "A guess", undefined]);
});

test("a source above what a patch replaces stands for the rest, but not for what is replaced", () => {
  const whole = closure("  disruptions.strike: { source: The press, grade: published }\n");
  const text = whole.replace(/^ {2}disruptions\.strike\.(start|end):.*\n/gm, "");
  const lines = explain(resolveText(text, ["disruptions.strike.end=2024-02-20T00:00Z"]));
  expect(lines).toMatch(/strike\.start = .*\[published 1\]$/m);
  expect(lines).toMatch(/^ +\[1\] The press$/m);
  expect(lines).toMatch(/strike\.end = 2024-02-20T00:00Z +--set 1$/m);
});

test("a source that names nothing in the file stays an error, whatever --set writes", () => {
  const text = closure("  disruptions.strike.duration: { source: The union, grade: published }\n");
  expect(said(resolveText(text))).toEqual(["SOURCE_UNKNOWN sources.disruptions.strike.duration"]);
  for (const set of ["disruptions.strike.duration=10 d", "seed=2"]) {
    expect(said(resolveText(text, [set]))).toEqual(["SOURCE_UNKNOWN sources.disruptions.strike.duration"]);
  }
});
