import { dayMs } from "#base/time";
import type { Batch } from "#study/experiment/batch";
import type { Plan } from "#study/experiment/plan";
import type { DrawRow } from "#study/experiment/result";
import { tableText } from "#study/experiment/rows-text";

/** The columns of `draws.csv` of a run folder, in order. */
export const drawColumns: readonly (keyof DrawRow)[] = [
  "scenario",
  "variant",
  "replication",
  "seed",
  "of",
  "draw",
  "value",
  "unit",
];

/**
 * What each replication drew for its world, a line each: by variant, replication, in the order drawn. They
 * are outside the digest, for they follow from the scenario and its seed.
 */
export function drawRows(plan: Plan, batch: Batch): readonly DrawRow[] {
  return plan.variants.flatMap(({ variant: { name, scenario } }, index) =>
    (batch.variants[index]?.draws ?? []).flatMap((world, row) =>
      [...world].map(([address, value]): DrawRow => {
        const { of, draw } = partsOf(address);
        const replication = batch.span.from + row;
        const shared = { scenario: plan.study.id, variant: name, replication, seed: scenario.seed, of, draw };
        return { ...shared, ...printed(draw, value, scenario.time.start) };
      }),
    ),
  );
}

/** The rows as CSV; see `rowsText`. */
export function drawsText(rows: readonly DrawRow[]): string {
  return tableText(drawColumns, rows);
}

/** Whose draw it is, and its name: the name is the last part, or the last two of a step in a schedule. */
function partsOf(address: string): { readonly of: string; readonly draw: string } {
  const [, of = address, draw = ""] = /^(.*?)\/([^/]+(?:\/\d+)?)$/.exec(address) ?? [];
  return { of, draw };
}

const instants: ReadonlySet<string> = new Set(["start", "end", "from", "until"]);
const durations: ReadonlySet<string> = new Set([
  ...["duration", "repair", "between", "delay", "lasted", "for", "recovery.over"],
  ...["every", "offset", "cut-off", "ahead", "within"],
]);

/** Instants as days since the start of the run, durations as days, rates as they are. */
function printed(draw: string, value: number, start: number): Pick<DrawRow, "value" | "unit"> {
  const [name = draw] = draw.split(/\/| from /);
  if (instants.has(name)) return { value: (value - start) / dayMs, unit: "d since start" };
  if (durations.has(name)) return { value: value / dayMs, unit: "d" };
  if (name === "rate") return { value, unit: "/d" };
  return { value, unit: name === "times" ? "times" : "factor" };
}
