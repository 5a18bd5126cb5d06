import { correlationFigure } from "#shells/figure/correlation-figure";
import type { CorrelationRow } from "#shells/figure/correlation-figure";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { signedNumeral } from "#shells/figure/numeral";
import { drawName, drawnRange } from "#shells/report/draw-name";
import { keyRows } from "#shells/report/headline-section";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Report, ReportVariant } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import { measureNoun } from "#study/experiment/measure-title";
import type { ExplainedSpread, ExplainingDraw } from "#study/experiment/explained-spread";

/** So many draws are shown; the weaker ones are counted, and stand in the data. */
const shownMost = 8;

const lead =
  "Each replication draws a world of its own. Which of the values drawn goes with how that world came out: " +
  "1 or −1 is a measure that rises or falls with the value in every replication, 0 one that does not care.";

const caption =
  "Spearman's rank correlation over the replications (bar) and its 95 % interval (line; Fisher's, with the " +
  "standard error of Bonett and Wright). A hollow bar cannot be told apart from 0. Correlation is " +
  "no cause: draws are independent of each other, but what follows from two of them may go with both.";

/**
 * What the spread of a measure of the first screen comes from: how it goes with what each world drew. It is
 * the first of them that goes with anything, if one can in every variant. Left out where chance drew nothing
 * for the world.
 */
export function spreadSection(report: Report): Markup | undefined {
  const found = keyRows(report.rows).flatMap((row) => {
    const spreads = report.variants.flatMap(({ name }) => spreadOf(row, name, report) ?? []);
    const [first] = spreads;
    if (first === undefined) return [];
    return [{ row, told: first.draws.some(isTold), whole: spreads.length === report.variants.length }];
  });
  const telling = found.filter(({ told }) => told);
  const row = (telling.find(({ whole }) => whole) ?? telling[0] ?? found[0])?.row;
  if (row === undefined) return undefined;
  const parts = report.variants.map((variant) => variantFigure(variant, row, report));
  return section("spread", "What the spread comes from", lead, parts);
}

function spreadOf(row: MeasureRow, variant: string, { result }: Report): ExplainedSpread | undefined {
  const of = row.cells.find((cell) => cell !== undefined)?.of;
  return result.figures.explained.find(
    (each) => each.variant === variant && each.measure === row.measure && each.of === of,
  );
}

/** What is said of more and of less of a value in a unit, where that is not `higher` and `lower`. */
const comparatives: Readonly<Record<string, readonly [more: string, less: string]>> = {
  "d since start": ["later", "earlier"],
  d: ["longer", "shorter"],
};

/** Whether it can be told apart from 0. */
const isTold = ({ low, high }: { readonly low: number; readonly high: number }): boolean =>
  low > 0 || high < 0;

function variantFigure(variant: ReportVariant, row: MeasureRow, report: Report): Markup {
  const found = spreadOf(row, variant.name, report);
  const noun = measureNoun(row.measure);
  const name = row.about === "" ? noun : `${noun}, ${row.about}`;
  const content: Content =
    found === undefined ? element("p", {}, absence(variant, row, name)) : figureOf(found, name, report);
  return element("div", { class: `only only-${variant.place}` }, content);
}

/** Why there is nothing to draw: who is left of the replications says nothing of all. */
function absence({ name, place }: ReportVariant, { cells }: MeasureRow, measure: string): string {
  const cell = cells[place];
  const without = (cell?.censored ?? 0) + (cell?.unaffected ?? 0);
  if (cell === undefined || without === 0) return `In ${name} chance drew nothing for the world.`;
  const count = `${without} of ${cell.replications} replications`;
  return `In ${name} ${count} have no value of ${measure}: what the others go with says nothing of all.`;
}

function figureOf({ variant, draws }: ExplainedSpread, name: string, report: Report): Markup {
  const shown = draws.slice(0, shownMost).map((draw) => rowOf(draw, report));
  const left = draws.length - shown.length;
  const description = shown.map((each) => `${each.name} ${signedNumeral(each.correlation, 2)}`).join("; ");
  const rest =
    left > 0 ? ` ${left} more ${left === 1 ? "value was" : "values were"} drawn; none goes closer.` : "";
  return captioned(
    (width, narrow) =>
      correlationFigure({
        title: `What ${name} goes with, ${variant}`,
        description,
        width,
        axis: narrow ? "rank correlation" : `rank correlation with ${name}`,
        rows: shown,
      }),
    [draws[0] === undefined ? "" : strongest(draws[0], name, report), caption, rest],
    {
      name: `spread-${variant}`,
      columns: ["of", "draw", "unit", "p5", "median", "p95", "correlation", "low", "high", "replications"],
      rows: draws.map((draw) => [
        draw.of,
        draw.draw,
        draw.unit,
        draw.p5,
        draw.median,
        draw.p95,
        draw.correlation,
        draw.low,
        draw.high,
        draw.replications,
      ]),
    },
  );
}

function rowOf(draw: ExplainingDraw, report: Report): CorrelationRow {
  const { correlation, low, high } = draw;
  return { name: drawName(draw, report), note: drawnRange(draw, report), correlation, low, high };
}

/** The finding in a sentence: what goes with it most closely, or that nothing does. */
function strongest(draw: ExplainingDraw, measure: string, report: Report): string {
  if (!isTold(draw)) return `No value drawn goes with ${measure} as far as can be told. `;
  const [more, less] = comparatives[draw.unit] ?? ["higher", "lower"];
  const much = draw.correlation > 0 ? more : less;
  const name = drawName(draw, report);
  return `“${name}” goes with it most closely: the ${much} it is, the larger is ${measure}. `;
}
