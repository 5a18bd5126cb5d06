import { expect, test } from "vitest";
import { run, stages, voyages, waits } from "../domain/run.ts";
import { canal, harbour } from "../domain/small-worlds.ts";

const start = 100;
const end = 190;
const block = `block: { kind: closure, of: cut, start: ${start} h, end: ${end} h }`;
const flows = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: poisson, rate: 7 /d } }";

const admissions = ["slots, rate: 20 /d", "headway, every: 70 min"];

test(
  "nobody is admitted while a passage is closed, everybody who waits then blames it, and nobody " +
    "once the backlog is gone",
  () => {
    for (const admission of admissions) {
      for (let replication = 0; replication < 5; replication++) {
        const text = canal(`time: 4 h, admission: { kind: ${admission} }`, {
          flows,
          disruptions: block,
          days: 30,
          seed: "closure",
        });
        const blocked = run(text, replication);
        const rows = waits(blocked, "cut.transit");
        expect(rows.filter(([, to]) => to > start && to < end)).toEqual([]);
        const during = rows.filter(([from, to]) => from < end && to >= end);
        expect(during.length).toBeGreaterThan(10);
        expect(during.filter(([, , reason]) => reason !== "block")).toEqual([]);
        const lastBlamed = Math.max(...rows.filter(([, , reason]) => reason === "block").map(([, to]) => to));
        const stillThere = rows.filter(([from, to]) => from < lastBlamed && to > lastBlamed);
        expect(stillThere, "the last to blame it left an empty line").toEqual([]);
        const later = rows.filter(([from]) => from > lastBlamed);
        expect(later.length).toBeGreaterThan(50);
        expect(later.filter(([, , reason]) => reason !== "none")).toEqual([]);
        expect(rows.filter(([, to, reason]) => to <= start && reason !== "none")).toEqual([]);
      }
    }
  },
);

test("a surge that goes on for ever does not keep the blame", () => {
  const text = canal("time: 4 h, admission: { kind: slots, rate: 20 /d }", {
    flows,
    disruptions: block,
    policies: "crews: { kind: surge, of: cut.transit, factor: 1.5, from: block.end }",
    days: 30,
    seed: "closure",
  });
  const late = waits(run(text), "cut.transit").filter(([from]) => from > 400);
  expect(late.length).toBeGreaterThan(20);
  expect(late.filter(([, , reason]) => reason !== "none")).toEqual([]);
});

test("the same holds at a berth, in every way to treat those inside", () => {
  for (const inside of ["finish", "resume", "restart", "lose"]) {
    const text = harbour("servers: 3, service: { kind: exponential, mean: 6 h }", {
      flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: poisson, rate: 7 /d } }",
      disruptions:
        `storm: { kind: closure, of: quay.berth, inside: ${inside}, start: ${start} h, ` + `end: ${end} h }`,
      days: 30,
      seed: "closure",
    });
    const shut = run(text);
    const rows = waits(shut, "quay.berth");
    expect(rows.filter(([, to]) => to > start && to < end)).toEqual([]);
    expect(rows.filter(([from, to, reason]) => from < end && to >= end && reason !== "storm")).toEqual([]);
    expect(rows.filter(([from, , reason]) => from > 500 && reason !== "none")).toEqual([]);
    const served = stages(shut).filter(({ kind, to }) => kind === "service" && to > start && to < end);
    if (inside === "finish") expect(served.length).toBeGreaterThan(0);
    else expect(served).toEqual([]);
    expect(voyages(shut).some(({ how }) => how === "lost")).toBe(inside === "lose");
  }
});

test(
  "a passage that its class may not pass is never passed, and where nothing else leads there, no " +
    "legal route is said",
  () => {
    const vessels =
      "ship: { mode: sea, speed: 10 km/h, draft: 12 m, flag: PA }, boat: { mode: sea, speed: 10 km/h, " +
      "draft: 5 m, flag: LR }";
    const two =
      "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
      "boats: { from: west, to: east, vessel: boat, arrivals: { kind: regular, every: 6 h } }";
    for (const limits of ["{ draft: 8 m }", "{ classes: [boat] }", "{ flags: [LR] }"]) {
      const transit = `time: 3 h, admission: { kind: slots, rate: 20 /d }, limits: ${limits}`;
      const round = run(canal(transit, { flows: two, vessels, days: 5, warmUp: "2 d" }));
      expect(
        new Set(
          voyages(round)
            .filter(({ name, how }) => name.startsWith("calls/") && how === "arrived")
            .map(({ kilometres }) => kilometres),
        ),
      ).toEqual(new Set([400]));
      expect(
        new Set(
          voyages(round)
            .filter(({ name, how }) => name.startsWith("boats/") && how === "arrived")
            .map(({ kilometres }) => kilometres),
        ),
      ).toEqual(new Set([40]));
      expect(voyages(round).some(({ diverted }) => diverted)).toBe(false);
    }
  },
);
