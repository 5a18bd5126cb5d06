import { chanceFaults } from "./chance-faults.ts";
import { engineFaults } from "./engine-faults.ts";
import type { Fault } from "./fault.ts";
import { kindFaults } from "./kind-faults.ts";
import { reportFaults } from "./report-faults.ts";
import { settingFaults } from "./setting-faults.ts";
import { stationFaults } from "./station-faults.ts";
import { passageFaults } from "./passage-faults.ts";
import { portFaults } from "./port-faults.ts";
import { statisticsFaults } from "./statistics-faults.ts";
import { sweepFaults } from "./sweep-faults.ts";
import { processFaults } from "./process-faults.ts";
import { programFaults } from "./program-faults.ts";
import { storyFaults } from "./story-faults.ts";
import { strikeFaults } from "./strike-faults.ts";
import { studyFaults } from "./study-faults.ts";
import { tableFaults } from "./table-faults.ts";
import { truthFaults } from "./truth-faults.ts";
import { worldFaults } from "./world-faults.ts";

/** Every fault that is planted, one by one, to see that it is caught. */
export const faults: readonly Fault[] = [
  ...engineFaults,
  ...chanceFaults,
  ...worldFaults,
  ...stationFaults,
  ...passageFaults,
  ...portFaults,
  ...processFaults,
  ...programFaults,
  ...strikeFaults,
  ...statisticsFaults,
  ...sweepFaults,
  ...studyFaults,
  ...tableFaults,
  ...kindFaults,
  ...settingFaults,
  ...reportFaults,
  ...storyFaults,
  ...truthFaults,
];
