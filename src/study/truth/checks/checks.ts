import type { CaseCheck } from "#study/truth/case-check";
import { availability } from "#study/truth/checks/availability";
import { blocking } from "#study/truth/checks/blocking";
import { canalClosure } from "#study/truth/checks/canal-closure";
import { canalSlots } from "#study/truth/checks/canal-slots";
import { fluidOutage } from "#study/truth/checks/fluid-outage";
import { jacksonNetwork } from "#study/truth/checks/jackson-network";
import { machineRepair } from "#study/truth/checks/machine-repair";
import { portsClosure } from "#study/truth/checks/ports-closure";
import { priorityQueue } from "#study/truth/checks/priority-queue";
import { resilience } from "#study/truth/checks/resilience";
import { seervadaPark } from "#study/truth/checks/seervada-park";
import { singleQueues } from "#study/truth/checks/single-queues";

/** How each covered case is checked. */
export const checks: readonly CaseCheck[] = [
  ...singleQueues,
  priorityQueue,
  jacksonNetwork,
  machineRepair,
  ...blocking,
  fluidOutage,
  canalSlots,
  canalClosure,
  portsClosure,
  seervadaPark,
  ...availability,
  ...resilience,
];
