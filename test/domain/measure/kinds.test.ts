import { describe, expect, it } from "vitest";
import { measures } from "#domain/measure/measure-kinds";
import type { Evidence, MeasureValues, Needs, Rows } from "#domain/measure/measure-kind";
import { outcome, stage } from "#engine/record/journeys";
import { Recorder } from "#engine/record/recorder";
import { day, range, rowsOf } from "./rows.ts";

/** Measures of what is left, which is all where nothing is missing. */
const ofAll: ReadonlySet<string> = new Set(["cimellaro-resilience", "robustness", "zobel-resilience"]);

const subjects = ["performance", "all", "boxes", "canal.transit", "harbour.berth", "ore"];

function valuesOf(of: string): MeasureValues {
  return { of, at: 35 * day, from: undefined, until: undefined, by: "arrival" };
}

/** Rows of everything, so that every measure has something to read. */
function everything(isRun: boolean): Rows {
  const { wait, transit, service } = stage;
  const gone = (at: number): boolean => isRun && at >= 20 && at < 30;
  return rowsOf({
    facts: { costs: [{ id: "surge", once: 5, perDay: 1, acting: true }] },
    counts: Object.fromEntries(
      [
        "canal.transit",
        "harbour.berth",
        "boxes",
        "oil",
        "ore",
        "arrivals/harbour.berth",
        "turned-away/harbour.berth",
        "arrivals/canal.transit",
        "arrivals/harbour.gate",
      ].map((name) => [name, range(0, 100).filter((at) => !gone(at))]),
    ),
    levels: Object.fromEntries(
      [
        "queue/canal.transit",
        "queue/harbour.berth",
        "queue/harbour.gate",
        "busy/harbour.berth",
        "busy/harbour.gate",
        "blocked/harbour.berth",
        "blocked/harbour.gate",
      ].map((name) => [
        name,
        [
          [15, 1],
          [25, isRun ? 9 : 1],
          [40, 0],
        ] as const,
      ]),
    ),
    timeline: isRun
      ? [
          ["disruption-start", "storm", 20, "canal.transit"],
          ["disruption-end", "storm", 30, "canal.transit"],
          ["policy-start", "surge", 30],
          ["policy-end", "surge", 35],
        ]
      : [],
    voyages: [0, 1, 2].flatMap((ordinal) =>
      [0, 1].map((flow) => ({
        ordinal,
        flow,
        start: 12 + ordinal,
        end: 60 + ordinal + (isRun ? 2 : 0),
        due: 61,
        metres: isRun ? 9000 : 8000,
        how: outcome.arrived,
        diverted: isRun,
        stages: [
          [wait, "canal.transit", 20, 33],
          [transit, "canal.transit", 33, 34],
          [wait, "harbour.berth", 50, 51],
          [service, "harbour.berth", 51, 52],
        ] as const,
      })),
    ),
  });
}

/** Only what the needs name, as a model records it. */
function recorded(rows: Rows, needs: Needs): Rows {
  const recorder = new Recorder();
  const { counts, levels, journeys } = rows.recorder;
  for (const name of needs.counts) {
    const [from, to] = [counts.series(name), recorder.counts.declare(name)];
    if (from >= 0) counts.times(from).forEach((time) => recorder.counts.add(to, time, 1));
  }
  for (const name of needs.levels) {
    const [from, to] = [levels.level(name), recorder.levels.declare(name)];
    if (from >= 0)
      levels
        .times(from)
        .forEach((time, index) => recorder.levels.set(to, time, levels.values(from)[index] ?? 0));
  }
  for (const row of rows.recorder.timeline.rows) recorder.timeline.add(row);
  for (let row = 0; needs.journeys && row < journeys.start.length; row += 1) {
    const to = recorder.journeys;
    to.open(journeys.flow.at(row), journeys.ordinal.at(row), journeys.start.at(row), 0, journeys.due.at(row));
    to.close(row, journeys.end.at(row), outcome.arrived);
    to.diverted.set(row, journeys.diverted.at(row));
    to.metres.set(row, journeys.metres.at(row));
  }
  for (let row = 0; needs.journeys && row < journeys.stageTo.length; row += 1) {
    const place = journeys.places[journeys.stagePlace.at(row)] ?? "";
    if (needs.places !== "all" && !needs.places.includes(place)) continue;
    const kind = journeys.stageKind.at(row) as 0 | 1 | 2 | 3; // it was written as one
    const { stageVoyage, stageFrom, stageTo } = journeys;
    recorder.journeys.stage(
      stageVoyage.at(row),
      kind,
      recorder.journeys.place(place),
      stageFrom.at(row),
      stageTo.at(row),
      0,
    );
  }
  return { recorder, facts: rows.facts };
}

