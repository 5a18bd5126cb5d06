import type { Command } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { exitCodes } from "#shells/cli/exit-code";
import { deliver, jsonText } from "#shells/cli/output";
import { routesDocument, routesText } from "#shells/cli/routes-text";
import type { CheckedScenario } from "#shells/cli/workshop";
import { typedScenario } from "#shells/cli/typed-scenario";
import { counted } from "#study/experiment/quantity-text";

/** Checks scenario files: everything that is wrong with each, with its place and a remedy. */
export const validate: Command = {
  usage: "validate <paths...>",
  summary: "Check scenario files; --explain prints every value with where it comes from, and the routes",
  takes: ["set", "explain"],
  draws: true,
  run(given, io, workshop) {
    const checked = given.paths.map((typed) => typedScenario(typed, { given, workshop, folder: io.folder }));
    const wrong = checked.some(({ study }) => study === undefined);
    if (given.json) {
      const documents = checked.map((one) => documentOf(one, given.explain));
      deliver(jsonText(documents), given, io);
    } else {
      const texts = checked.map((one) => {
        io.err(one.diagnostics.map((diagnostic) => `${diagnosticText(diagnostic)}\n`).join(""));
        const verdict = `${one.file}: ${verdictText(one)}\n`;
        if (one.study === undefined) io.err(verdict);
        if (one.study === undefined) return "";
        return `${given.quiet ? "" : verdict}${given.explain ? explained(one) : ""}`;
      });
      deliver(texts.join(""), given, io);
    }
    return Promise.resolve(wrong ? exitCodes.wrongInput : exitCodes.done);
  },
};

const explained = (one: CheckedScenario): string => `${one.explanation()}\n${routesText(one.routes())}`;

function verdictText({ study, diagnostics }: CheckedScenario): string {
  const errors = diagnostics.filter(({ severity }) => severity === "error").length;
  const warnings = diagnostics.length - errors;
  const counts = [
    ...(errors > 0 ? [counted(errors, "error")] : []),
    ...(warnings > 0 ? [counted(warnings, "warning")] : []),
  ];
  const verdict = study === undefined ? "wrong" : "valid";
  return counts.length === 0 ? verdict : `${verdict}, ${counts.join(", ")}`;
}

function documentOf(
  { file, study, diagnostics, explanation, routes }: CheckedScenario,
  explain: boolean,
): object {
  const list = diagnostics.map(({ code, severity, place, path, wrong, right }) => ({
    code,
    severity,
    file: place.file,
    line: place.line,
    column: place.column,
    path,
    wrong,
    right,
  }));
  const explained =
    explain && study !== undefined ? { explanation: explanation(), routes: routesDocument(routes()) } : {};
  return { file, valid: study !== undefined, diagnostics: list, ...explained };
}
