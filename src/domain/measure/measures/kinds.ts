/*
 * The measures of the language, one line each: to add one, write its file beside this one, its test, and a
 * line here.
 */
export { backlogClearTime } from "#domain/measure/measures/backlog-clear-time";
export { blockedShare } from "#domain/measure/measures/blocked-share";
export { capacityRestoredTime } from "#domain/measure/measures/capacity-restored-time";
export { caughtUpShare } from "#domain/measure/measures/caught-up-share";
export { cimellaroResilience } from "#domain/measure/measures/cimellaro-resilience";
export { cost } from "#domain/measure/measures/cost";
export { delay } from "#domain/measure/measures/delay";
export { detour } from "#domain/measure/measures/detour";
export { diverted } from "#domain/measure/measures/diverted";
export { divertedShare } from "#domain/measure/measures/diverted-share";
export { dwell } from "#domain/measure/measures/dwell";
export { dynamicResilience } from "#domain/measure/measures/dynamic-resilience";
export { henryResilience } from "#domain/measure/measures/henry-resilience";
export { listClearTime } from "#domain/measure/measures/list-clear-time";
export { lossCvar } from "#domain/measure/measures/loss-cvar";
export { meanQueue } from "#domain/measure/measures/mean-queue";
export { meanWait } from "#domain/measure/measures/mean-wait";
export { netLoss } from "#domain/measure/measures/net-loss";
export { onTimeShare } from "#domain/measure/measures/on-time-share";
export { peakQueue } from "#domain/measure/measures/peak-queue";
export { queue } from "#domain/measure/measures/queue";
export { rateNormalTime } from "#domain/measure/measures/rate-normal-time";
export { relapses } from "#domain/measure/measures/relapses";
export { resilienceTriangle } from "#domain/measure/measures/resilience-triangle";
export { robustness } from "#domain/measure/measures/robustness";
export { staticResilience } from "#domain/measure/measures/static-resilience";
export { throughput } from "#domain/measure/measures/throughput";
export { throughputLoss } from "#domain/measure/measures/throughput-loss";
export { throughputLossShare } from "#domain/measure/measures/throughput-loss-share";
export { timeToRecover } from "#domain/measure/measures/time-to-recover";
export { timeToSurvive } from "#domain/measure/measures/time-to-survive";
export { turnedAwayShare } from "#domain/measure/measures/turned-away-share";
export { utilisation } from "#domain/measure/measures/utilisation";
export { zobelResilience } from "#domain/measure/measures/zobel-resilience";
