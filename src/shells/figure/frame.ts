import { element } from "#shells/figure/markup";
import type { Attributes, Content, Markup } from "#shells/figure/markup";

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

/** Words of a figure in a line of so many pixels. */
export interface FittedWords {
  readonly words: string;
  readonly size: number;
  readonly width: number;
  /** About how wide a character is, as a share of the size; that of running words without it. */
  readonly character?: number;
}

/** A line of words, cut where it has no room; what is cut off can be had by resting the pointer on it. */
export function fittedWords(
  attributes: Attributes,
  { words, size, width, character = characterWidth }: FittedWords,
  ...after: Content[]
): Markup {
  const shown = fittingText(words, size, width, character);
  return element("text", attributes, shown, shown !== words && element("title", {}, words), after);
}

/** `words`, cut with an ellipsis when they would be wider than `width` pixels. */
function fittingText(words: string, size: number, width: number, character: number): string {
  const most = Math.max(1, Math.floor(width / (size * character)));
  return words.length <= most ? words : `${words.slice(0, most - 1)}…`;
}
