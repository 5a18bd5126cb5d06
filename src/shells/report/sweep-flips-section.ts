import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { choiceTable } from "#shells/report/choice-table";
import type { ChoiceRow } from "#shells/report/choice-table";
import { fileLinks, section } from "#shells/report/section";
import { listed } from "#base/listed";
import { counted, numberText } from "#study/experiment/quantity-text";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { fineScale } from "#shells/report/sweep-wording";
import { boundaryText, valueText } from "#study/sweep/sweep-words";

/** So many futures stand on the page; all are in the file. */
const shownMost = 20;

/** The futures in which another variant is the choice, with what they say and what variants come to there. */
export function sweepFlipsSection(findings: SweepFindings): Markup | undefined {
  const { cube, choice } = findings;
  const { flips, boundaries, field, best } = choice;
  if (best === undefined || field.places.length < 2) return undefined;
  const scale = fineScale(findings);
  const rows = flips.slice(0, shownMost).map(
    ({ future, place, gain, values }): ChoiceRow => ({
      head: cube.ids[future] ?? "",
      cells: [
        { text: cube.variants[place] ?? "" },
        { text: numberText(gain * scale.factor, scale.decimals) },
        ...values.map((value) => ({ text: numberText(value * scale.factor, scale.decimals) })),
        ...cube.paths.map((path) => ({ text: valueText(path, future) })),
      ],
    }),
  );
  const columns = [
    { head: "Best there", holds: "words" },
    { head: `Better by, ${scale.unit}`, holds: "number" },
    ...field.places.map((place) => ({ head: cube.variants[place] ?? "", holds: "number" }) as const),
    ...cube.paths.map(({ path }) => ({ head: path, holds: "number" }) as const),
  ] as const;
  const shown =
    flips.length > shownMost
      ? `The ${numberText(shownMost, 0)} largest of ${numberText(flips.length, 0)}; the file has all.`
      : "";
  return section(
    "flips",
    "Futures in which the choice flips",
    lead(findings),
    boundaries.length > 1 &&
      element(
        "p",
        {},
        "It can also be told by others: ",
        boundaries
          .slice(1)
          .map((boundary) => boundaryText(boundary, cube.paths))
          .join("; "),
        ".",
      ),
    rows.length > 0 &&
      choiceTable("Each of these futures, its best variant and values", "Future", columns, rows),
    shown !== "" && element("p", { class: "table-note" }, shown),
    flips.length > 0 &&
      fileLinks(
        {
          name: "choice-flips",
          columns: [
            ...["future", "best", "better_by", ...field.places.map((place) => cube.variants[place] ?? "")],
            ...cube.paths.map(({ path }) => path),
          ],
          rows: flips.map(({ future, place, gain, values }) => [
            ...[cube.ids[future] ?? "", cube.variants[place] ?? "", gain, ...values],
            ...cube.paths.map(({ texts }) => texts[future] ?? null),
          ]),
        },
        [],
      ),
  );
}

function lead({ cube, choice }: SweepFindings): string {
  const { flips, field, best = 0, boundaries } = choice;
  const name = cube.variants[best] ?? "";
  if (flips.length === 0) return `In none is another variant better than ${name} beyond the indifference.`;
  const counts = cube.variants
    .map((other, place) => ({ other, count: flips.filter((flip) => flip.place === place).length }))
    .filter(({ count }) => count > 0)
    .sort((one, two) => two.count - one.count);
  const who = listed(counts.map(({ other, count }) => `${other} in ${numberText(count, 0)}`));
  const [boundary] = boundaries;
  const where = boundary === undefined ? "" : `, nearly always where ${boundaryText(boundary, cube.paths)}`;
  const many = `${numberText(flips.length, 0)} of ${counted(field.futures.length, "future")}`;
  return `In ${many} another variant is better than ${name} beyond the indifference: ${who}${where}.`;
}
