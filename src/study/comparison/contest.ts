import { commonLimit } from "#engine/stats/restricted-mean";
import type { Study } from "#scenario/language/resolved";
import type { Contender } from "#study/comparison/contender";
import { directionOf } from "#study/experiment/direction";
import { isMostlySpared, measureLines } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import type { Sample } from "#study/experiment/estimate";
import { measureNoun } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";

/** One measure of all contenders, replication by replication: what rankings and differences rest on. */
export interface Contest {
  readonly line: MeasureLine;
  /** 1 where more is better, -1 where less is, 0 where neither is. */
  readonly better: -1 | 0 | 1;
  /** In the unit of the measure: where times are cut, so that all can be compared; Infinity: nowhere. */
  readonly limit: number;
  /** By place of the contender. */
  readonly entries: readonly (Entry | undefined)[];
}

/** One contender by one measure. */
export interface Entry {
  readonly place: number;
  readonly sample: Sample;
  /** Most replications never met what is timed, and the few that did do not speak for them. */
  readonly isSpared: boolean;
}

/** A contest for each measure, in the order of the scenario. */
export function contestsOf(contenders: readonly Contender[]): readonly Contest[] {
  return measureLines(contenders.map(({ numbers }) => numbers)).map((line): Contest => {
    const samples = contenders.map(({ numbers, samples }, place) => {
      const cell = line.cells[place];
      return cell === undefined ? undefined : samples[numbers.measures.indexOf(cell)];
    });
    const limit = commonLimit(samples.filter((sample) => sample !== undefined));
    const entries = samples.map((sample, place): Entry | undefined => {
      const cell = line.cells[place];
      if (sample === undefined || cell === undefined) return undefined;
      return { place, sample, isSpared: isMostlySpared(cell) };
    });
    return { line, better: directionOf(line.first.measure), limit, entries };
  });
}

/** `time to clear the backlog, Suez Canal`, with the instants that it is read at. */
export function contestTitle({ line: { first } }: Contest, study: Study): string {
  const when = [first.at, first.from, first.until].filter((instant) => instant !== undefined);
  return [measureNoun(first.measure), placeName(study, first.of), ...when].join(", ");
}
