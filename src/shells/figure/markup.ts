import { unbroken } from "#shells/figure/no-break";

/** A piece of HTML or SVG that is safe to put into a page as it stands. */
export class Markup {
  readonly #text: string;

  /** `text` is trusted: it must have been built by `element`, or hold no words of a scenario. */
  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/**
 * What may stand inside an element: markup as it is, words and numbers escaped, lists in order, the rest
 * left out.
 */
export type Content = Markup | string | number | null | undefined | false | readonly Content[];

/** Attributes by name; `true` writes the bare name, `undefined` and `false` leave the attribute out. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

const voidElements: ReadonlySet<string> = new Set(["meta", "link", "br", "input", "hr", "wbr"]);

/**
 * Elements whose spaces stay as they are: commands, which are copied to where a no-break space is no space,
 * and words in pictures, where no line breaks.
 */
const plainElements: ReadonlySet<string> = new Set(["code", "pre", "text", "tspan", "title", "desc"]);

/**
 * `words` with the five characters that mean something to HTML written as entities, and no control
 * characters.
 */
function escaped(words: string): string {
  // The page must hold no control character, whatever a scenario's title holds.
  const visible = words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd");
  return visible.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Two decimals are a hundredth of a pixel: enough for any figure, and half the bytes. */
function attributeText(value: string | number): string {
  if (typeof value === "string") return escaped(value);
  return String(Math.round(value * 100) / 100);
}

function contentText(content: Content, isPlain: boolean): string {
  if (content === null || content === undefined || content === false) return "";
  if (content instanceof Markup) return content.toString();
  if (typeof content === "string") return escaped(isPlain ? content : unbroken(content));
  if (typeof content === "number") return String(content);
  return content.map((part) => contentText(part, isPlain)).join("");
}

/**
 * One HTML or SVG element. Words are always escaped, and but for code keep numbers with their units; numbers
 * in attributes are rounded to two decimals.
 */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Content[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => {
    if (value === undefined || value === false) return "";
    return value === true ? ` ${key}` : ` ${key}="${attributeText(value)}"`;
  });
  const open = `<${name}${written.join("")}>`;
  return new Markup(
    voidElements.has(name) ? open : `${open}${contentText(content, plainElements.has(name))}</${name}>`,
  );
}
