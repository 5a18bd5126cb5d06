import { expect, test } from "vitest";
import { resolveText } from "./resolve-text.ts";

/** Two classes at one station: big ships stay 24 h, small ones 6 h, on two servers. */
const harbour = (station: string, flows: string, rest: string = ""): string => `breakwater: 1
title: A harbour
replications: 30
time: { start: 2024-01-01T00:00Z, end: 2024-03-01T00:00Z, warm-up: 7 d }
vessels: { big: { mode: sea, speed: 10 kn }, small: { mode: sea, speed: 10 kn } }
network:
  sites:
    sea: { type: junction, at: [50.8, 1.0] }
    harbour: { type: port, at: [51.0, 1.0], stations: { berth: { ${station} } } }
  links: { lane: { from: sea, to: harbour, mode: sea } }
flows:
  bulk: { from: sea, to: harbour, vessel: big, arrivals: { kind: poisson, rate: ${flows} } }
  parts: { from: sea, to: harbour, vessel: small, arrivals: { kind: poisson, rate: 2 /d } }
measures: { peak-queue: harbour.berth }
${rest}`;

const service = "service: { big: 24 h, small: 6 h }";
const warnings = (text: string): readonly string[] =>
  resolveText(text).diagnostics.map(({ code, severity, wrong }) => `${code} ${severity}: ${wrong}`);

test("a station is warned of from a load of 1, each class counted with its own service", () => {
  expect(warnings(harbour(`servers: 2, ${service}`, "1.4 /d"))).toEqual([]);
  expect(warnings(harbour(`servers: 2, ${service}`, "1.5 /d"))).toEqual([
    "LOAD_FULL warning: berth of harbour is planned to be 100 % busy: its queue grows without end",
  ]);
  expect(warnings(harbour(`servers: 2, ${service}`, "3 /d"))).toEqual([
    "LOAD_FULL warning: berth of harbour is planned to be 175 % busy: its queue grows without end",
  ]);
});

test("a station that turns away whom it has no room for bears any load", () => {
  expect(warnings(harbour(`servers: 2, room: 3, ${service}`, "3 /d"))).toEqual([]);
});

test("an overload of one variant says which", () => {
  const patch = "variants: { boom: { flows: { bulk: { arrivals: { kind: poisson, rate: 3 /d } } } } }\n";
  expect(warnings(harbour(`servers: 2, ${service}`, "1 /d", patch))).toEqual([
    "LOAD_FULL warning: in variant boom, berth of harbour is planned to be 175 % busy: " +
      "its queue grows without end",
  ]);
});

test("an overloaded scenario runs all the same", () => {
  expect(resolveText(harbour(`servers: 2, ${service}`, "3 /d")).study).toBeDefined();
});

test("a link is warned of where as many are on it on average as may be, both ways together", () => {
  const lane = (capacity: number): string =>
    harbour(`servers: 9, ${service}`, "1 /d").replace(
      "mode: sea } }\nflows",
      `mode: sea, time: 2 d, capacity: ${capacity} } }\nflows`,
    );
  expect(warnings(lane(7))).toEqual([]);
  expect(warnings(lane(6))).toEqual([
    "LOAD_FULL warning: lane is planned to be 100 % full: its queue grows without end",
  ]);
});
