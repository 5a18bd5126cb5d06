import { dayMs } from "#base/time";
import { episodesOf } from "#domain/measure/episode";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { censoredAfter, daysOf, none, unaffected } from "#domain/measure/reading";
import { firstStay, levelAt, levelQuantile, stepsOf } from "#domain/measure/steps";
import { stationsOf } from "#domain/measure/subject";

/** It is cleared when it stays cleared for a day. */
const stay = dayMs;

/** The number waiting is usual up to this share of the twin's time. */
const usualShare = 0.95;

/**
 * From the last end of the first episode that leaves a backlog to the first instant from which the number
 * waiting stays for a day at or below the twin's 95th percentile over time.
 */
export const backlogClearTime: MeasureKind = {
  kind: "backlog-clear-time",
  summary: "Days from the end of the disruption until the number waiting stays for a day at what is usual.",
  naming: {
    title: "Backlog cleared",
    noun: "the time to clear the backlog",
    spared: { text: "no more wait than usual when the disruption ends", word: "no backlog" },
  },
  since: "lastEnd",
  fields: stationFields,
  scale: "time-to-event",
  better: "less",
  isOfQueue: true,
  needsTwin: true,
  needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `queue/${id}`)),
  create({ of }, facts) {
    const names = stationsOf(of, facts).map((id) => `queue/${id}`);
    return {
      unit: "d",
      read({ run, twin }) {
        const waiting = stepsOf(run.recorder.levels, names);
        const usually = stepsOf(twin.recorder.levels, names);
        if (waiting === undefined || usually === undefined) return none;
        const most = levelQuantile(usually, usualShare, { from: facts.warmUpEnd, until: facts.end });
        for (const { lastEnd } of episodesOf(run)) {
          if (Number.isNaN(lastEnd)) return censoredAfter(0);
          if (levelAt(waiting, lastEnd) <= most) continue;
          const clearAt = firstStay(waiting, most, stay, { from: lastEnd, until: facts.end });
          if (Number.isNaN(clearAt)) return censoredAfter(facts.end - stay - lastEnd);
          return daysOf(clearAt - lastEnd);
        }
        return unaffected;
      },
    };
  },
};
