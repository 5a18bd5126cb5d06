import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/**
 * One section of the page: a heading that can be linked to, a sentence that says what to see, and its
 * content.
 */
export function section(id: string, heading: string, lead: Content, ...content: Content[]): Markup {
  return element(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    element("h2", { id: `${id}-heading` }, heading),
    element("p", { class: "lead" }, lead),
    content,
  );
}

/** Widths in pixels at which a full-width figure is drawn: for a desk or projector, and for a telephone. */
const wideFigure = 1120;
const narrowFigure = 358;

/** A figure drawn twice, for wide and for narrow pages (only one is shown and read out), with its caption. */
export function captioned(draw: (width: number, narrow: boolean) => Markup, caption: Content): Markup {
  return element(
    "figure",
    {},
    element("div", { class: "wide" }, draw(wideFigure, false)),
    element("div", { class: "narrow" }, draw(narrowFigure, true)),
    element("figcaption", {}, caption),
  );
}

/** The coloured mark of a variant beside its name. */
export function variantName(place: number, name: string): Markup {
  return element(
    "span",
    { class: `variant s${place}` },
    element("span", { class: "swatch", "aria-hidden": "true" }),
    name,
  );
}
