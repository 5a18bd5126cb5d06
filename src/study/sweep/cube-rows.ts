import { printInstant } from "#base/time";
import { tableText } from "#study/experiment/rows-text";
import { known } from "#study/sweep/known";
import type { Cube } from "#study/sweep/cube";

/** What one measure of one variant came to in one future. */
export interface MeanRow {
  readonly scenario: string;
  readonly future: string;
  readonly variant: string;
  readonly measure: string;
  readonly of: string;
  readonly time: number | null;
  readonly until: number | null;
  readonly value: number | null;
  readonly error: number | null;
  readonly censored: number | null;
  readonly unaffected: number | null;
  readonly unit: string;
  readonly replications: number;
}

/** The columns of the means of a sweep, in order. */
export const meanColumns: readonly (keyof MeanRow)[] = [
  ...(["scenario", "future", "variant", "measure", "of", "time", "until"] as const),
  ...(["value", "error", "censored", "unaffected", "unit", "replications"] as const),
];

/** Every cell of a cube, a line each: by future, variant, measure. */
export function* meansText(cube: Cube): Generator<string> {
  yield `${meanColumns.join(",")}\n`;
  const head = tableText(meanColumns, []).length;
  for (const [index, future] of cube.ids.entries()) {
    const rows = cube.variants.flatMap((variant, place) =>
      cube.measures.flatMap(({ about, cells }): MeanRow[] => {
        const cell = cells[place];
        if (cell === undefined) return [];
        return [
          {
            scenario: cube.study.id,
            future,
            variant,
            measure: about.measure,
            of: about.of,
            time: instantOf(about.at ?? about.from),
            until: instantOf(about.until),
            value: known(cell.values[index]),
            error: known(cell.errors[index]),
            censored: known(cell.censored[index]),
            unaffected: known(cell.spared[index]),
            unit: about.unit,
            replications: cube.replications,
          },
        ];
      }),
    );
    yield tableText(meanColumns, rows).slice(head);
  }
}

/** What each future says: its id, then the value at each path, a number in the unit of its path or a word. */
export function* futuresText({ ids, paths }: Cube): Generator<string> {
  const columns = ["future", ...paths.map(({ path }) => path)];
  yield tableText(columns, []);
  const head = tableText(columns, []).length;
  for (const [index, future] of ids.entries()) {
    const values = paths.map(({ path, texts, numbers, unit }): [string, string | number] => {
      const [text = "", number = NaN] = [texts[index], numbers[index]];
      if (Number.isNaN(number)) return [path, text];
      return [path, unit === "instant" ? printInstant(number) : number];
    });
    yield tableText(columns, [Object.fromEntries([["future", future], ...values])]).slice(head);
  }
}

function instantOf(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}
