import type { EventHandle } from "#engine/kernel/handler";
import type { Line } from "#engine/process/line";
import type { Process, Wait } from "#engine/process/process";
import { Watched } from "#engine/process/watch";
import type { Watch } from "#engine/process/watch";

/** Where a process stands. `granted`: it has what it waited for and goes on within the instant. */
export type Standing = "new" | "running" | "holding" | "queued" | "granted" | "watching" | "ended";

/** So much that a process holds of one resource. */
export interface Holding {
  readonly line: Line;
  amount: number;
}

/** A process as the scheduler keeps it. */
export class Task extends Watched implements Process {
  readonly name: string;
  readonly number: number;
  readonly isDaemon: boolean;
  /** Its number among those that have not ended, by which events name it. */
  readonly id: number;
  readonly steps: Generator<Wait, unknown, boolean>;
  standing: Standing = "new";
  /** Its next event: beginning, end of a hold, grant, or a look at its condition; 0 for none. */
  event: EventHandle = 0;
  /** When its patience ends; 0 while it has any amount of it. */
  patienceEnd: EventHandle = 0;
  /** When its hold ends, ms. */
  due: number = 0;
  readonly holdings: Holding[] = [];
  /** What it waits for in a line: so many units, by rank and then by turn, since an instant. */
  line: Line | undefined = undefined;
  amount: number = 0;
  rank: number = 0;
  since: number = 0;
  inFront: Task | undefined = undefined;
  behind: Task | undefined = undefined;
  /** What it waits for to hold, what this read when last asked, and its turn among those who wait so. */
  condition: (() => boolean) | undefined = undefined;
  readonly watching: Watched[] = [];
  turn: number = 0;
  /** Interrupts that it has not been told of. */
  causes: unknown[] | undefined = undefined;
  interruption: EventHandle = 0;
  /** What it returned. */
  returned: unknown = undefined;
  /** Of its model. */
  readonly watch: Watch;

  constructor(
    { id, number, name, isDaemon }: Pick<Task, "id" | "number" | "name" | "isDaemon">,
    steps: Generator<Wait, unknown, boolean>,
    watch: Watch,
  ) {
    super();
    this.id = id;
    this.number = number;
    this.name = name;
    this.isDaemon = isDaemon;
    this.steps = steps;
    this.watch = watch;
  }

  get hasEnded(): boolean {
    this.watch.read(this);
    return this.standing === "ended";
  }

  get result(): unknown {
    this.watch.read(this);
    return this.returned;
  }

  /** For people: `ship 17`. */
  get title(): string {
    return `${this.name} ${this.number}`;
  }

  /** What it holds of a resource; undefined for nothing. */
  holdingOf(line: Line): Holding | undefined {
    for (const holding of this.holdings) if (holding.line === line) return holding;
    return undefined;
  }
}
