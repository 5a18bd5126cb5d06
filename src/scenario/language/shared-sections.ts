import type { Names } from "#scenario/language/names";
import type { Origin, Reading } from "#scenario/language/reading";
import type { UsedNames } from "#scenario/language/used-names";
import type { Node } from "#scenario/read/node";

/**
 * Sections that say the same in two trees with the same things when they are one node: they hang on nothing
 * else that a patch may write, as what ranks by demand does, or what names a policy.
 */
export const shareable: ReadonlySet<string> = new Set(["network", "vessels", "commodities", "flows"]);

/** What a section came to, and what it hangs on. */
interface ReadSection {
  readonly node: Node;
  readonly names: Names;
  readonly start: number | undefined;
  readonly value: unknown;
  readonly used: UsedNames;
  /** Where its values come from; undefined where that was not noted. */
  readonly origins: ReadonlyMap<string, Origin> | undefined;
}

/**
 * The sections of the first tree of a file or a future, its baseline, in which nothing was to be reported. A
 * variant that leaves one as it is takes it over: the very values, so that whoever compares the two sees at
 * once that they are the same.
 */
export class SharedSections {
  readonly #sections: Map<string, ReadSection> = new Map();
  readonly #above: SharedSections | undefined;

  /** Those of a future have those of its file `above` them. */
  constructor(above?: SharedSections) {
    this.#above = above;
  }

  /** The value of a section: as it was read before, or by `read`. */
  value(reading: Reading, key: string, node: Node | undefined, read: () => unknown): unknown {
    if (node === undefined || !shareable.has(key)) return read();
    const known = this.#known(reading, key, node);
    if (known === undefined) return this.#sections.has(key) ? read() : this.#read(reading, key, node, read);
    reading.names.used.addAll(known.used);
    if (reading.notesOrigins)
      for (const [path, origin] of known.origins ?? []) reading.origins.set(path, origin);
    return known.value;
  }

  #known(reading: Reading, key: string, node: Node): ReadSection | undefined {
    const own = this.#sections.get(key);
    if (own && isFor(reading, node, own)) return own;
    return this.#above === undefined ? undefined : this.#above.#known(reading, key, node);
  }

  #read(reading: Reading, key: string, node: Node, read: () => unknown): unknown {
    const { names, start, diagnostics, notesOrigins } = reading;
    const [before, noted] = [diagnostics.length, reading.origins.size];
    let value: unknown;
    const used = names.usedBy(() => (value = read()));
    const origins = notesOrigins ? new Map([...reading.origins].slice(noted)) : undefined;
    if (diagnostics.length === before) this.#sections.set(key, { node, names, start, value, used, origins });
    return value;
  }
}

/** Whether a section says in a tree what it said where it was read. */
function isFor(reading: Reading, node: Node, known: ReadSection): boolean {
  const isThat = known.node === node && known.start === reading.start;
  return isThat && reading.names.areThoseOf(known.names) && !(reading.notesOrigins && !known.origins);
}
