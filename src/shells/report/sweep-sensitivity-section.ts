import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { shareFigure } from "#shells/figure/share-figure";
import { captioned, section } from "#shells/report/section";
import { scaledText, numberText } from "#study/experiment/quantity-text";
import type { Sensitivity, SensitivityMethod } from "#study/sweep/sensitivity";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { percentText } from "#shells/report/sweep-wording";
import { sweptScale, sweptTitle } from "#study/sweep/sweep-words";

const leads: Readonly<Record<SensitivityMethod, string>> = {
  sobol:
    "How much of the spread over the futures each path explains: by itself, and with all that it does " +
    "together with others.",
  grid:
    "How much of the spread over the grid each path explains: by itself, and with all that it does " +
    "together with others. A grid is all there is, so that there is no interval.",
  "correlation-ratio":
    "How much of the spread over the futures each path explains by itself. What paths do together is not " +
    "told apart: sample: sobol does.",
};

/** What explains the spread over the futures, of each variant and of its difference from the baseline. */
export function sweepSensitivitySection(findings: SweepFindings): Markup | undefined {
  const { cube } = findings;
  const subject = findings.choice.best === 0 ? findings.choice.shares[1]?.place : findings.choice.best;
  const order = (one: Sensitivity): number =>
    one.place === subject && one.versus ? 0 : one.place === 0 ? 1 : one.versus ? 2 : 3;
  const all = [...findings.sensitivities].sort((one, other) => order(one) - order(other));
  const told = all.filter(({ shares }) => shares !== null);
  if (told.length === 0 || cube.paths.length === 0) return undefined;
  const [first, ...others] = told.filter((one) => order(one) < 2);
  const more = told.filter((one) => one !== first && !others.includes(one));
  const method = told[0]?.method ?? "correlation-ratio";
  return section(
    "sensitivity",
    "What explains the spread",
    `${leads[method]} Of ${sweptTitle(findings.question.by, findings.cube)}.`,
    method !== "correlation-ratio" &&
      element(
        "p",
        { class: "legend" },
        key("alone", "alone (first order)"),
        key("others", "with others (total order)"),
      ),
    [first, ...others].map((one) => one && part(one, findings)),
    more.length > 0 &&
      element(
        "details",
        { class: "more" },
        element("summary", {}, `The other ${numberText(more.length, 0)}`),
        more.map((one) => part(one, findings)),
      ),
  );
}

function key(sign: string, words: string): Markup {
  return element(
    "span",
    { class: "key" },
    element("span", { class: `sign ${sign}`, "aria-hidden": "true" }),
    words,
  );
}

function part(one: Sensitivity, findings: SweepFindings): Content {
  const { cube } = findings;
  const scale = sweptScale(findings.question.by);
  const name = cube.variants[one.place] ?? "";
  const about = one.versus ? `${name} less ${cube.variants[0] ?? ""}` : name;
  const shares = one.shares ?? [];
  const [most] = shares;
  const share = (most?.withOthers ?? most?.alone)?.share ?? 0;
  const left = one.leftOut === 0 ? "" : `; ${numberText(one.leftOut, 0)} without a number are left out`;
  return [
    element("h3", {}, about),
    captioned(
      (width) =>
        shareFigure({
          title: `What explains the spread of ${sweptTitle(findings.question.by, findings.cube)}, ${about}`,
          description:
            `Most is explained by ${cube.paths[most?.path ?? 0]?.path ?? ""}: ` + `${percentText(share)}.`,
          width,
          axis: "share of the variance, %",
          rows: shares.map(({ path, alone, withOthers }) => ({
            name: cube.paths[path]?.path ?? "",
            alone,
            withOthers,
          })),
        }),
      `Standard deviation over ${numberText(one.futures, 0)} futures: ` +
        `${scaledText(one.spread, scale)}${left}.` +
        (one.method === "grid" ? "" : " Lines are 95 % intervals."),
      {
        name: `sensitivity-${about}`,
        columns: [
          ...["path", "alone", "alone_low", "alone_high", "with_others", "with_others_low"],
          ...["with_others_high", "method"],
        ],
        rows: shares.map(({ path, alone, withOthers }) => [
          ...[cube.paths[path]?.path ?? null, alone.share, alone.low, alone.high, withOthers?.share ?? null],
          ...[withOthers?.low ?? null, withOthers?.high ?? null, one.method],
        ]),
      },
    ),
  ];
}
