import { LineCounter, isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";
import type { Document, ParsedNode, YAMLError } from "yaml";
import { compareDiagnostics } from "#base/diagnostic";
import type { Diagnostic, Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import { depthLimit, tooDeep } from "#scenario/read/depth";
import type { Entry, MapNode, Node } from "#scenario/read/node";
import { openBrackets } from "#scenario/read/open-bracket";
import { openQuote } from "#scenario/read/open-quote";
import { syntaxWords } from "#scenario/read/syntax-words";

/** What a text holds: the tree of its values, absent when it is no YAML, and all that is wrong with it. */
export interface ReadText {
  readonly root: MapNode | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads YAML 1.2 (or JSON, which is a part of it) into a tree that knows the place of every key and value.
 * Never throws: what is wrong with the text is a diagnostic. Keys are text, whatever they look like.
 */
export function readText(raw: string, file: string, owner?: string): ReadText {
  // YAML ends a line by a carriage return alone, too; the parser does not know, and no place moves.
  const text = raw.replace(/\r(?!\n)/g, "\n");
  const alien = alienIn(text);
  if (alien) {
    const { wrong, right, ...place } = alien;
    return { root: undefined, diagnostics: [problem("YAML_SYNTAX", { file, ...place }, wrong, right)] };
  }
  const deep = tooDeep(text);
  if (deep) {
    const place: Place = { file, ...deep };
    const wrong = `values nest more than ${depthLimit} levels deep`;
    return {
      root: undefined,
      diagnostics: [problem("YAML_DEEP", place, wrong, "a scenario needs about ten levels")],
    };
  }
  const reader = new TextReader(text, file, owner);
  return reader.read();
}

/** What no text holds: bytes that are no UTF-8, which decoders replace by U+FFFD, and control characters. */
const alien: RegExp = /[^\P{Cc}\t\n\r\u0085]|\uFFFD/u;

function alienIn(text: string): { line: number; column: number; wrong: string; right: string } | undefined {
  const at = alien.exec(text)?.index;
  if (at === undefined) return undefined;
  const before = text.slice(0, at).split(/\r\n|\n/);
  const code = text.charCodeAt(at);
  const isUndecoded = code === 0xfffd;
  return {
    line: before.length,
    column: (before[before.length - 1] ?? "").length + 1,
    wrong: isUndecoded ? "the text is not in UTF-8" : `a control character, ${codeName(code)}, is no text`,
    right: isUndecoded ? "save the file in UTF-8" : "remove it",
  };
}

function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

function problem(
  code: DiagnosticCode,
  place: Place,
  wrong: string,
  right: string,
  path: string = "",
): Diagnostic {
  return { code, severity: "error", place, path, wrong, right };
}

/**
 * Whether an error follows from one before it: once the parser has lost its way, every further token is
 * unexpected, and each further line is indented otherwise.
 */
function isFollowing({ code, message }: YAMLError): boolean {
  return code === "BAD_INDENT" || message.includes("token in YAML stream");
}

class TextReader {
  private readonly lines: LineCounter = new LineCounter();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly text: string;
  private readonly file: string;
  private readonly owner: string | undefined;

  constructor(text: string, file: string, owner: string | undefined) {
    this.text = text;
    this.file = file;
    this.owner = owner;
  }

  read(): ReadText {
    // The library's own check for duplicate keys is quadratic; `entriesOf` keeps a set instead.
    const document = parseDocument(this.text, {
      lineCounter: this.lines,
      uniqueKeys: false,
      version: "1.2",
      schema: "core",
      merge: false,
      prettyErrors: false,
      stringKeys: false,
    });
    if (document.errors.length > 0) {
      this.reportUnreadable(document);
      return { root: undefined, diagnostics: this.diagnostics };
    }
    const contents = document.contents;
    const root = contents === null ? undefined : this.nodeOf(contents, "");
    if (root?.node === "map" && root.entries.size > 0) return { root, diagnostics: this.diagnostics };
    if (this.diagnostics.length === 0) {
      const wrong = "the file holds no map of keys";
      const place = root?.place ?? { file: this.file, line: 1, column: 1 };
      this.report("FILE_EMPTY", place, wrong, "begin with `breakwater: 1`", "");
    }
    return { root: undefined, diagnostics: this.diagnostics };
  }

  private reportUnreadable(document: Document): void {
    const quote = openQuote(document, this.text);
    const brackets = openBrackets(this.text).filter(({ end }) => quote === undefined || end < quote.start);
    const parts = quote === undefined ? brackets : [...brackets, quote];
    const told = parts.map(({ start, at, wrong, right }) => {
      this.report("YAML_SYNTAX", this.placeAt(at), wrong, right, "");
      return start;
    });
    for (const error of document.errors) {
      const [at] = error.pos;
      if (parts.some(({ start, end }) => at >= start && at <= end + 1)) continue;
      if (told.some((start) => start < at && (isFollowing(error) || this.isOneLine(start, at)))) continue;
      this.reportSyntax(error);
      told.push(at);
    }
    this.diagnostics.sort(compareDiagnostics);
  }

  private isOneLine(start: number, end: number): boolean {
    return !this.text.slice(start, end).includes("\n");
  }

  private reportSyntax(error: YAMLError): void {
    const { wrong, right } = syntaxWords(error, this.text);
    const code =
      error.code === "BAD_ALIAS" || error.code === "TAG_RESOLVE_FAILED" ? "YAML_ALIAS" : "YAML_SYNTAX";
    this.report(code, this.placeAt(error.pos[0]), wrong, right, "");
  }

  private report(code: DiagnosticCode, place: Place, wrong: string, right: string, path: string): void {
    this.diagnostics.push(problem(code, place, wrong, right, path));
  }

  private placeAt(offset: number): Place {
    const { line, col } = this.lines.linePos(Math.min(offset, this.text.length));
    const place = { file: this.file, line: Math.max(1, line), column: Math.max(1, col) };
    return this.owner === undefined ? place : { ...place, owner: this.owner };
  }

  private nodeOf(from: ParsedNode, path: string): Node {
    const place = this.placeAt(from.range[0]);
    if (isAlias(from) || hasAnchor(from) || hasTag(from)) {
      this.reportAlias(from, place, path);
    }
    if (isMap(from)) return { node: "map", entries: this.entriesOf(from.items, path), place };
    if (isSeq(from)) {
      const items = from.items.map((item, index) => this.itemOf(item, `${path}[${index}]`, place));
      return { node: "list", items, place };
    }
    if (!isScalar(from)) return { node: "scalar", text: "", quoted: true, place };
    const quoted = from.type !== "PLAIN";
    const text = quoted ? String(from.value) : from.source;
    return { node: "scalar", text, quoted, place };
  }

  /** A list may hold `[a: b]`, a pair without braces, which reads as a map of one key. */
  private itemOf(item: unknown, path: string, around: Place): Node {
    if (isPair(item)) return { node: "map", entries: this.entriesOf([item], path), place: around };
    return this.nodeOf(item as ParsedNode, path); // a parsed sequence holds parsed nodes and pairs only
  }

  private reportAlias(from: ParsedNode, place: Place, path: string): void {
    if (hasTag(from) && !hasAnchor(from) && !isAlias(from)) {
      this.report(
        "YAML_ALIAS",
        place,
        `the tag ${from.tag} is not understood`,
        "write the value without a tag",
        path,
      );
      return;
    }
    const right = "write the value out, or share it with `extends`";
    this.report("YAML_ALIAS", place, "anchors (&) and aliases (*) are not understood", right, path);
  }

  private entriesOf(pairs: readonly unknown[], path: string): ReadonlyMap<string, Entry> {
    const entries = new Map<string, Entry>();
    for (const pair of pairs) {
      if (!isPair(pair)) continue;
      const key = pair.key as ParsedNode | null; // a parsed pair holds parsed nodes
      const keyPlace = this.placeAt(key?.range[0] ?? 0);
      const name =
        key === null || !isScalar(key) ? undefined : key.type === "PLAIN" ? key.source : String(key.value);
      if (name === undefined || name === "") {
        this.report("YAML_SYNTAX", keyPlace, "a key is a map, a list or nothing", "keys are words", path);
        continue;
      }
      const below = path === "" ? name : `${path}.${name}`;
      if (name === "<<") {
        const right = "write the keys out, or share them with `extends`";
        this.report("YAML_ALIAS", keyPlace, "a merge key (<<) is not understood", right, below);
        continue;
      }
      if (entries.has(name)) {
        const first = entries.get(name)?.keyPlace;
        const wrong = `"${name}" stands here for the second time`;
        this.report("KEY_TWICE", keyPlace, wrong, `it is written in line ${first?.line} already`, below);
        continue;
      }
      const value = pair.value as ParsedNode | null; // as above
      entries.set(name, { key: name, keyPlace, value: this.valueOf(value, keyPlace, below) });
    }
    return entries;
  }

  private valueOf(value: ParsedNode | null, keyPlace: Place, path: string): Node {
    if (value === null) return { node: "scalar", text: "", quoted: false, place: keyPlace };
    const node = this.nodeOf(value, path);
    const empty = node.node === "scalar" && !node.quoted && node.text === "";
    return empty ? { ...node, place: keyPlace } : node;
  }
}

function hasAnchor(node: ParsedNode): boolean {
  const anchor: unknown = "anchor" in node ? node.anchor : undefined;
  return anchor !== undefined;
}

/** The types of the parser say that every node has a tag; one that was not written is undefined. */
function hasTag(node: ParsedNode): boolean {
  const tag: unknown = node.tag;
  return tag !== undefined;
}
