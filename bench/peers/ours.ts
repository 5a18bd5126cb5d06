import { compiled } from "../compiled.ts";
import { ours as name } from "../one.ts";
import type { Peer } from "./peer.ts";

/** Ours, compiled, in a process of its own under the same Node with the same flags. */
export const ours: Peer = {
  name,
  prepare: () => undefined,
  sizeOf: (_, size) => size,
  command: (workload, size, seed) => {
    return [...compiled("main.js"), "--one", workload, String(size), String(seed), "--json"];
  },
};
