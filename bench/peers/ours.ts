import { fileURLToPath } from "node:url";
import { ours as name } from "../one.ts";
import type { Peer } from "./peer.ts";

const main: string = fileURLToPath(new URL("../main.ts", import.meta.url));

/** Ours, in a process of its own under the same Node with the same flags. */
export const ours: Peer = {
  name,
  prepare: () => undefined,
  sizeOf: (_, size) => size,
  command: (workload, size, seed) => {
    return [
      process.execPath,
      ...process.execArgv,
      main,
      "--one",
      workload,
      String(size),
      String(seed),
      "--json",
    ];
  },
};
