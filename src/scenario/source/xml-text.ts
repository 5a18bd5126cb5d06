import { SaxesParser } from "saxes";
import type { Place } from "#base/diagnostic";
import { depthLimit } from "#scenario/read/depth";
import type { ScalarNode } from "#scenario/read/node";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { TableFile } from "#scenario/source/table-kind";

/** One element with the places of what it says. Names are without their namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly place: Place;
  /** By name; `viz:position` and its like have the names behind the colon. */
  readonly attributes: ReadonlyMap<string, ScalarNode>;
  readonly children: readonly XmlElement[];
  /** Its text, without the blanks around it; undefined when there is none. */
  readonly text: ScalarNode | undefined;
}

interface OpenElement {
  readonly name: string;
  readonly place: Place;
  readonly attributes: Map<string, ScalarNode>;
  readonly children: XmlElement[];
  text: ScalarNode | undefined;
  /** Where its text begins. */
  inside: Place;
}

/**
 * The root element of a text of XML; undefined, and reported, when it is none. Nothing outside the text is
 * read: entities of a document type are errors.
 */
export function readXml(text: string, table: TableFile): XmlElement | undefined {
  const reader = new XmlReader(table);
  return reader.read(text);
}

class XmlReader {
  private readonly parser: SaxesParser = new SaxesParser({ position: true });
  private readonly table: TableFile;
  private readonly open: OpenElement[] = [];
  private root: XmlElement | undefined;
  private failed: boolean = false;
  private attributes: Map<string, ScalarNode> = new Map();
  private start: Place;

  constructor(table: TableFile) {
    this.table = table;
    this.start = placeIn(table.file, 1, 1);
  }

  read(text: string): XmlElement | undefined {
    const { parser } = this;
    parser.on("error", ({ message }) => this.fail(message));
    parser.on("opentagstart", ({ name }) => {
      this.start = this.here(-name.length - 1);
      this.attributes = new Map();
    });
    parser.on("attribute", ({ name, value }) => {
      this.attributes.set(localName(name), cell(value.trim(), this.startOfValue(text)));
    });
    parser.on("opentag", ({ name }) => this.begin(localName(name)));
    parser.on("text", (written) => this.write(written));
    parser.on("cdata", (written) => this.write(written));
    parser.on("closetag", () => this.end());
    parser.write(text).close();
    return this.failed ? undefined : this.root;
  }

  /** Where the parser stands, moved by some characters of the line. */
  private here(by: number): Place {
    return placeIn(this.table.file, this.parser.line, Math.max(1, this.parser.columnIndex + by));
  }

  /**
   * Where the value of an attribute begins, of which the parser stands behind the closing quote. It is sought
   * in the text: there an entity takes more characters than what it stands for.
   */
  private startOfValue(text: string): Place {
    const end = this.parser.position - 1;
    const written = text.slice(text.lastIndexOf(text.charAt(end), end - 1) + 1, end);
    const lead = written.slice(0, written.length - written.trimStart().length);
    const lines = written.split(lineEnd);
    if (lines.length === 1) return after(this.here(-written.length), lead);
    let column = 1;
    for (let at = end - written.length - 1; at >= 0 && !lineEnd.test(text.charAt(at)); at -= 1) column += 1;
    return after(placeIn(this.table.file, this.parser.line - lines.length + 1, column), lead);
  }

  /** The first error counts: after it the parser guesses. */
  private fail(message: string): void {
    if (this.failed) return;
    this.failed = true;
    const wrong = message.replace(/^[^:]*:?\d+:\d+: /, "").replace(/\.$/, "");
    const right = "export the file anew, or mend it there: it is no whole XML";
    this.table.report("TABLE_MALFORMED", this.here(0), wrong, right);
  }

  private begin(name: string): void {
    if (this.open.length >= depthLimit) this.fail(`elements nest more than ${depthLimit} levels deep`);
    if (this.failed) return;
    const { start: place, attributes } = this;
    this.open.push({ name, place, attributes, children: [], text: undefined, inside: this.here(1) });
  }

  /** Adds to the text of an element, whose parts are parted by what is no text: CDATA, comments, elements. */
  private write(written: string): void {
    const element = this.open.at(-1);
    if (element === undefined) return;
    const { text } = element;
    if (text === undefined && written.trim() === "") return;
    const lead = written.slice(0, written.length - written.trimStart().length);
    const place = text?.place ?? after(element.inside, lead);
    element.text = cell((text?.text ?? "") + (text ? written : written.trimStart()), place);
  }

  private end(): void {
    if (this.failed) return;
    const element = this.open.pop();
    const around = this.open.at(-1);
    if (element?.text) element.text = cell(element.text.text.trimEnd(), element.text.place);
    if (element && around) around.children.push(element);
    else this.root = element;
  }
}

const lineEnd = /\r\n|\n|\r/;

function after(place: Place, blanks: string): Place {
  const lines = blanks.split(lineEnd);
  const last = lines.at(-1) ?? "";
  if (lines.length === 1) return { ...place, column: place.column + last.length };
  return { ...place, line: place.line + lines.length - 1, column: last.length + 1 };
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
