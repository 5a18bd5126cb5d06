import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { main } from "#shells/cli/command-line";
import { processIo } from "#shells/cli/process-io";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { makers } from "./tables.ts";

/** One import, or one reading of the same files by another program, in a process of its own. */
export interface ImportMeasurement {
  readonly peer: string;
  readonly workload: string;
  readonly size: number;
  /** Of the processor, of the whole process, loading the program included. */
  readonly seconds: number;
  readonly peakRssMb: number;
}

/** What we are called, and what else reads the same files: rows of cells, of which nothing is understood. */
export const importPeers = ["Breakwater", "csv-parse"] as const;

/** Imports tables of `size` rows in this process. Throws when nothing came of it. */
export async function measureImport(
  peer: string,
  workload: string,
  size: number,
): Promise<ImportMeasurement> {
  const make = makers[workload];
  if (make === undefined) throw new Error(`there are tables of ${Object.keys(makers).join(", ")}`);
  const tables = make(size);
  const folder = mkdtempSync(join(tmpdir(), "breakwater-import-"));
  try {
    for (const [name, text] of Object.entries(tables)) writeFileSync(join(folder, name), text);
    const before = process.cpuUsage();
    if (peer === "csv-parse") for (const text of Object.values(tables)) parse(text);
    else await importTables(Object.keys(tables), folder);
    const { user, system } = process.cpuUsage(before);
    const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
    return { peer, workload, size, seconds: (user + system) / 1e6, peakRssMb };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function importTables(files: readonly string[], folder: string): Promise<void> {
  const io = { ...processIo(), folder, out: () => undefined };
  const code = await main(["import", ...files, "--out", "all.yaml"], io, shippedWorkshop);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
}
