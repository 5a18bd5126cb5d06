import type { Evidence } from "#domain/measure/measure-kind";
import type { Recorder } from "#engine/record/recorder";
import type { PlannedCurve } from "#study/experiment/curve-plan";

/** One curve of one replication at the instants of the grid (ms, increasing); NaN where there is no value. */
export function sampleCurve(curve: PlannedCurve, evidence: Evidence, times: Float64Array): Float64Array {
  if (curve.what === "queue") return sampleLevel(evidence.run.recorder, `${curve.of}/queue`, times);
  return new Float64Array(times.length).fill(NaN);
}

/** A level at each instant, after all changes of that instant; NaN when the level was not recorded. */
function sampleLevel(recorder: Recorder, name: string, times: Float64Array): Float64Array {
  const samples = new Float64Array(times.length).fill(NaN);
  const level = recorder.levels.level(name);
  if (level < 0) return samples;
  const changes = recorder.levels.times(level);
  const values = recorder.levels.values(level);
  let next = 0;
  let value = 0;
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] ?? 0;
    while (next < changes.length && (changes[next] ?? Infinity) <= time) value = values[next++] ?? 0;
    samples[index] = value;
  }
  return samples;
}
