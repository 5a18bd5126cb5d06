import { version } from "#shells/cli/version";
import type { Resumable } from "#study/store/run-files";
import type { Experiment } from "#study/experiment/experiment";

/** How a run that is written came about. */
export interface WrittenRun {
  readonly threads: number;
  readonly seconds: number;
  /** How it can be run on; it cannot be when left out. */
  readonly request?: Resumable["request"];
}

/** Writes a run folder with the report in it, whole or not at all. */
export async function writeRun(
  folder: string,
  { result, batch }: Experiment,
  { threads, seconds, request }: WrittenRun,
): Promise<void> {
  // Loaded late, so that the first words stand there within a second.
  const { runFiles } = await import("#study/store/run-files");
  const { writeWholeFolder } = await import("#study/store/whole-folder");
  const { reportPage } = await import("#shells/report/page");
  const provenance = { version: version(), node: process.version, threads, events: batch.events, seconds };
  const files = runFiles(result, provenance, request === undefined ? undefined : { batch, request });
  files.set("report.html", reportPage(result));
  writeWholeFolder(folder, files);
}
