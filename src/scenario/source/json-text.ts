import type { Place } from "#base/diagnostic";
import { depthLimit } from "#scenario/read/depth";
import type { Entry, Node } from "#scenario/read/node";
import { placeIn } from "#scenario/source/table-kind";
import type { TableFile } from "#scenario/source/table-kind";

/**
 * The values of a text of JSON with their places: the same tree that a scenario is read into, much faster.
 * Undefined, and reported at the first sign that does not fit, when it is no JSON. `null` is an empty scalar
 * that is not quoted; of a key that stands twice the last value holds, as in JavaScript.
 */
export function readJson(text: string, table: TableFile): Node | undefined {
  const reader = new JsonReader(text, table.file);
  try {
    return reader.whole();
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    return table.report("TABLE_MALFORMED", error.place, error.wrong, error.right);
  }
}

/** Leaves the nested calls of the reader; caught in `readJson`. */
class NoJson extends Error {
  readonly place: Place;
  readonly wrong: string;
  readonly right: string;

  constructor(place: Place, wrong: string, right: string) {
    super(wrong);
    this.place = place;
    this.wrong = wrong;
    this.right = right;
  }
}

const number: RegExp = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
/** What needs no escape: of the control signs, those above 126. */
const plain: RegExp = /[^"\\\p{Cc}]*(?:[\u007f-\u009f][^"\\\p{Cc}]*)*/uy;

class JsonReader {
  private readonly text: string;
  private readonly file: string;
  private at: number = 0;
  private line: number = 1;
  private lineStart: number = 0;

  constructor(text: string, file: string) {
    this.text = text;
    this.file = file;
  }

  whole(): Node {
    const value = this.value(0);
    this.blanks();
    if (this.at < this.text.length) this.fail("text follows the end of the JSON", "remove it");
    return value;
  }

  private value(depth: number): Node {
    this.blanks();
    const place = this.here();
    if (depth > depthLimit) this.fail(`values nest more than ${depthLimit} levels deep`, "flatten them");
    const sign = this.text.charAt(this.at);
    if (sign === "{") return { node: "map", entries: this.entries(depth), place };
    if (sign === "[") return { node: "list", items: this.items(depth), place };
    if (sign === '"') return { node: "scalar", text: this.string(), quoted: true, place };
    for (const word of ["true", "false", "null"]) {
      if (!this.text.startsWith(word, this.at)) continue;
      this.at += word.length;
      return { node: "scalar", text: word === "null" ? "" : word, quoted: false, place };
    }
    number.lastIndex = this.at;
    const [digits] = number.exec(this.text) ?? [];
    if (digits === undefined) return this.fail("a value is due here", "write a value of JSON");
    this.at += digits.length;
    return { node: "scalar", text: digits, quoted: false, place };
  }

  private entries(depth: number): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    this.between("{", "}", () => {
      const keyPlace = this.here();
      if (this.text.charAt(this.at) !== '"') this.fail("a key in quotes is due here", 'write "key": value');
      const key = this.string();
      this.blanks();
      if (this.text.charAt(this.at) !== ":") this.fail("a colon is due here", 'write "key": value');
      this.at += 1;
      entries.set(key, { key, keyPlace, value: this.value(depth + 1) });
    });
    return entries;
  }

  private items(depth: number): readonly Node[] {
    const items: Node[] = [];
    this.between("[", "]", () => void items.push(this.value(depth + 1)));
    return items;
  }

  /** Reads parts with commas between them, up to the closing bracket. */
  private between(open: string, close: string, part: () => void): void {
    this.at += 1;
    this.blanks();
    if (this.text.charAt(this.at) === close) {
      this.at += 1;
      return;
    }
    for (;;) {
      this.blanks();
      part();
      this.blanks();
      const sign = this.text.charAt(this.at);
      if (sign !== "," && sign !== close) {
        this.fail(`a comma or ${close} is due here`, `close what begins with ${open}`);
      }
      this.at += 1;
      if (sign === close) return;
    }
  }

  private string(): string {
    const start = this.at;
    for (this.at += 1; ; this.at += 2) {
      plain.lastIndex = this.at;
      plain.test(this.text);
      this.at = Math.max(this.at, plain.lastIndex);
      const sign = this.text.charAt(this.at);
      if (sign === '"') break;
      if (sign !== "\\") this.fail("a text is not closed", 'close it with "');
    }
    this.at += 1;
    const written = this.text.slice(start, this.at);
    if (!written.includes("\\")) return written.slice(1, -1);
    try {
      return JSON.parse(written) as string; // a text in quotes
    } catch {
      this.at = start;
      return this.fail("a text has an escape that JSON does not know", "write \\\\ for a backslash");
    }
  }

  private blanks(): void {
    for (; ; this.at += 1) {
      const sign = this.text.charCodeAt(this.at);
      if (sign === 10) {
        this.line += 1;
        this.lineStart = this.at + 1;
      } else if (sign !== 32 && sign !== 9 && sign !== 13) {
        return;
      }
    }
  }

  private here(): Place {
    return placeIn(this.file, this.line, this.at - this.lineStart + 1);
  }

  private fail(wrong: string, right: string): never {
    throw new NoJson(this.here(), wrong, right);
  }
}
