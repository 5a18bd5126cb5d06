import { everGiven } from "./ever-given-2021.ts";
import type { History } from "./history.ts";
import { katrina } from "./katrina-2005.ts";

/** Every shipped scenario that is set beside history, by name. */
export const histories: readonly History[] = [everGiven, katrina];
