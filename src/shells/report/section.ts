import { csvText, dataAddress, fileName } from "#shells/figure/data-file";
import type { FigureData } from "#shells/figure/data-file";
import { svgFile } from "#shells/figure/svg-file";
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

/**
 * A figure drawn twice, for wide and for narrow pages (only one is shown and read out), with its caption and
 * its files. A drawing that is taller than a sheet of paper comes in several, one below the other.
 */
export function captioned(
  draw: (width: number, narrow: boolean) => Markup | readonly Markup[],
  caption: Content,
  data: FigureData,
): Markup {
  const wide = [draw(wideFigure, false)].flat();
  const numbered = (index: number): { name?: string } =>
    wide.length > 1 ? { name: `${index + 1} of ${wide.length}` } : {};
  return element(
    "figure",
    {},
    element("div", { class: "wide" }, wide),
    element("div", { class: "narrow" }, draw(narrowFigure, true)),
    element("figcaption", {}, caption),
    fileLinks(
      data,
      wide.map((figure, index) => ({ figure, ...numbered(index) })),
    ),
  );
}

/** A drawing to be saved: what it refers to by id, and what tells it from others of the same figure. */
export interface SavedDrawing {
  readonly figure: Markup;
  readonly parts?: Markup;
  readonly name?: string;
}

/** Links that save a figure's data as CSV and its drawings as SVG, from the page itself. */
export function fileLinks(data: FigureData, drawings: readonly SavedDrawing[]): Markup {
  const name = fileName(data.name);
  const csv = link(`${name}.csv`, "CSV", dataAddress("text/csv", csvText(data)));
  const pictures = drawings.map(({ figure, parts, name: own }) => {
    const file = own === undefined ? name : `${name}-${fileName(own)}`;
    const words = own === undefined ? "SVG" : `SVG, ${own}`;
    return [" · ", link(`${file}.svg`, words, dataAddress("image/svg+xml", svgFile(figure, parts)))];
  });
  return element("p", { class: "files" }, "Save: ", csv, pictures);
}

function link(download: string, words: string, href: string): Markup {
  return element("a", { download, href, "aria-label": `${words}: save ${download}` }, words);
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
