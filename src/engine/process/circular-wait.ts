import type { Line } from "#engine/process/line";
import type { Task } from "#engine/process/task";

/**
 * Those who wait for each other so that no event will ever free them, in a sentence; undefined when nobody
 * does. Everybody who does not stand in line, or may give up, is taken to give back at last all that it
 * holds; with that the first of each line is served as long as it goes, and gives back in its turn. Who is
 * left in a line whose units somebody left holds waits for ever.
 */
export function circularWait(tasks: readonly Task[]): string | undefined {
  const left = new Set(tasks.filter((task) => task.line !== undefined && task.patienceEnd === 0));
  const held = (line: Line): number => {
    let sum = 0;
    for (const task of left) sum += task.holdingOf(line)?.amount ?? 0;
    return sum;
  };
  for (let isServed = true; isServed; ) {
    isServed = false;
    for (const line of linesOf(left)) {
      const first = firstOf(line, left);
      const kept = held(line);
      if (first === undefined || (kept > 0 && first.amount > line.units - kept)) continue;
      left.delete(first);
      isServed = true;
    }
  }
  return left.size === 0 ? undefined : [...left].map((task) => sentence(task, left)).join("; ");
}

function linesOf(tasks: ReadonlySet<Task>): Set<Line> {
  return new Set([...tasks].flatMap((task) => task.line ?? []));
}

/** The first in a line who is among those left. */
function firstOf(line: Line, left: ReadonlySet<Task>): Task | undefined {
  let task = line.head;
  while (task !== undefined && !left.has(task)) task = task.behind;
  return task;
}

function sentence(task: Task, left: ReadonlySet<Task>): string {
  const { line } = task;
  if (line === undefined) return task.title;
  const holders = [...left].filter((other) => other.holdingOf(line) !== undefined);
  const by = holders.length > 0 ? `, held by ${holders.map(({ title }) => title).join(" and ")}` : "";
  return `${task.title} waits for ${task.amount} of ${line.name}${by}`;
}
