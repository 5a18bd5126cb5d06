import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { withMinus } from "#shells/figure/numeral";
import { fileLinks, section, variantName } from "#shells/report/section";
import { numberText, threeDigits } from "#study/experiment/quantity-text";
import type { FailureBox } from "#study/sweep/failure-box";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { enoughText, percentText } from "#shells/report/sweep-wording";
import { failureText, limitText } from "#study/sweep/sweep-words";

/** Where each variant does not do well enough: the box of the varied paths that best holds those futures. */
export function sweepFailuresSection(findings: SweepFindings): Markup | undefined {
  const { boxes, cube } = findings;
  if (boxes.length === 0) return undefined;
  const items = boxes.map((box) =>
    element(
      "li",
      {},
      element("h3", {}, variantName(box.place, cube.variants[box.place] ?? "")),
      box.found === "box" ? boxMarkup(box, findings) : element("p", {}, `It ${failureText(box, cube)}.`),
    ),
  );
  return section(
    "failures",
    "Where each fails",
    `A variant fails in a future unless it ${enoughText(findings)}. What follows ` +
      "holds most " +
      "of those futures and few others.",
    element("ul", { class: "fails" }, items),
    fileLinks(data(findings), []),
  );
}

function boxMarkup(box: FailureBox, { cube }: SweepFindings): Content {
  const { failing, of, limits, inside, failingInside, coverage, density } = box;
  const often = `${numberText(failing, 0)} of ${numberText(of, 0)} futures`;
  return [
    element("p", {}, `It fails in ${often}, most of all where`),
    element(
      "ul",
      { class: "limits-list" },
      limits.map(({ limit, chance }) =>
        element(
          "li",
          {},
          element("b", {}, withMinus(limitText(limit, cube.paths))),
          element(
            "span",
            { class: "range" },
            ` quasi-p ${chance < 0.001 ? "below 0.001" : threeDigits(chance)}`,
          ),
        ),
      ),
    ),
    element(
      "p",
      {},
      `There it fails in ${numberText(failingInside, 0)} of ${numberText(inside, 0)} futures (density ` +
        `${percentText(density ?? 0)}); these are ${percentText(coverage ?? 0)} of all its failures ` +
        "(coverage).",
    ),
  ];
}

function data({ boxes, cube }: SweepFindings): Parameters<typeof fileLinks>[0] {
  return {
    name: "failures",
    columns: [
      ...["variant", "found", "futures", "failing", "inside", "failing_inside", "coverage", "density"],
      ...["limit", "quasi_p"],
    ],
    rows: boxes.flatMap((box) => {
      const { place, found, of, failing, inside, failingInside, coverage, density, limits } = box;
      const own = [cube.variants[place] ?? "", found, of, failing, inside, failingInside, coverage, density];
      if (limits.length === 0) return [[...own, null, null]];
      return limits.map(({ limit, chance }) => [...own, limitText(limit, cube.paths), chance]);
    }),
  };
}
