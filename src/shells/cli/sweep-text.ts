import { listed } from "#base/listed";
import { indented, wrapped } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import { tableLayout } from "#shells/cli/table-layout";
import type { TableRow } from "#shells/cli/table-layout";
import { counted, numberText } from "#study/experiment/quantity-text";
import type { FailureBox } from "#study/sweep/failure-box";
import { sweepAnswer } from "#study/sweep/sweep-answer";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import {
  failureText,
  futureShareText,
  futureText,
  shareText,
  sparedText,
  sweptScale,
  sweptTitle,
} from "#study/sweep/sweep-words";

/** Where the findings are printed. */
export interface SweepGround {
  readonly paint: Paint;
  readonly width: number;
}

/** So many futures in which the choice flips are named; the page lists more. */
const flipsTold = 3;

/** What a sweep found, for people: the answer, the variants, what the spread comes from, failures, flips. */
export function sweepText(findings: SweepFindings, ground: SweepGround): string {
  const parts = [
    ground.paint.bold(wrapped(sweepAnswer(findings), ground.width)),
    variantsText(findings, ground),
    sensitivityText(findings, ground),
    failuresText(findings, ground),
    flipsText(findings, ground),
  ];
  return `\n${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function variantsText(findings: SweepFindings, ground: SweepGround): string {
  const { cube, question, choice, regrets, satisficing } = findings;
  const { factor, decimals, unit } = sweptScale(question.by);
  const number = (value: number | undefined): string =>
    value === undefined || Number.isNaN(value) ? "-" : numberText(value * factor, decimals);
  const rows = choice.shares.map(({ place, mean, amongBest }): TableRow => {
    const regret = regrets.regrets.find((one) => one.place === place);
    const enough = satisficing.shares.find((one) => one.place === place);
    const note = sparedText(question.by, place, choice.field.futures);
    const cells = [
      number(mean),
      `${numberText(amongBest * 100, 0)} %`,
      number(regret?.mean),
      number(regret?.p90),
      regret === undefined ? "-" : `${number(regret.most)} in ${cube.ids[regret.worst] ?? ""}`,
      enough === undefined ? "-" : futureShareText(enough),
    ];
    return { name: cube.variants[place] ?? "", cells: cells.map((text) => ({ text })), note };
  });
  const rule =
    satisficing.rule === "thresholds"
      ? "Enough: all thresholds of the scenario are met."
      : "Enough: better than the baseline by more than the difference that does not matter.";
  const columns = ["mean", "among best", "regret", "90 %", "most", "enough in (95 %)"];
  const head = `${ground.paint.bold(`By ${sweptTitle(question.by, cube)}`)}, ${unit}`;
  const left =
    choice.field.leftOut === 0
      ? ""
      : ` ${counted(choice.field.leftOut, "future")} left out: not all variants have a number there.`;
  return [
    wrapped(head, ground.width),
    tableLayout(columns, rows, ground).text,
    ground.paint.faint(
      wrapped(
        `Among best: nothing is better by more than what does not matter. Regret: how much worse than the ` +
          `best of the same future, in the mean, at most in 90 % of them, and at most. ${rule}${left}`,
        ground.width,
      ),
    ),
  ].join("\n");
}

/** What the spread of the baseline comes from, and of the difference that the best choice makes. */
function sensitivityText({ cube, choice, sensitivities }: SweepFindings, ground: SweepGround): string {
  const told = sensitivities.filter(
    ({ place, versus, shares }) =>
      shares !== null && ((place === 0 && !versus) || (versus && place === choice.best)),
  );
  const rows = told.flatMap(({ place, versus, shares }): readonly TableRow[] => {
    const whose = cube.variants[place] ?? "";
    const heading = versus
      ? `What ${whose} saves against ${cube.variants[0] ?? ""}`
      : `What ${whose} comes to`;
    return [
      { heading },
      ...(shares ?? []).map(({ path, alone, withOthers }): TableRow => {
        const cells = [
          { text: shareText(alone) },
          { text: withOthers === null ? "" : shareText(withOthers) },
        ];
        return { name: cube.paths[path]?.path ?? "", cells, note: "" };
      }),
    ];
  });
  if (rows.length === 0) return "";
  const hasBoth = told.some(({ shares }) => shares?.some(({ withOthers }) => withOthers !== null));
  return [
    ground.paint.bold("What the spread comes from"),
    tableLayout(["alone", hasBoth ? "with others" : ""], rows, ground).text,
  ].join("\n");
}

function failuresText({ cube, boxes }: SweepFindings, ground: SweepGround): string {
  if (boxes.length === 0) return "";
  const name = ({ place }: FailureBox): string => cube.variants[place] ?? "";
  const never = boxes.filter(({ found }) => found === "never");
  const lines = boxes
    .filter(({ found }) => found !== "never")
    .map((box) => indented(`${name(box)} ${failureText(box, cube)}.`, ground.width));
  const others = never.length === boxes.length ? "every variant" : listed(never.map(name));
  const enough = `${others}: enough in all ${counted(never[0]?.of ?? 0, "future")}.`;
  return [
    ground.paint.bold("Where it is not enough"),
    ...lines,
    ...(never.length === 0 ? [] : [indented(enough, ground.width)]),
  ].join("\n");
}

function flipsText({ cube, question, choice }: SweepFindings, ground: SweepGround): string {
  const { flips } = choice;
  if (flips.length === 0) return "";
  const { factor, decimals, unit } = sweptScale(question.by);
  const lines = flips.slice(0, flipsTold).map(({ future, place, gain }) => {
    const by = `${numberText(gain * factor, decimals)} ${unit}`;
    const better = `${cube.variants[place] ?? ""} is better by ${by}`;
    return indented(`${futureText(cube, future)}: ${better}`, ground.width);
  });
  const left = flips.length - lines.length;
  return [
    ground.paint.bold(`The choice flips in ${counted(flips.length, "future")}`),
    ...lines,
    ...(left === 0
      ? []
      : [ground.paint.faint(`  and in ${numberText(left, 0)} more, which the report lists`)]),
  ].join("\n");
}
