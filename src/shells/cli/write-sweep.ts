import type { Arguments } from "#shells/cli/command";
import { sweepCommandText } from "#shells/cli/typed-command";
import type { Provenance } from "#study/store/run-files";
import type { Sweep } from "#study/sweep/sweep";
import { sweepDocument } from "#study/sweep/sweep-document";
import type { SweepFindings } from "#study/sweep/sweep-findings";

/** How a sweep that is written came about. */
export interface SweepWriting {
  readonly findings: SweepFindings;
  /** The rows of all futures in order; asked twice. */
  readonly rows: () => Iterable<string>;
  readonly given: Arguments;
  readonly provenance: Provenance;
}

/** Writes the folder of a sweep, whole or not at all. */
export async function writeSweep(
  folder: string,
  sweep: Sweep,
  { findings, rows, given, provenance }: SweepWriting,
): Promise<void> {
  // Loaded late, so that the first words stand there within a second.
  const { sweepFiles } = await import("#study/store/sweep-files");
  const { writeWholeFolder } = await import("#study/store/whole-folder");
  const { sweepReport } = await import("#shells/report/sweep-report");
  const document = sweepDocument(findings);
  const files = sweepFiles(sweep, { rows, document, command: sweepCommandText(given), provenance });
  files.set("report.html", sweepReport(findings));
  writeWholeFolder(folder, files);
}
