import type { Io } from "#shells/cli/io";
import { indented, paintOf, wrapped } from "#shells/cli/paint";
import { counted } from "#study/experiment/quantity-text";
import type { SweptPath } from "#study/sweep/cube";
import type { SweepPlan } from "#study/sweep/sweep-plan";
import { pathNumberText } from "#study/sweep/sweep-words";

/** Values of a list that are told one by one; of a longer one the ends are. */
const toldMost = 6;

const designs = {
  grid: "every combination of",
  "latin-hypercube": "a Latin hypercube over",
  sobol: "a Sobol design over",
} as const;

/** What will be swept: title, what differs between futures, and how many runs that makes. */
export function sweepHeadText(plan: SweepPlan, threads: number, io: Io): string {
  const paint = paintOf(io);
  const { study, futures, replications, runs, paths } = plan;
  const scenario = study.variants[0]?.scenario;
  const parts = [
    counted(futures.count, "future"),
    counted(study.variants.length, "variant"),
    counted(replications, "replication"),
  ];
  const most = `with twins up to ${counted(runs, "run")}`;
  const all = `${parts.join(" × ")}: ${most}, on ${counted(threads, "thread")}`;
  return [
    paint.bold(scenario?.title ?? study.id),
    ...(scenario?.question === undefined ? [] : [wrapped(scenario.question, io.width)]),
    `Futures: ${designs[futures.design]}`,
    ...paths.map((path) => indented(`${path.path}: ${rangeText(path)}`, io.width)),
    paint.faint(wrapped(`Runs ${all}, seed ${scenario?.seed ?? ""}.`, io.width)),
    "",
    "",
  ].join("\n");
}

/** The values of a path, or its least and greatest. */
function rangeText(path: SweptPath): string {
  const { texts, numbers, levels } = path;
  const values = [...new Set(texts)];
  if (levels !== undefined && levels <= toldMost) return values.join(", ");
  if (numbers.some(Number.isNaN)) return `${counted(values.length, "value")}, such as ${values[0] ?? ""}`;
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${pathNumberText(path, least)} to ${pathNumberText(path, most)}`;
}
