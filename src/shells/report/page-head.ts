import { figureStyle } from "#shells/figure/figure-style";
import { element, Markup } from "#shells/figure/markup";
import { headlineStyle } from "#shells/report/headline-style";
import { pageStyle } from "#shells/report/page-style";
import { paperStyle } from "#shells/report/paper-style";
import { variantStyle } from "#shells/report/variant-style";

/** Nothing but the page itself may load: no script, no font, no picture from elsewhere. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * The head of a page of so many variants: its name, what it may load, and its look, with what this kind of
 * page adds to the look of all.
 */
export function pageHead(title: string, variants: number, more: string = ""): Markup {
  return element(
    "head",
    {},
    element("meta", { charset: "utf-8" }),
    element("meta", { "http-equiv": "Content-Security-Policy", content: policy }),
    element("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    element("meta", { name: "color-scheme", content: "light dark" }),
    element("link", { rel: "icon", href: "data:," }),
    element("title", {}, `${title} · Breakwater`),
    // Style holds no words of the scenario: variants go by their place.
    element(
      "style",
      {},
      new Markup(`${pageStyle}${headlineStyle}${figureStyle}${paperStyle}${variantStyle(variants)}${more}`),
    ),
  );
}
