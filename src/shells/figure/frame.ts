import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** The size of a figure in CSS pixels, and the room around its plot. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What is read out for a figure, and shown when the pointer rests on it. */
export interface FigureName {
  readonly title: string;
  /** A sentence with the finding, for those who cannot see the figure. */
  readonly description: string;
}

/**
 * The SVG around a figure. It grows and shrinks with its column; `role=img` makes it one picture with one
 * name.
 */
export function svgFrame(
  size: { width: number; height: number },
  name: FigureName,
  ...content: Content[]
): Markup {
  const attributes = {
    viewBox: `0 0 ${Math.round(size.width)} ${Math.round(size.height)}`,
    width: Math.round(size.width),
    height: Math.round(size.height),
    role: "img",
    "aria-label": `${name.title}. ${name.description}`,
  };
  return element("svg", attributes, element("title", {}, name.title), content);
}

/** About how wide a character of running words is, as a share of their size, with room to spare. */
const characterWidth = 0.6;

/** About how wide words are in the page's font, in pixels: `character` of the size for each, on average. */
export function textWidth(words: string, size: number, character: number = characterWidth): number {
  return words.length * size * character;
}

/** `words`, cut with an ellipsis when they would be wider than `width` pixels. */
export function fittingText(
  words: string,
  size: number,
  width: number,
  character: number = characterWidth,
): string {
  const most = Math.max(1, Math.floor(width / (size * character)));
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
