import { missing } from "#shells/figure/numeral";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { choiceTable } from "#shells/report/choice-table";
import type { ChoiceRow } from "#shells/report/choice-table";
import type { captioned } from "#shells/report/section";
import { fileLinks, section, variantName } from "#shells/report/section";
import { numberText } from "#study/experiment/quantity-text";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { enoughText, percentText } from "#shells/report/sweep-wording";
import { futureShareText, sparedText, sweptScale, sweptTitle, zoneText } from "#study/sweep/sweep-words";

/**
 * Which variant to choose over all futures, what choosing it may cost, and in how many it does well enough.
 */
export function sweepChoiceSection(findings: SweepFindings): Markup {
  const { choice, regrets, question } = findings;
  const { indifference } = question;
  const leftOut = choice.field.leftOut;
  const slight = indifference > 0 ? ` Differences of ${zoneText(question)} or less do not matter here.` : "";
  return section(
    "ranking",
    "Which to choose",
    "A variant that is best in the mean may be the wrong choice in some futures. Regret is by how much " +
      "it is worse in a future than the best variant there.",
    element("h3", {}, `Ranked by ${sweptTitle(findings.question.by, findings.cube)}, in the mean`),
    choice.shares.length > 0 && table(findings),
    element(
      "p",
      { class: "table-note" },
      `Over ${numberText(choice.field.futures.length, 0)} futures, all weighed alike.${slight}`,
      leftOut > 0 &&
        ` Left out are ${numberText(leftOut, 0)} futures in which some variant has no number of it.`,
      regrets.leastMost !== undefined &&
        ` The least largest regret is that of ${findings.cube.variants[regrets.leastMost] ?? ""}.`,
      ...sparedTexts(findings),
    ),
    thresholdsTable(findings),
    fileLinks(choiceData(findings), []),
  );
}

/** Who never met what is timed: that counts as the best that a time could be. */
function sparedTexts({ cube, choice, question }: SweepFindings): readonly string[] {
  return choice.shares.flatMap(({ place }) => {
    const spared = sparedText(question.by, place, choice.field.futures);
    const counts = question.by.better < 0 ? "counts as 0" : "counts as long as the run";
    return spared === "" ? [] : [` ${cube.variants[place] ?? ""}: ${spared}, which ${counts}.`];
  });
}

function table(findings: SweepFindings): Markup {
  const { cube, choice, regrets, satisficing } = findings;
  const scale = sweptScale(findings.question.by);
  const number = (value: number | undefined): string =>
    value === undefined ? missing : numberText(value * scale.factor, scale.decimals);
  const rows = choice.shares.map(({ place, mean, alone, amongBest }): ChoiceRow => {
    const regret = regrets.regrets.find((one) => one.place === place);
    const enough = satisficing.shares.find((one) => one.place === place);
    return {
      head: variantName(place, cube.variants[place] ?? ""),
      cells: [
        { text: number(mean) },
        { text: percentText(alone) },
        { text: percentText(amongBest) },
        { text: number(regret?.mean) },
        { text: number(regret?.p90) },
        {
          text: regret === undefined ? missing : `${number(regret.most)} in ${cube.ids[regret.worst] ?? ""}`,
        },
        { text: enough === undefined ? missing : futureShareText(enough) },
      ],
    };
  });
  const columns = [
    { head: `Mean, ${scale.unit}`, holds: "number" },
    { head: "Best alone", holds: "number" },
    { head: "Among the best", holds: "number" },
    { head: `Mean regret, ${scale.unit}`, holds: "number" },
    { head: "90th percentile", holds: "number" },
    { head: "Largest regret", holds: "number" },
    { head: capital(enoughText(findings)), holds: "number" },
  ] as const;
  return choiceTable("Variants over all futures", "Variant", columns, rows);
}

function thresholdsTable(findings: SweepFindings): Content {
  const { cube, satisficing } = findings;
  if (cube.thresholds.length < 2) return undefined;
  const columns = cube.thresholds.map(({ id }) => ({ head: id, holds: "number" }) as const);
  const rows = satisficing.shares.map(
    ({ place, thresholds }): ChoiceRow => ({
      head: variantName(place, cube.variants[place] ?? ""),
      cells: thresholds.map((one) => ({ text: futureShareText(one) })),
    }),
  );
  return [
    element("h3", {}, "In how many futures each threshold is met"),
    choiceTable("Shares of futures by threshold", "Variant", columns, rows),
  ];
}

function choiceData(findings: SweepFindings): Parameters<typeof captioned>[2] {
  const { cube, choice, regrets, satisficing, question } = findings;
  return {
    name: "choice-over-futures",
    columns: [
      ...["variant", "mean", "best_alone", "among_best", "regret_mean", "regret_p90", "regret_most"],
      ...["worst_future", "enough_share", "enough_low", "enough_high", "unit"],
    ],
    rows: choice.shares.map(({ place, mean, alone, amongBest }) => {
      const regret = regrets.regrets.find((one) => one.place === place);
      const enough = satisficing.shares.find((one) => one.place === place);
      return [
        ...[cube.variants[place] ?? null, mean, alone, amongBest, regret?.mean ?? null, regret?.p90 ?? null],
        ...[regret?.most ?? null, regret === undefined ? null : (cube.ids[regret.worst] ?? null)],
        ...[enough?.share ?? null, enough?.interval.low ?? null, enough?.interval.high ?? null],
        question.by.about.unit,
      ];
    }),
  };
}

function capital(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
