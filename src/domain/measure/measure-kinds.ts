import type { Family } from "#base/family";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { backlogClearTime } from "#domain/measure/measures/backlog-clear-time";
import { capacityRestoredTime } from "#domain/measure/measures/capacity-restored-time";
import { caughtUpShare } from "#domain/measure/measures/caught-up-share";
import { cost } from "#domain/measure/measures/cost";
import { delay } from "#domain/measure/measures/delay";
import { detour } from "#domain/measure/measures/detour";
import { divertedShare } from "#domain/measure/measures/diverted-share";
import { dwell } from "#domain/measure/measures/dwell";
import { listClearTime } from "#domain/measure/measures/list-clear-time";
import { meanQueue } from "#domain/measure/measures/mean-queue";
import { meanWait } from "#domain/measure/measures/mean-wait";
import { netLoss } from "#domain/measure/measures/net-loss";
import { onTimeShare } from "#domain/measure/measures/on-time-share";
import { peakQueue } from "#domain/measure/measures/peak-queue";
import { queue } from "#domain/measure/measures/queue";
import { rateNormalTime } from "#domain/measure/measures/rate-normal-time";
import { relapses } from "#domain/measure/measures/relapses";
import { throughput } from "#domain/measure/measures/throughput";
import { throughputLoss } from "#domain/measure/measures/throughput-loss";
import { throughputLossShare } from "#domain/measure/measures/throughput-loss-share";
import { timeToRecover } from "#domain/measure/measures/time-to-recover";
import { timeToSurvive } from "#domain/measure/measures/time-to-survive";
import { turnedAwayShare } from "#domain/measure/measures/turned-away-share";
import { utilisation } from "#domain/measure/measures/utilisation";

/** Every measure of the language; the key under `measures` is its `kind`. */
export const measures: Family<MeasureKind> = {
  name: "measure",
  shared: {},
  kinds: [
    throughputLoss,
    throughputLossShare,
    netLoss,
    caughtUpShare,
    timeToRecover,
    timeToSurvive,
    relapses,
    backlogClearTime,
    listClearTime,
    capacityRestoredTime,
    rateNormalTime,
    peakQueue,
    meanQueue,
    queue,
    meanWait,
    dwell,
    utilisation,
    throughput,
    turnedAwayShare,
    delay,
    detour,
    divertedShare,
    onTimeShare,
    cost,
  ],
};
