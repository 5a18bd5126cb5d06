/**
 * Sets of choices, each with the passages that are avoided together when it says so. A set is numbered once,
 * when it first comes up, so that a vessel carries one number and any number of choices may stand side by
 * side. Number 0 is the empty set: the undisrupted route.
 */
export class Avoidances {
  readonly #passages: (readonly number[])[] = [];
  /** The choices in each set, in order, by number of set. */
  readonly #sets: (readonly number[])[] = [[]];
  readonly #numbers: Map<string, number> = new Map([["", 0]]);
  /** The set with one choice more or less, by choice, then by set. */
  readonly #toggled: (number | undefined)[][] = [];

  /** Adds a choice with its passages and gives its number. */
  add(passages: readonly number[]): number {
    this.#toggled.push([]);
    return this.#passages.push([...passages]) - 1;
  }

  /** Whether a choice is in a set. */
  has(set: number, choice: number): boolean {
    return (this.#sets[set] as readonly number[]).includes(choice); // a set that was given out
  }

  /** The set with a choice. */
  with(set: number, choice: number): number {
    return this.has(set, choice) ? set : this.#toggle(set, choice);
  }

  /** The set without a choice. */
  without(set: number, choice: number): number {
    return this.has(set, choice) ? this.#toggle(set, choice) : set;
  }

  /** Whether a passage is avoided by some choice in a set. */
  avoids(set: number, passage: number): boolean {
    const choices = this.#sets[set] as readonly number[]; // a set that was given out
    return choices.some((choice) => this.#passages[choice]?.includes(passage) === true);
  }

  #toggle(set: number, choice: number): number {
    const known = this.#toggled[choice] as (number | undefined)[]; // one list per choice
    return (known[set] ??= this.#numberOf(
      this.has(set, choice)
        ? (this.#sets[set] ?? []).filter((other) => other !== choice)
        : [...(this.#sets[set] ?? []), choice].sort((a, b) => a - b),
    ));
  }

  #numberOf(choices: readonly number[]): number {
    const name = choices.join(" ");
    const number = this.#numbers.get(name) ?? this.#sets.push(choices) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}
