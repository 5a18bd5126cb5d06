import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const breakwater = fileURLToPath(new URL("../../dist/shells/cli/main.js", import.meta.url));

/** One sweep as a user starts it. */
export interface SweepMeasurement {
  /** By the clock on the wall, without starting the process and reading the scenario. */
  readonly seconds: number;
  /** Of the whole process, MB: the most in each quarter of its time. */
  readonly rssByQuarter: readonly number[];
  /** Of the tables: the same whatever the number of threads. */
  readonly digest: string;
}

/** A shipped scenario with a sixth variant, over so many futures of two paths. */
function words(futures: number, threads: number, out: string): readonly string[] {
  return [
    ...["sweep", "port-closed", "--replications", "1", "--count", String(futures)],
    ...["--set", "cross=[[neighbours-hurry], [practised-restart]]"],
    ...["--vary", "disruptions.stop.duration={ kind: uniform, min: 1 d, max: 30 d }"],
    ...["--vary", "flows.to-rotterdam.arrivals.rate={ kind: uniform, min: 6 /d, max: 9 /d }"],
    ...["--threads", String(threads), "--quiet", "--out", out],
  ];
}

/** Runs the sweep in a process of its own and looks at its memory four times a second. */
export async function measureSweep(futures: number, threads: number): Promise<SweepMeasurement> {
  const folder = mkdtempSync(join(tmpdir(), "breakwater-sweep-"));
  try {
    const out = join(folder, "sweep");
    const child = spawn(process.execPath, [breakwater, ...words(futures, threads, out)], {
      stdio: ["ignore", "ignore", "inherit"],
    });
    const seen: number[] = [];
    const look = setInterval(() => {
      const mb = rssOf(child.pid);
      if (mb !== undefined) seen.push(mb);
    }, 250);
    const code = await new Promise((resolve) => child.once("exit", resolve));
    clearInterval(look);
    if (code !== 0) throw new Error(`the sweep ended with ${String(code)}`);
    const manifest = JSON.parse(readFileSync(join(out, "manifest.json"), "utf8")) as Manifest; // as written
    const quarter = Math.max(1, Math.ceil(seen.length / 4));
    const rssByQuarter = [0, 1, 2, 3].map((index) =>
      Math.max(0, ...seen.slice(index * quarter, (index + 1) * quarter)),
    );
    return { seconds: manifest.seconds, digest: manifest.digest, rssByQuarter };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly seconds: number;
  readonly digest: string;
}

/** What a process holds now, MB; undefined where the system does not say, or the process is over. */
function rssOf(pid: number | undefined): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(status) ?? [];
    return kilobytes === undefined ? undefined : Math.round(Number(kilobytes) / 1024);
  } catch {
    return undefined;
  }
}
