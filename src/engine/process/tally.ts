import type { ResourceFigures, WaitOutcome } from "#engine/process/resource";

/** What a resource counts as it goes: sums over time and over waits, since the end of the warm-up. */
export class Tally {
  #from: number;
  #noted: number;
  #queueTime: number = 0;
  #heldTime: number = 0;
  #capacityTime: number = 0;
  #waits: number = 0;
  #waitMs: number = 0;
  #gaveUp: number = 0;

  /** Counts from `now`, ms. */
  constructor(now: number) {
    this.#from = now;
    this.#noted = now;
  }

  /** The numbers that held until `now` are about to change. */
  note(now: number, queue: number, held: number, capacity: number): void {
    const time = now - this.#noted;
    if (time === 0) return;
    this.#queueTime += time * queue;
    this.#heldTime += time * held;
    this.#capacityTime += time * capacity;
    this.#noted = now;
  }

  /** A wait that began at `from` is over. It counts when it began after the warm-up. */
  waited(from: number, now: number, outcome: WaitOutcome): void {
    if (from < this.#from) return;
    if (outcome !== "granted") this.#gaveUp++;
    else {
      this.#waits++;
      this.#waitMs += now - from;
    }
  }

  /** Forgets all: the warm-up ends `now`. */
  restart(now: number): void {
    this.#from = this.#noted = now;
    this.#queueTime = this.#heldTime = this.#capacityTime = 0;
    this.#waits = this.#waitMs = this.#gaveUp = 0;
  }

  /** As noted last. */
  get figures(): ResourceFigures {
    return {
      waits: this.#waits,
      meanWaitMs: this.#waitMs / this.#waits,
      gaveUp: this.#gaveUp,
      meanQueue: this.#queueTime / (this.#noted - this.#from),
      utilisation: this.#heldTime / this.#capacityTime,
    };
  }
}
