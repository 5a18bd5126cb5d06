import type { ScalarNode } from "#scenario/read/node";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Row } from "#scenario/source/table-kind";

/** What is wrong with a text of CSV, and where. */
export interface CsvProblem {
  readonly line: number;
  readonly column: number;
  readonly wrong: string;
  readonly right: string;
}

const [quote, carriageReturn, newLine, space, tab] = [34, 13, 10, 32, 9];

/**
 * The lines of a text of CSV (RFC 4180) with the place of each cell: fields may be quoted, a quote inside
 * written twice; lines end in CRLF or LF. Blanks around what is not quoted do not count, and lines without
 * any text are left out. What follows a closing quote, and a quote that is never closed, is a problem, and
 * its line is left out.
 */
export class CsvText {
  readonly rows: Row[] = [];
  readonly problems: CsvProblem[] = [];
  private readonly text: string;
  private readonly file: string;
  private readonly delimiter: number;
  private at: number = 0;
  private line: number = 1;
  private lineStart: number = 0;

  constructor(text: string, file: string, delimiter: string) {
    this.text = text;
    this.file = file;
    this.delimiter = delimiter.charCodeAt(0);
    while (this.at < text.length) this.readLine();
  }

  private readLine(): void {
    const place = placeIn(this.file, this.line, 1);
    const cells: (ScalarNode | undefined)[] = [];
    const problems = this.problems.length;
    let isBlank = true;
    for (;;) {
      const read = this.skipBlanks() === quote ? this.quotedCell() : this.plainCell();
      if (read) isBlank = false;
      cells.push(read);
      if (this.text.charCodeAt(this.at) !== this.delimiter) break;
      this.at += 1;
    }
    this.endLine();
    if (!isBlank && this.problems.length === problems) this.rows.push({ place, cells });
  }

  /** Passes blanks that are no delimiters; the sign that follows. */
  private skipBlanks(): number {
    let sign = this.text.charCodeAt(this.at);
    while ((sign === space || sign === tab) && sign !== this.delimiter) {
      this.at += 1;
      sign = this.text.charCodeAt(this.at);
    }
    return sign;
  }

  private plainCell(): ScalarNode | undefined {
    const { text, delimiter, at: start } = this;
    let end = start;
    for (; end < text.length; end += 1) {
      const sign = text.charCodeAt(end);
      if (sign === delimiter || sign === newLine) break;
    }
    this.at = end;
    while (end > start && isBlankSign(text.charCodeAt(end - 1))) end -= 1;
    if (end === start) return undefined;
    return cell(text.slice(start, end), placeIn(this.file, this.line, start - this.lineStart + 1));
  }

  private quotedCell(): ScalarNode | undefined {
    const place = placeIn(this.file, this.line, this.at - this.lineStart + 1);
    const parts: string[] = [];
    let from = this.at + 1;
    for (;;) {
      const close = this.text.indexOf('"', from);
      if (close < 0) {
        this.problem(place, "a quote is never closed", 'close it with ", or write "" for a quote inside');
        this.at = this.text.length;
        return undefined;
      }
      parts.push(this.text.slice(from, close));
      from = close + 1;
      if (this.text.charCodeAt(from) !== quote) break;
      parts.push('"');
      from += 1;
    }
    this.countLines(this.at, from);
    this.at = from;
    this.afterQuote();
    const text = parts.join("").trim();
    return text === "" ? undefined : cell(text, place);
  }

  private countLines(from: number, until: number): void {
    for (let next = this.text.indexOf("\n", from); next >= 0 && next < until; ) {
      this.line += 1;
      this.lineStart = next + 1;
      next = this.text.indexOf("\n", next + 1);
    }
  }

  private afterQuote(): void {
    const sign = this.skipBlanks();
    const isEnd = Number.isNaN(sign) || sign === newLine || sign === this.delimiter;
    if (isEnd || sign === carriageReturn) return this.skipReturn();
    const place = placeIn(this.file, this.line, this.at - this.lineStart + 1);
    this.problem(place, "text follows a closing quote", 'write "" for a quote inside');
    this.plainCell();
  }

  private skipReturn(): void {
    if (this.text.charCodeAt(this.at) === carriageReturn) this.at += 1;
  }

  private endLine(): void {
    this.skipReturn();
    this.at += 1;
    this.line += 1;
    this.lineStart = this.at;
  }

  private problem(place: { line: number; column: number }, wrong: string, right: string): void {
    this.problems.push({ line: place.line, column: place.column, wrong, right });
  }
}

function isBlankSign(sign: number): boolean {
  return sign === space || sign === tab || sign === carriageReturn;
}

/** A first line that says nothing but which sign parts cells, as Excel reads and writes it. */
const mark: RegExp = /^sep=(.)\r?(?=\n)/;

/** The text with such a line left empty, so that places stay. */
export function withoutMark(text: string): string {
  return text.replace(mark, "");
}

/**
 * The sign that parts the cells of a header: what `sep=` says, or the most frequent of , ; tab and | outside
 * quotes.
 */
export function delimiterOf(text: string): string {
  const said = mark.exec(text)?.[1];
  if (said !== undefined) return said;
  const end = text.indexOf("\n");
  const head = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t", "|"].map((sign) => ({ sign, count: head.split(sign).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign;
}
