import { grouped } from "#base/order";
import { censoredCases } from "./censored-cases.ts";
import { coveredBy, experiments, sizes } from "./coverage-case.ts";
import type { CoverageCase } from "./coverage-case.ts";
import { differenceCases } from "./difference-cases.ts";
import { meanCases } from "./mean-cases.ts";
import { shareCases } from "./share-cases.ts";
import { spreadCases } from "./spread-cases.ts";

/** All systems and methods, in the order in which they are published. */
export const coverageCases: readonly CoverageCase[] = [
  ...meanCases,
  ...shareCases,
  ...censoredCases,
  ...differenceCases,
  ...spreadCases,
];

/** What a cell says where a sample is too small for the method. */
const none = "-";

/** `94.6`, in bold outside 93 to 97: the share of experiments whose interval holds the truth, in percent. */
function cellText(covered: number): string {
  const text = ((covered / experiments) * 100).toFixed(1);
  const isAsTold = covered >= 0.93 * experiments && covered <= 0.97 * experiments;
  return isAsTold ? text : `**${text}**`;
}

/** The cells of one case at one size, by method. */
export function cellsOf(one: CoverageCase, count: number): readonly string[] {
  if (!(one.sizes ?? sizes).includes(count)) return one.methods.map(() => none);
  return coveredBy(one, count).map(cellText);
}

/** The lines of COVERAGE.md from its first heading of a question on. */
export function coverageText(): string {
  const questions = grouped(coverageCases, ({ asks }) => asks);
  return [...questions].map(([asks, cases]) => `## ${asks}\n\n${tableText(cases)}\n`).join("\n");
}

function tableText(cases: readonly CoverageCase[]): string {
  const head = ["system", "method", ...sizes.map((count) => `n = ${count}`)];
  const rows = cases.flatMap((one) => {
    const columns = sizes.map((count) => cellsOf(one, count));
    return one.methods.map((method, place) => [
      place === 0 ? one.system : "",
      place === 0 ? `${method} (printed)` : method,
      ...columns.map((cells) => cells[place] ?? none),
    ]);
  });
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => (row[column] ?? "").length)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => padded(cell, widths[column] ?? 0, column > 1)).join(" | ")} |`;
  const rule = widths.map((width, column) => (column > 1 ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(head), `| ${rule.join(" | ")} |`, ...rows.map(line)].join("\n");
}

function padded(cell: string, width: number, isRight: boolean): string {
  const room = " ".repeat(width - cell.length);
  return isRight ? room + cell : cell + room;
}
