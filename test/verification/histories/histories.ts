import { cyberOperator } from "./cyber-operator.ts";
import { everGiven } from "./ever-given-2021.ts";
import type { History } from "./history.ts";
import { ilaStrike } from "./ila-strike-2024.ts";
import { katrina } from "./katrina-2005.ts";
import { panamaDrought } from "./panama-drought-2023.ts";
import { redSea } from "./red-sea-2023.ts";
import { yantian } from "./yantian-2021.ts";

/** Every shipped scenario that is set beside history, by name. */
export const histories: readonly History[] = [
  cyberOperator,
  everGiven,
  ilaStrike,
  katrina,
  panamaDrought,
  redSea,
  yantian,
];
