import { join } from "node:path";
import type { Arguments } from "#shells/cli/command";
import type { Io } from "#shells/cli/io";
import { jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import { sweepText } from "#shells/cli/sweep-text";
import { sweepAnswer } from "#study/sweep/sweep-answer";
import { sweepDocument } from "#study/sweep/sweep-document";
import type { SweepFindings } from "#study/sweep/sweep-findings";

/** Prints what a sweep found, and where it is. */
export function tellSweep(
  findings: SweepFindings,
  { given, io, shown }: { readonly given: Arguments; readonly io: Io; readonly shown: string },
): void {
  if (given.json) return io.out(jsonText(sweepDocument(findings)));
  if (given.quiet) return io.out(`${sweepAnswer(findings)}\n`);
  io.out(sweepText(findings, { paint: paintOf(io), width: io.width }));
  io.out(`\nReport  ${join(shown, "report.html")}\n`);
  io.out(`Tables  ${join(shown, "futures.csv")}, means.csv, rows.csv\n`);
}
