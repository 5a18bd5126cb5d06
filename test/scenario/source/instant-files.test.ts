import { expect, test } from "vitest";
import { formatDiagnostic } from "#base/diagnostic";
import { resolveStudy } from "#scenario/language/resolve";
import type { Resolution } from "#scenario/language/resolve";

const scenario = (calls: string, more: string = ""): string => `breakwater: 1
title: Files of instants
time: { start: 2024-01-01T00:00Z, duration: 9 d, warm-up: 1 d }
network:
  sites:
    sea: { type: junction, at: [50, 0] }
    quay: { type: port, at: [50, 0.1], stations: { berth: { service: 2 h } } }
  links: { lane: { from: sea, to: quay, mode: sea } }
vessels: { ship: { mode: sea, speed: 10 kn } }
flows:
  calls: { from: sea, to: quay, vessel: ship, arrivals: ${calls} }
measures: { mean-wait: quay.berth }
${more}`;

function resolved(calls: string, files: Readonly<Record<string, string>>, more?: string): Resolution {
  const library = (name: string): Uint8Array | undefined =>
    files[name] === undefined ? undefined : new TextEncoder().encode(files[name]);
  return resolveStudy({ id: "t", file: "here/scenario.yaml", text: scenario(calls, more), library });
}

/** Hours of the arrivals of a variant; else what is wrong. */
function hours({ study, diagnostics }: Resolution, variant: string = "baseline"): unknown {
  const found = study?.variants.find(({ name }) => name === variant)?.scenario;
  if (!found) return diagnostics.flatMap((one) => (one.severity === "error" ? [formatDiagnostic(one)] : []));
  const times = found.flows["calls"]?.arrivals["times"] as readonly number[]; // of a table
  return times.map((time) => (time - found.time.start) / 3_600_000);
}

const table = "{ kind: table, file: calls.csv }";

test("arrivals come from a file beside the scenario: a line each, or a column of a table", () => {
  const from = (text: string): unknown => hours(resolved(table, { "here/calls.csv": text }));
  expect(from("2024-01-02T00:00Z\n2024-01-01T06:00Z\n30 h\n")).toEqual([24, 6, 30]);
  expect(from("ship,time\nA,2024-01-02T00:00Z\nB,2024-01-01T06:00Z\n")).toEqual([24, 6]);
  expect(from("when;ship\r\n2024-01-02T00:00Z;A\r\n\r\n")).toEqual([24]);
});

test("a variant may name another file, and a disruption may come at the instants of one", () => {
  const more =
    "disruptions: { fog: { kind: closure, of: lane, duration: 2 h, " +
    "occurs: { kind: table, file: fog.txt } } }\n" +
    "variants: { later: { summary: Later, flows: { calls: { arrivals: { file: later.csv } } } } }\n";
  const files = { "here/calls.csv": "6 h", "here/later.csv": "7 h\n8 h", "here/fog.txt": "30 h\n50 h" };
  const found = resolved(table, files, more);
  expect([hours(found), hours(found, "later")]).toEqual([[6], [7, 8]]);
  const fog = found.study?.variants[0]?.scenario.disruptions["fog"]?.["occurs"];
  expect(fog).toMatchObject({ kind: "table", times: [1_704_175_200_000, 1_704_247_200_000] });
});

test("what is wrong with a file is told where it stands", () => {
  const told = (calls: string, text?: string): unknown =>
    hours(resolved(calls, text === undefined ? {} : { "here/calls.csv": text }));
  expect(told(table, "time\n2024-01-02T00:00Z\n2024-02-30T00:00Z\nsoon\n")).toEqual([
    expect.stringMatching(/^here\/calls.csv:3:1 INSTANT_IMPOSSIBLE flows.calls.arrivals.times\[1\]/),
    expect.stringMatching(/^here\/calls.csv:4:1 INSTANT_MALFORMED/),
  ]);
  expect(told(table, "a,time\nx,2 d\ny,\n")).toEqual([
    expect.stringMatching(/^here\/calls.csv:3:1 ROW_WRONG/),
  ]);
  expect(told(table, "time\n")).toEqual([expect.stringMatching(/VALUES_WRONG .*no instants/)]);
  expect(told(table, " ")).toEqual([expect.stringMatching(/^here\/calls.csv:1:1 TABLE_MALFORMED/)]);
  expect(told(table)).toEqual([expect.stringMatching(/^here\/scenario.yaml:11:\d+ TABLE_UNKNOWN/)]);
  expect(told("{ kind: table, file: ../calls.csv }")).toEqual([expect.stringMatching(/TABLE_UNKNOWN/)]);
  expect(told("{ kind: table }")).toEqual([
    expect.stringMatching(/VALUES_WRONG .*write `times`, or a `file`/),
  ]);
  expect(told("{ kind: poisson, file: calls.csv, rate: 3 /d }")).toEqual([
    expect.stringMatching(/KEY_UNKNOWN flows.calls.arrivals.file/),
  ]);
});
