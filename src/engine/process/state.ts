import { Watched } from "#engine/process/watch";
import type { Watch } from "#engine/process/watch";

/** A value of the model that conditions may read: the tide, the number of tugs at sea, a gate that is up. */
export class State<Value> extends Watched {
  /** For people. */
  readonly name: string;
  readonly #watch: Watch;
  #value: Value;

  /** Made by `ProcessModel.state`. */
  constructor(name: string, value: Value, watch: Watch) {
    super();
    this.name = name;
    this.#value = value;
    this.#watch = watch;
  }

  /** As it is now. */
  get value(): Value {
    this.#watch.read(this);
    return this.#value;
  }

  /**
   * Sets it. Who waits for a condition that reads it asks again at the end of this instant, unless it is what
   * it was. An object that is changed in place is the same object: set a new one.
   */
  set value(value: Value) {
    if (Object.is(value, this.#value)) return;
    this.#value = value;
    this.#watch.changed(this);
  }
}
