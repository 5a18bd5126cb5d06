import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";

/** What the shades of the bars of a figure stand for. */
export function partLegend(
  lead: string,
  parts: readonly { readonly words: string; readonly shade: number }[],
): Markup {
  return element(
    "div",
    { class: "legend" },
    element("span", {}, lead),
    parts.map(({ words, shade }) =>
      element(
        "span",
        { class: "key" },
        element("span", { class: `sign part-sign p${shade}`, "aria-hidden": "true" }),
        words,
      ),
    ),
  );
}
