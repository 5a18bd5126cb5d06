import type { Target } from "#base/field";

/** The ids that something named, by what they were named as. */
export class UsedNames {
  readonly #ids: Map<Target, Set<string>> = new Map();

  /** Notes that something named an id. */
  add(target: Target, id: string): void {
    const known = this.#ids.get(target);
    if (known) known.add(id);
    else this.#ids.set(target, new Set([id]));
  }

  /** Notes what others were named. */
  addAll(others: UsedNames): void {
    for (const [target, ids] of others.#ids) for (const id of ids) this.add(target, id);
  }

  /** Whether something named an id. */
  has(target: Target, id: string): boolean {
    return this.#ids.get(target)?.has(id) === true;
  }
}
