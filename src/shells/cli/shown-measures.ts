import type { MeasureLine } from "#study/experiment/measure-lines";
import { isWhole, valueOf } from "#study/experiment/measure-lines";
import type { Result } from "#study/experiment/result";

/** A terminal shows so many measures at most unless all are asked for. */
const shownMost = 12;

/** What the answer rests on, in its order. */
const foremost: readonly string[] = [
  "peak-queue",
  "backlog-clear-time",
  "rate-normal-time",
  "time-to-recover",
  "throughput-loss",
  "delay",
  "cost",
];

/** The measures that are printed, and how many there are besides. */
export interface ShownMeasures {
  readonly lines: readonly MeasureLine[];
  readonly left: number;
}

/**
 * All measures in the scenario's order where they are a dozen or fewer, or all are asked for; else those that
 * the answer, the performance and the thresholds rest on, in this order, a dozen at most.
 */
export function shownMeasures(result: Result, lines: readonly MeasureLine[], isFull: boolean): ShownMeasures {
  if (isFull || lines.length <= shownMost) return { lines, left: 0 };
  const scenario = result.study.variants[0]?.scenario;
  const asked = Object.values(scenario?.thresholds ?? {});
  const wanted = [
    ...foremost.flatMap((name) =>
      lines.filter(({ first }) => isWhole(first) && first.measure === name).slice(0, 1),
    ),
    ...lines.filter(({ first }) => first.of === "performance"),
    ...lines.filter(({ first }) =>
      asked.some(({ measure, of }) => measure === first.measure && of === first.of),
    ),
  ];
  const chosen = [...new Set(wanted)].slice(0, shownMost);
  const shown = chosen.length > 0 ? chosen : lines.slice(0, shownMost);
  return { lines: shown, left: lines.length - shown.length };
}

/** True where nothing differs: every variant has the number of the first, without any doubt. */
export function isEven({ cells }: MeasureLine): boolean {
  const [first, ...others] = cells.filter((cell) => cell !== undefined);
  if (first === undefined) return false;
  const isStill = first.low === first.high && first.censored === 0 && first.unaffected === 0;
  if (others.length === 0) return isStill;
  return others.every((cell) => {
    const versus = cell.versusBaseline;
    const same = valueOf(cell) === valueOf(first) && cell.unaffected === first.unaffected;
    return (
      same && (versus === undefined || [versus.difference, versus.low, versus.high].every((end) => !end))
    );
  });
}
