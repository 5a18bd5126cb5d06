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
  /** The sets with a choice and without it, by choice, then by set; undefined until one is asked for. */
  readonly #with: (number | undefined)[][] = [];
  readonly #without: (number | undefined)[][] = [];

  /** Adds a choice with its passages and gives its number. */
  add(passages: readonly number[]): number {
    this.#with.push([]);
    this.#without.push([]);
    return this.#passages.push([...passages]) - 1;
  }

  /** The set with a choice. */
  with(set: number, choice: number): number {
    const known = this.#with[choice] as (number | undefined)[]; // one list per choice
    return (known[set] ??= this.#numberOf([...this.#others(set, choice), choice].sort((a, b) => a - b)));
  }

  /** The set without a choice. */
  without(set: number, choice: number): number {
    const known = this.#without[choice] as (number | undefined)[]; // one list per choice
    return (known[set] ??= this.#numberOf(this.#others(set, choice)));
  }

  /** Whether a passage is avoided by some choice in a set. */
  avoids(set: number, passage: number): boolean {
    const choices = this.#sets[set] as readonly number[]; // a set that was given out
    return choices.some((choice) => this.#passages[choice]?.includes(passage) === true);
  }

  #others(set: number, choice: number): readonly number[] {
    const choices = this.#sets[set] as readonly number[]; // a set that was given out
    return choices.filter((other) => other !== choice);
  }

  #numberOf(choices: readonly number[]): number {
    const name = choices.join(" ");
    const number = this.#numbers.get(name) ?? this.#sets.push(choices) - 1;
    this.#numbers.set(name, number);
    return number;
  }
}
