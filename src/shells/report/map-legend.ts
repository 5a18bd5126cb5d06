import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { lineWidth } from "#shells/figure/map-figure";
import { numeral } from "#shells/figure/numeral";
import { withUnit } from "#study/experiment/quantity-text";

/** A change of traffic is coloured from this share of the traffic before on. */
export const noticeable: number = 0.2;

/** Three widths with their numbers, and what colours and signs mean. */
export function mapLegend(most: number, widest: number, compared: boolean): Markup {
  const widths = roundValues(most).map((value) =>
    key(
      "",
      Math.max(1, Math.round(lineWidth(value, most, widest))),
      `${withUnit(numeral(value, 1).replace(/\.0$/, ""), "sailings")} a day`,
    ),
  );
  const percent = Math.round(noticeable * 100);
  const colours = [
    key("less", 6, `at least ${percent} % less`),
    key("more", 6, `at least ${percent} % more than before`),
    element(
      "span",
      { class: "key" },
      element("b", { class: "struck", "aria-hidden": "true" }, "✕"),
      "disrupted",
    ),
  ];
  return element(
    "div",
    { class: "legend" },
    element("span", {}, "Sailings under way:"),
    widths,
    compared && colours,
  );
}

function key(name: string, height: number, words: Content): Markup {
  const line = { class: `width ${name}`.trim(), style: `height:${height}px`, "aria-hidden": "true" };
  return element("span", { class: "key" }, element("span", line), words);
}

/** Round numbers near the most, two fifths and a tenth of it, the largest first. */
function roundValues(most: number): readonly number[] {
  const values = [most, most * 0.4, most * 0.1].map((value) => {
    const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
    const step = [5, 2, 1].find((multiple) => multiple * power <= value) ?? 1;
    return Math.max(0.1, step * power);
  });
  return [...new Set(values)];
}
