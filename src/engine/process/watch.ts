import type { Task } from "#engine/process/task";

/** Something that a condition may read: whoever waits for one that did is asked again when it changes. */
export abstract class Watched {
  /** Who waits for a condition that read it when last asked; undefined until somebody does. */
  watchers: Set<Task> | undefined = undefined;
}

/**
 * Notices what a condition reads while it is asked, and finds those who must ask again when something
 * changes. So a condition is a plain function, nobody lists what it depends on, and nothing is polled.
 */
export class Watch {
  readonly #recall: (task: Task) => void;
  #asking: Task | undefined = undefined;

  /** `recall` lets a process ask its condition again, later in this instant. */
  constructor(recall: (task: Task) => void) {
    this.#recall = recall;
  }

  /** Whether a condition is being asked. */
  get isAsking(): boolean {
    return this.#asking !== undefined;
  }

  /** Something is read. */
  read(thing: Watched): void {
    const task = this.#asking;
    if (task === undefined) return;
    thing.watchers ??= new Set();
    if (thing.watchers.has(task)) return;
    thing.watchers.add(task);
    task.watching.push(thing);
  }

  /** Something has changed: who waits for it asks again, the longest waiting first. */
  changed(thing: Watched): void {
    const { watchers } = thing;
    if (watchers === undefined || watchers.size === 0) return;
    const tasks = [...watchers].sort((a, b) => a.turn - b.turn);
    for (const task of tasks) this.#recall(task);
  }

  /** Asks a condition of a process, and watches from now on what it reads, and nothing else. */
  holds(task: Task, condition: () => boolean): boolean {
    this.forget(task);
    this.#asking = task;
    try {
      return condition();
    } finally {
      this.#asking = undefined;
    }
  }

  /** A process watches nothing any more. */
  forget(task: Task): void {
    for (const thing of task.watching) thing.watchers?.delete(task);
    task.watching.length = 0;
  }
}
