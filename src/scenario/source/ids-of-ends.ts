import type { Section } from "#scenario/source/table-kind";

/**
 * Ids of what joins two sites and has none: a link is `from-to-to`, a flow `from-to-to-flow`, each with a
 * number from the second such row on.
 */
export class IdsOfEnds {
  readonly #ending: string;
  readonly #known: { has(id: string): boolean };
  /** By the id of an end, what it is within an id. */
  readonly #parts: Map<string, string> = new Map();
  /** By id without a number: all smaller numbers are taken. */
  readonly #numbers: Map<string, number> = new Map();

  /** `known` holds the ids that are taken; none of them becomes free again. */
  constructor(section: Section, known: { has(id: string): boolean }) {
    this.#ending = section === "flows" ? "-flow" : "";
    this.#known = known;
  }

  /** The first id that is free. */
  next(from: string, to: string): string {
    const [start, end] = [this.#part(from), this.#part(to)];
    const plain = `${start && `${start}-`}to${end && `-${end}`}${this.#ending}`;
    let number = this.#numbers.get(plain) ?? 1;
    while (this.#known.has(numbered(plain, number))) number += 1;
    this.#numbers.set(plain, number);
    return numbered(plain, number);
  }

  #part(end: string): string {
    const known = this.#parts.get(end);
    if (known !== undefined) return known;
    const part = end
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "");
    this.#parts.set(end, part);
    return part;
  }
}

function numbered(plain: string, number: number): string {
  return number === 1 ? plain : `${plain}-${number}`;
}
