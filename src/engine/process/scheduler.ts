import { priority } from "#engine/kernel/priority";
import type { Priority } from "#engine/kernel/priority";
import type { HandlerId } from "#engine/kernel/handler";
import { Simulation } from "#engine/kernel/simulation";
import { circularWait } from "#engine/process/circular-wait";
import { Interrupt } from "#engine/process/interrupt";
import type { Line, LineHost } from "#engine/process/line";
import type { Process, SpawnOptions, Wait } from "#engine/process/process";
import { ProcessFault, refuse } from "#engine/process/process-fault";
import { Request } from "#engine/process/request";
import type { WaitRow } from "#engine/process/resource";
import { Task } from "#engine/process/task";
import { Watch } from "#engine/process/watch";

/** So often a process may be answered at once, without an event: as often as an instant may have events. */
const ANSWERS_MAX = 1_000_000;

/**
 * Steps processes: each event of the kernel takes one process from one `yield` to the next. Where it stands
 * among the events of its instant says the ladder of priorities:
 *
 * - `release`: the end of a hold of a process that holds something, and the grant of what one waited for;
 * - `disrupt`: interrupts;
 * - `arrive`: beginnings, and the end of a hold of a process that holds nothing;
 * - `decide`: conditions that may have come true, and the end of somebody's patience.
 */
export class Scheduler implements LineHost {
  readonly simulation: Simulation = new Simulation();
  readonly watch: Watch = new Watch((task) => this.#recall(task));
  readonly request: Request = new Request();
  readonly onWait: ((row: WaitRow) => void) | undefined;
  /** What processes of this model yield. */
  readonly #wait: Wait;
  #running: Task | undefined = undefined;
  readonly #tasks: (Task | undefined)[] = [];
  readonly #freeIds: number[] = [];
  #spawned: number = 0;
  #turns: number = 0;

  readonly #begin: HandlerId = this.#handler("begin", priority.arrive, (task) => this.#goOn(task, true));
  readonly #served: HandlerId = this.#handler("served", priority.release, (task) => this.#goOn(task, true));
  readonly #held: HandlerId = this.#handler("held", priority.arrive, (task) => this.#goOn(task, true));
  readonly #granted: HandlerId = this.#handler("granted", priority.release, (task) => this.#goOn(task, true));
  readonly #interrupted: HandlerId = this.#handler("interrupted", priority.disrupt, (task) =>
    this.#throwInto(task),
  );
  readonly #asked: HandlerId = this.#handler("asked", priority.decide, (task) => this.#askAgain(task));
  readonly #gaveUp: HandlerId = this.#handler("gave-up", priority.decide, (task) => this.#giveUp(task));

