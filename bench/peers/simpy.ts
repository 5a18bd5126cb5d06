import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { modelOf } from "./peer.ts";
import type { Peer } from "./peer.ts";

const python = "/usr/bin/python3"; // Debian's own, which sees Debian's packages
const source: string = fileURLToPath(new URL("simpy_bench.py", import.meta.url));
const install = ["apt-get", "install", "-y", "python3-simpy3"] as const;
const customers = 100_000;
const services = 100_000;
const holds = 200_000;

/**
 * SimPy 3 as Debian packages it. Some fifty times slower, so it runs fewer events; a million processes are
 * left out.
 */
export const simpy: Peer = {
  name: "SimPy 3",
  prepare: () => {
    if (installed()) return undefined;
    if (process.getuid?.() !== 0) return `SimPy is not installed: ${install.join(" ")}`;
    process.stderr.write(`SimPy is missing, installing it: ${install.join(" ")}\n`);
    const [program, ...words] = install;
    spawnSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
    return installed() ? undefined : `SimPy cannot be installed here: ${install.join(" ")}`;
  },
  sizeOf: (workload, size) => {
    if (modelOf(workload) === "mm1") return Math.min(size, customers);
    if (workload === "network") return Math.min(size, services);
    return size > 100_000 ? 0 : size;
  },
  command: (workload, size, seed) => {
    return [python, source, modelOf(workload), String(size), String(seed), String(holds)];
  },
};

function installed(): boolean {
  return spawnSync(python, ["-c", "import simpy"], { stdio: "ignore" }).status === 0;
}
