import { frontierFigure } from "#shells/figure/frontier-figure";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { choiceTable } from "#shells/report/choice-table";
import type { ChoiceRow } from "#shells/report/choice-table";
import { captioned, variantName } from "#shells/report/section";
import type { Study } from "#scenario/language/resolved";
import type { Comparison } from "#study/comparison/comparison";
import { contestTitle } from "#study/comparison/contest";
import { moneyText, statusText, stepText } from "#study/comparison/price-words";
import { quantityScale } from "#study/experiment/quantity-scale";
import { scaledText } from "#study/experiment/quantity-text";

const caption =
  "Further left is cheaper, further down loses less. The line joins those that nobody beats in both (●); " +
  "of the others another is better and no dearer (○), or perhaps is (◌, dashed): the two cannot be told " +
  "apart.";

/** Who is on the frontier of price and loss, and what the next dollar buys. Empty without any price. */
export function frontierParts({ frontier, contenders }: Comparison, study: Study): Content {
  if (frontier === undefined) return undefined;
  const { points, steps, contest } = frontier;
  const { scale, first } = contest.line;
  const nameOf = (place: number | undefined): string => contenders[place ?? -1]?.name ?? "";
  const title = contestTitle(contest, study);
  const money = quantityScale(
    "USD",
    points.map(({ price }) => price),
  );
  const drawn = points.map(({ place, price, loss, status }) => ({
    name: nameOf(place),
    price: price * money.factor,
    loss: loss * scale.factor,
    status,
  }));
  const rows = points.map((point): ChoiceRow => {
    const step = steps.find(({ to }) => to === point.place);
    return {
      head: variantName(point.place, nameOf(point.place)),
      cells: [
        { text: point.price === 0 ? "none" : moneyText(point.price) },
        { text: scaledText(point.loss, scale) },
        { text: statusText(point, nameOf(point.by)) },
        { text: step === undefined ? "" : stepText(step, contest, nameOf(step.from)) },
      ],
    };
  });
  const columns = [
    { head: "Price", holds: "number" },
    { head: "Loss", holds: "number" },
    { head: "On the frontier?", holds: "words" },
    { head: "What the next dollar buys", holds: "words" },
  ] as const;
  return [
    element("h3", {}, `Price against ${title}`),
    captioned(
      (width) =>
        frontierFigure({
          title: `Price against ${title}`,
          description: points
            .map((point) => `${nameOf(point.place)}: ${statusText(point, nameOf(point.by))}`)
            .join("; "),
          width,
          across: `price, ${money.unit}`,
          up: `${title}, ${scale.unit}`,
          points: drawn,
        }),
      caption,
      {
        name: "frontier",
        columns: ["variant", "price_usd", "loss", "unit", "status", "behind"],
        rows: points.map(({ place, price, loss, status, by }) => [
          ...[nameOf(place), price, loss, first.unit, status],
          by === undefined ? null : nameOf(by),
        ]),
      },
    ),
    choiceTable("What the next dollar buys", "The cheapest first", columns, rows),
  ];
}
