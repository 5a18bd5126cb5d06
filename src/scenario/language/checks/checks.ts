import { checkAlternates } from "#scenario/language/checks/alternates";
import type { Check } from "#scenario/language/checks/check";
import { checkEmptiness } from "#scenario/language/checks/emptiness";
import { checkEvents } from "#scenario/language/checks/events";
import { checkHours } from "#scenario/language/checks/hours";
import { checkIds, checkSources } from "#scenario/language/checks/ids";
import { checkLimits, checkPrecision } from "#scenario/language/checks/limits";
import { checkLoad } from "#scenario/language/checks/load";
import { checkCurve, checkMeasures } from "#scenario/language/checks/measuring";
import { checkLikes, checkLinks, checkSites } from "#scenario/language/checks/network";
import { checkOnsets } from "#scenario/language/checks/onsets";
import { checkPace } from "#scenario/language/checks/pace";
import { checkPassages } from "#scenario/language/checks/passages";
import { checkReach } from "#scenario/language/checks/reach";
import { checkStations } from "#scenario/language/checks/stations";
import { checkReplications, checkWarmUp, checkWindow } from "#scenario/language/checks/statistics";
import { checkStrikes } from "#scenario/language/checks/strikes";
import { checkThresholds } from "#scenario/language/checks/thresholds";
import { checkDisruptionTimes, checkTime } from "#scenario/language/checks/times";
import { checkTransfers } from "#scenario/language/checks/transfers";
import { checkWindows } from "#scenario/language/checks/windows";
import {
  checkCargo,
  checkCargoPaths,
  checkCommodityUnits,
  checkFlowEnds,
  checkServices,
} from "#scenario/language/checks/traffic";

/**
 * Every rule about values against each other. The order only decides which of two reports of one place stays.
 */
export const checks: readonly Check[] = [
  checkIds,
  checkTime,
  checkLikes,
  checkSites,
  checkLinks,
  checkPassages,
  checkFlowEnds,
  checkTransfers,
  checkReach,
  checkCargo,
  checkCargoPaths,
  checkCommodityUnits,
  checkServices,
  checkAlternates,
  checkHours,
  checkStations,
  checkLoad,
  checkDisruptionTimes,
  checkOnsets,
  checkEvents,
  checkPace,
  checkStrikes,
  checkMeasures,
  checkCurve,
  checkWindows,
  checkThresholds,
  checkLimits,
  checkPrecision,
  checkReplications,
  checkWarmUp,
  checkWindow,
  checkSources,
  checkEmptiness,
];
