import type { Diagnostic, Place, Severity } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Family } from "#base/family";
import type { Field, Form } from "#base/field";
import { isAbsentNumber } from "#scenario/language/forms/absent-number";
import { hintOf } from "#scenario/language/forms/value-hint";
import type { Names } from "#scenario/language/names";
import { isEmpty, isNull, printNode } from "#scenario/read/node";
import type { Node } from "#scenario/read/node";

/** The families that `kind`, `distribution` and `kinds-by-key` fields may choose from, by name. */
export type Families = Readonly<Record<string, Family>>;

/** Where one value comes from: its text and place, or a default without a place. */
export interface Origin {
  readonly text: string;
  readonly place: Place | undefined;
}

/** Reads a value of one form; undefined when it reported what is wrong with it. */
export type FormReader<F extends Form = Form> = (
  reading: Reading,
  shape: F,
  node: Node,
  path: string,
) => unknown;

/** One reader for each form. */
export type FormReaders = { readonly [K in Form["form"]]: FormReader<Extract<Form, { form: K }>> };

/** What a reading starts from. */
export interface ReadingStart {
  readonly families: Families;
  readonly readers: FormReaders;
  readonly names: Names;
  /** `time.start`, ms; undefined when it is wrong. */
  readonly start: number | undefined;
  /** Whether it notes where every value comes from; not when left out, for that takes as long as reading. */
  readonly notesOrigins?: boolean;
}

/** Forms whose parts have origins of their own; all others are one value. */
const open: ReadonlySet<Form["form"]> = new Set(["record", "map", "kind", "kinds-by-key"]);

/**
 * One pass over the tree of one variant: carries what is known, and collects what is wrong and where values
 * come from.
 */
export class Reading {
  readonly families: Families;
  readonly names: Names;
  readonly start: number | undefined;
  readonly diagnostics: Diagnostic[] = [];
  /** Where every value comes from, by path; empty unless that is noted. */
  readonly origins: Map<string, Origin> = new Map();
  readonly notesOrigins: boolean;
  /** What flows plan on undisrupted routes, per day by site or passage; known once the flows are read. */
  demand: () => ReadonlyMap<string, number> = () => new Map();
  /** Where the rows of a list were written, by the row. */
  readonly rowNodes: WeakMap<object, Node> = new WeakMap();
  /** Above 0 while parameters of a distribution are read: they are no durations by themselves. */
  parameters: number = 0;
  private readonly readers: FormReaders;
  private readonly untold: Set<Diagnostic> = new Set();
  private closed: number = 0;

  constructor(from: ReadingStart) {
    this.families = from.families;
    this.names = from.names;
    this.start = from.start;
    this.readers = from.readers;
    this.notesOrigins = from.notesOrigins ?? false;
  }

  /** How many errors there are so far; warnings do not count. */
  errors: number = 0;

  /**
   * Notes an error: what is wrong, and what would be right. Always undefined, so that a reader can return it.
   */
  report(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): undefined {
    this.note("error", code, place, path, wrong, right);
    return undefined;
  }

  /**
   * Notes an error that follows from one that is reported elsewhere: what hangs on the value is not read, and
   * nothing is told of it. Always undefined, as above.
   */
  followOn(place: Place, path: string): undefined {
    this.untold.add(this.note("error", "ID_UNKNOWN", place, path, "", ""));
    return undefined;
  }

  /** What is to be told of all that was noted. */
  told(): readonly Diagnostic[] {
    return this.diagnostics.filter((diagnostic) => !this.untold.has(diagnostic));
  }

  /** Notes a warning. */
  warn(code: DiagnosticCode, place: Place, path: string, wrong: string, right: string): void {
    this.note("warning", code, place, path, wrong, right);
  }

  /** The normalised value of a field; undefined when something is wrong with it, which is then reported. */
  value(field: Field<unknown>, node: Node, path: string): unknown {
    if (isEmpty(node)) {
      return this.report("KEY_EMPTY", node.place, path, "there is a key without a value", remedyFor(field));
    }
    if (isNull(node)) {
      return this.report(
        "NOTHING_TO_REMOVE",
        node.place,
        path,
        "null removes, but there is nothing to remove",
        remedyFor(field),
      );
    }
    const shape = field.shape;
    if (isAbsentNumber(field, node)) {
      const right =
        field.fallback === undefined ? "leave the key out" : `write a number such as ${hintOf(field) ?? 1}`;
      return this.report("NUMBER_MALFORMED", node.place, path, `${printNode(node)} is no number`, right);
    }
    const read = this.readers[shape.form] as FormReader; // the table gives each form its own reader
    if (open.has(shape.form)) return read(this, shape, node, path);
    this.noted(path, node);
    this.closed += 1;
    const value = read(this, shape, node, path);
    this.closed -= 1;
    return value;
  }

  /** Notes where a word comes from that is read on the way, such as a kind. */
  noted(path: string, node: Node): void {
    if (this.notesOrigins && this.closed === 0)
      this.origins.set(path, { text: printNode(node), place: node.place });
  }

  /** Notes that a default stands in, as one would write it. */
  defaulted(path: string, text: () => string): void {
    if (this.notesOrigins && this.closed === 0) this.origins.set(path, { text: text(), place: undefined });
  }

  /** Tries to read without keeping what it reports: the value and the problems. */
  attempt(read: () => unknown): { readonly value: unknown; readonly problems: readonly Diagnostic[] } {
    const [before, errors] = [this.diagnostics.length, this.errors];
    const value = read();
    const problems = this.diagnostics.splice(before);
    this.errors = errors;
    return { value, problems };
  }

  /** Forgets what was noted from a number of diagnostics on, where one cause says it all. */
  drop(from: number): void {
    const dropped = this.diagnostics.splice(from);
    this.errors -= dropped.filter(({ severity }) => severity === "error").length;
  }

  /** Keeps the problems of an attempt after all. */
  keep(problems: readonly Diagnostic[]): undefined {
    for (const problem of problems) {
      this.diagnostics.push(problem);
      if (problem.severity === "error") this.errors += 1;
    }
    return undefined;
  }

  private note(
    severity: Severity,
    code: DiagnosticCode,
    place: Place,
    path: string,
    wrong: string,
    right: string,
  ): Diagnostic {
    const prefix = place.owner?.startsWith("variants.") === true ? `${place.owner}.` : "";
    const diagnostic: Diagnostic = { code, severity, place, path: prefix + path, wrong, right };
    this.diagnostics.push(diagnostic);
    if (severity === "error") this.errors += 1;
    return diagnostic;
  }
}

function remedyFor(field: Field<unknown>): string {
  const example = field.example === undefined ? "" : `, such as ${field.example}`;
  return field.optional ? `write a value${example} or leave the key out` : `write a value${example}`;
}
