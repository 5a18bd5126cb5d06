import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Recorder } from "#engine/record/recorder";
import { resolveStudy } from "#scenario/language/resolve";
import type { Study } from "#scenario/language/resolved";
import { WorldSource } from "#scenario/source/world-source";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { planExperiment } from "#study/experiment/plan";
import type { Laboratory } from "#study/experiment/runner";
import { Worlds } from "#study/experiment/worlds";
import { shippedFiles } from "#study/runners/shipped-files";
import { openShippedLaboratory } from "#study/runners/shipped-laboratory";

const file = new URL("../../scenario/examples/suez.yaml", import.meta.url);
const source = new WorldSource(shippedFiles);
const text = readFileSync(file, "utf8");
const { study } = resolveStudy({ id: "suez", file: "suez.yaml", text, library: shippedFiles, source });
const plan = planExperiment(study as Study); // the example has no errors
const laboratory = await openShippedLaboratory(study as Study); // the same
const audit = { audit: false };

/** The laboratory, and what each world was made after. */
function watched(): { readonly laboratory: Laboratory; readonly made: (Recorder | undefined)[] } {
  const made: (Recorder | undefined)[] = [];
  const makeWorld: Laboratory["makeWorld"] = (scenario, after) => {
    made.push(after);
    return laboratory.makeWorld(scenario, after);
  };
  return { laboratory: { ...laboratory, makeWorld }, made };
}

test("a world is made when it is first run, and once for all replications", () => {
  const { laboratory: counting, made } = watched();
  const worlds = new Worlds(plan, counting);
  expect(made).toEqual([]);
  expect(() => worlds.recorder(2)).toThrow("a world has run before its rows are read");
  for (const replication of [0, 1, 2]) worlds.run(2, replication, audit);
  expect(made).toEqual([undefined]);
  expect(worlds.legs(2).length).toBeGreaterThan(0);
});

test("one that is run once is gone when the next runs, but for rows whose memory is taken later", () => {
  const { laboratory: counting, made } = watched();
  const first = new Worlds(plan, counting, { once: true });
  first.run(2, 0, audit);
  const rows = first.recorder(2);
  expect(rows.journeys.start.length).toBeGreaterThan(0);
  first.run(3, 0, audit);
  expect(() => first.legs(2)).toThrow("legs are told of a world that is still there");
  const next = new Worlds(plan, counting, { after: first, once: true });
  next.run(2, 0, audit);
  next.run(3, 0, audit);
  expect(made).toEqual([undefined, undefined, rows, first.recorder(3)]);
  expect(next.recorder(2)).not.toBe(rows);
});

test("an experiment whose worlds are run once reads what one whose worlds last reads", () => {
  const options = { audit: false, readingsOnly: true };
  const lasting = new CompiledExperiment(plan, laboratory).run({ from: 0, to: 1 }, options);
  const after = new CompiledExperiment(plan, laboratory, { once: true });
  after.run({ from: 0, to: 1 }, options);
  const once = new CompiledExperiment(plan, laboratory, { once: true, after: after.worlds });
  expect(once.run({ from: 0, to: 1 }, options)).toEqual(lasting);
});