describe("the kinds of measures", () => {
  it("have names in kebab-case, each once, and a sentence", () => {
    const names = measures.kinds.map(({ kind }) => kind);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThan(20);
    for (const { kind, summary, fields } of measures.kinds) {
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(summary, kind).toMatch(/^[A-Z].*\.$/);
      expect(fields["of"], kind).toBeDefined();
    }
  });

  it("never throw on empty rows, and make up no time there", () => {
    const rows = rowsOf({});
    for (const kind of measures.kinds) {
      for (const of of subjects) {
        const reading = kind
          .create(valuesOf(of), rows.facts)
          .read({ run: rows, twin: rows, baseline: rows, baselineTwin: rows });
        const right =
          kind.scale === "time-to-event" ? ["none", "unaffected"] : ["none", "unaffected", "value"];
        expect(right, `${kind.kind} of ${of}`).toContain(reading.status);
        if (reading.status === "value") expect(reading.value, `${kind.kind} of ${of}`).toBe(0);
      }
    }
  });

  it("read no more than their needs say", () => {
    const [run, twin] = [everything(true), everything(false)];
    const met = new Set<string>();
    for (const kind of measures.kinds) {
      for (const of of subjects) {
        const values = valuesOf(of);
        const needs = kind.needs(values, run.facts);
        const only = (rows: Rows): Rows => recorded(rows, needs);
        const whole: Evidence = { run, twin, baseline: run, baselineTwin: twin };
        const [ran, twinned] = [only(run), only(twin)];
        const frugal: Evidence = { run: ran, twin: twinned, baseline: ran, baselineTwin: twinned };
        const measure = kind.create(values, run.facts);
        const reading = measure.read(whole);
        // Series that are declared but empty read as nothing done, where undeclared ones read as none.
        if (reading.status !== "none") expect(measure.read(frugal), `${kind.kind} of ${of}`).toEqual(reading);
        if (reading.status === "value") met.add(kind.kind);
      }
    }
    expect([...met].sort()).toEqual(measures.kinds.map(({ kind }) => kind).sort());
  });

  it("that compare with a twin find nothing missing in a run that is its own", () => {
    const rows = everything(false);
    for (const kind of measures.kinds.filter(({ needsTwin, kind }) => needsTwin && kind !== "cost")) {
      const reading = kind
        .create(valuesOf("performance"), rows.facts)
        .read({ run: rows, twin: rows, baseline: rows, baselineTwin: rows });
      expect(["none", "unaffected", "value"], kind.kind).toContain(reading.status);
      if (reading.status === "value") expect(reading.value, kind.kind).toBe(ofAll.has(kind.kind) ? 1 : 0);
    }
  });

  it("name the unit of what they count", () => {
    const { facts } = rowsOf({});
    const unit = (name: string, of: string): string | undefined =>
      measures.kinds.find(({ kind }) => kind === name)?.create(valuesOf(of), facts).unit;
    expect([
      unit("throughput", "ore"),
      unit("throughput-loss", "performance"),
      unit("delay", "boxes"),
    ]).toEqual(["t/d", "vessels", "d"]);
    expect([unit("delay", "performance"), unit("cost", "all"), unit("detour", "all")]).toEqual([
      "vessels·d",
      "USD",
      "km",
    ]);
  });
});