  constructor(wait: Wait, start: number, onWait: ((row: WaitRow) => void) | undefined) {
    this.#wait = wait;
    this.onWait = onWait;
    this.simulation.reset(start);
    this.simulation.expectWaiting("a condition", () => this.#stuck("watching"));
    this.simulation.expectDeadlock(() => circularWait(this.#alive()));
  }

  /** The process that runs now. Refused outside of one. */
  running(verb: string): Task {
    return this.#running ?? refuse("outside-process", `${verb} is called within a running process`);
  }

  /** The running process asks for something; what it asked for before must have been yielded. */
  asks(what: "hold" | "seize" | "until"): Request {
    const task = this.running(what);
    const { request } = this;
    if (request.what !== "nothing") notYielded(task, request.what);
    request.what = what;
    return request;
  }

  /** A new process, which begins after so many ms. */
  spawn(name: string, steps: Task["steps"], { delayMs, isDaemon }: Required<SpawnOptions>): Task {
    const id = this.#freeIds.pop() ?? this.#tasks.length;
    const task = new Task({ id, number: ++this.#spawned, name, isDaemon }, steps, this.watch);
    this.#tasks[id] = task;
    task.event = this.simulation.after(delayMs, this.#begin, id);
    return task;
  }

  /** Tells a process of an interrupt, within this instant. False when it has ended. */
  interrupt(task: Task, cause: unknown): boolean {
    if (task.standing === "ended") return false;
    if (task === this.#running) refuse("self-interrupt", `${task.title} interrupts itself`);
    (task.causes ??= []).push(cause);
    if (task.causes.length === 1) this.#announceInterrupt(task);
    return true;
  }

  granted(task: Task): void {
    this.#endPatience(task);
    task.standing = "granted";
    task.event = this.simulation.schedule(this.simulation.now, this.#granted, task.id);
  }

  holdersOf(line: Line): readonly Process[] {
    return this.#alive().filter((task) => task.holdingOf(line) !== undefined);
  }

  /** Those in a line of their own will, who would wait for ever were there no events any more. */
  expectLine(line: Line): void {
    this.simulation.expectWaiting(line.name, () => this.#stuck("queued", line));
  }

  /** An error leaves no process running. */
  abandon(): void {
    this.#running = undefined;
    this.request.what = "nothing";
  }

  #handler(name: string, rung: Priority, run: (task: Task) => void): HandlerId {
    return this.simulation.register({
      name: `process.${name}`,
      priority: rung,
      run: (id) => {
        const task = this.#tasks[id];
        if (task !== undefined) run(task);
      },
      describe: (id) => this.#tasks[id]?.title ?? String(id),
    });
  }

  #goOn(task: Task, answer: boolean): void {
    const isNew = task.standing === "new";
    task.standing = "running";
    task.event = 0;
    this.#running = task;
    this.#follow(task, task.steps.next(answer));
    if (isNew && task.causes !== undefined && !hasEnded(task)) this.#announceInterrupt(task);
  }

  /** Carries out what a process yields, until it has to wait or has ended. */
  #follow(task: Task, first: IteratorResult<Wait, unknown>): void {
    let step = first;
    for (let answers = 0; step.done !== true; answers++) {
      if (answers >= ANSWERS_MAX)
        refuse("runaway", `${task.title} is answered more than ${ANSWERS_MAX} times in one instant`);
      if (!this.#carryOut(task, step.value)) {
        this.#running = undefined;
        return;
      }
      step = task.steps.next(true);
    }
    this.#end(task, step.value);
  }

  /** Whether what a process asked for came about at once; else it waits from now on. */
  #carryOut(task: Task, wait: Wait): boolean {
    const { request, simulation } = this;
    const { what } = request;
    if (wait !== this.#wait || what === "nothing") notAWait(task);
    request.what = "nothing";
    if (what === "hold") {
      task.standing = "holding";
      task.due = simulation.now + Math.floor(request.ms + 0.5);
      const isServed = task.holdings.length > 0;
      task.event = simulation.schedule(task.due, isServed ? this.#served : this.#held, task.id);
      return false;
    }
    if (what === "seize" ? this.#seizes(task) : this.#finds(task)) return true;
    if (request.patience < Infinity)
      task.patienceEnd = simulation.after(request.patience, this.#gaveUp, task.id);
    return false;
  }

  #seizes(task: Task): boolean {
    const { line, amount, rank } = this.request;
    task.amount = amount;
    task.rank = rank;
    task.since = this.simulation.now;
    if (line === undefined || line.ask(task)) return true;
    task.standing = "queued";
    return false;
  }

  #finds(task: Task): boolean {
    const { condition } = this.request;
    task.turn = ++this.#turns;
    if (condition === undefined || this.#isMet(task, condition)) return true;
    task.condition = condition;
    task.standing = "watching";
    return false;
  }

  /** Whether a condition holds; it is then watched no more. */
  #isMet(task: Task, condition: () => boolean): boolean {
    const isMet = this.watch.holds(task, condition);
    if (!isMet && task.watching.length === 0) {
      const what = "waits for a condition that reads no state or resource of the model";
      refuse("unwatched", `${task.title} ${what}; nothing would wake it`);
    }
    if (isMet) this.watch.forget(task);
    return isMet;
  }

  #recall(task: Task): void {
    if (task.standing !== "watching" || task.event !== 0) return;
    task.event = this.simulation.schedule(this.simulation.now, this.#asked, task.id);
  }

  #askAgain(task: Task): void {
    task.event = 0;
    if (task.condition === undefined || !this.#isMet(task, task.condition)) return;
    this.#endPatience(task);
    task.condition = undefined;
    this.#goOn(task, true);
  }

  /** Patience ends. A condition that holds now has still come about. */
  #giveUp(task: Task): void {
    task.patienceEnd = 0;
    const { condition } = task;
    const isMet = condition !== undefined && this.#isMet(task, condition);
    this.#breakOff(task, "gave-up");
    this.#goOn(task, isMet);
  }

  /** A process waits no more for what it waited for. */
  #breakOff(task: Task, outcome: "gave-up" | "interrupted"): void {
    if (task.event !== 0) this.simulation.cancel(task.event);
    task.event = 0;
    this.#endPatience(task);
    task.condition = undefined;
    this.watch.forget(task);
    task.line?.leave(task, outcome);
  }

  #endPatience(task: Task): void {
    if (task.patienceEnd === 0) return;
    this.simulation.cancel(task.patienceEnd);
    task.patienceEnd = 0;
  }

  /** One who has not begun hears of it as soon as it has. */
  #announceInterrupt(task: Task): void {
    if (task.standing === "new") return;
    task.interruption = this.simulation.schedule(this.simulation.now, this.#interrupted, task.id);
  }

  #throwInto(task: Task): void {
    task.interruption = 0;
    const remaining = task.standing === "holding" ? task.due - this.simulation.now : undefined;
    const interrupt = new Interrupt(task.causes?.shift(), remaining);
    this.#breakOff(task, "interrupted");
    task.standing = "running";
    this.#running = task;
    this.#follow(task, this.#thrown(task, interrupt));
    if (task.causes?.length === 0) task.causes = undefined;
    else if (!hasEnded(task)) this.#announceInterrupt(task);
  }

  #thrown(task: Task, interrupt: Interrupt): IteratorResult<Wait, unknown> {
    try {
      return task.steps.throw(interrupt);
    } catch (error) {
      if (error !== interrupt) throw error;
      const what = "does not catch its interrupt; put `try` around the `yield` that may be interrupted";
      throw new ProcessFault("uncaught-interrupt", `${task.title} ${what} (${interrupt.message})`);
    }
  }

  #end(task: Task, result: unknown): void {
    if (this.request.what !== "nothing") notYielded(task, this.request.what);
    const [holding] = task.holdings;
    if (holding !== undefined) {
      const what = `ends and still holds ${holding.amount} of ${holding.line.name}`;
      refuse(
        "ended-holding",
        `${task.title} ${what}; release it, in \`finally\` where it may be interrupted`,
      );
    }
    this.#running = undefined;
    task.standing = "ended";
    task.returned = result;
    if (task.interruption !== 0) this.simulation.cancel(task.interruption);
    this.#tasks[task.id] = undefined;
    this.#freeIds.push(task.id);
    this.watch.changed(task);
  }

  #alive(): Task[] {
    return this.#tasks.filter((task) => task !== undefined);
  }

  #stuck(standing: "queued" | "watching", line?: Line): number {
    return this.#alive().filter(
      (task) => !task.isDaemon && task.standing === standing && (line === undefined || task.line === line),
    ).length;
  }
}

/** Asked anew, as a process moves on while it is looked at. */
function hasEnded(task: Task): boolean {
  return task.standing === "ended";
}

function notYielded(task: Task, what: string): never {
  const how = `${task.title} calls ${what}(...) and does not yield it; write \`yield ${what}(...)\``;
  refuse("not-yielded", how);
}

function notAWait(task: Task): never {
  const what = "yields what hold, seize or until of its model did not just give";
  refuse(
    "not-a-wait",
    `${task.title} ${what}; write \`yield hold(...)\`, or \`yield*\` for steps of its own`,
  );
}
