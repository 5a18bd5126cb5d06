import { Presets, SingleBar } from "cli-progress";
import type { Io } from "#shells/cli/io";

/** Shows how far a run is, with the time that it is expected to take still. */
export interface Progress {
  show(done: number, total: number): void;
  stop(): void;
}

/** A bar on the terminal; nothing where there is none or `quiet` is asked for. */
export function progressOn(io: Io, quiet: boolean, what: string = "replications"): Progress {
  if (io.terminal === undefined || quiet) return { show: () => undefined, stop: () => undefined };
  const options = {
    format: `{bar} {value} of {total} ${what}, {eta_formatted} left{until}`,
    stream: io.terminal,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    etaBuffer: 50,
  };
  const bar = new SingleBar(options, Presets.shades_classic);
  const clock = new Expectation(io);
  let started = false;
  return {
    show: (done, total) => {
      const end = clock.endText(done, total);
      const until = end === undefined ? "" : `, done at about ${end}`;
      if (!started) bar.start(total, done, { until });
      started = true;
      bar.setTotal(total);
      bar.update(done, { until });
    },
    stop: () => bar.stop(),
  };
}

/**
 * As `progressOn`; where there is no terminal, a line at each tenth of a work that lasts, so that a log says
 * when it will end.
 */
export function loggedProgressOn(io: Io, quiet: boolean, what: string): Progress {
  if (io.terminal !== undefined || quiet) return progressOn(io, quiet, what);
  const clock = new Expectation(io);
  let tenth = -1;
  return {
    show: (done, total) => {
      const reached = Math.floor((10 * done) / total);
      const end = clock.endText(done, total);
      if (reached === tenth || reached === 10 || end === undefined) return;
      tenth = reached;
      io.err(`${done.toLocaleString("en")} of ${total.toLocaleString("en")} ${what}, done at about ${end}\n`);
    },
    stop: () => undefined,
  };
}

/** Less than this says nothing of the rest. */
const toldFromMs = 10_000;

/** When a work will end if it goes on as it went so far. */
class Expectation {
  readonly #io: Io;
  /** What had been done when it was first asked: what was kept of an earlier run took no time of this one. */
  #first: { readonly done: number; readonly time: number } | undefined;

  constructor(io: Io) {
    this.#io = io;
  }

  /** Time of day in UTC, with the date where it is another day; undefined as long as nobody can say. */
  endText(done: number, total: number): string | undefined {
    this.#first ??= { done, time: this.#io.now() };
    const passed = this.#io.now() - this.#first.time;
    const since = done - this.#first.done;
    if (since === 0 || passed < toldFromMs) return undefined;
    const now = Date.now();
    const [today = "", end = ""] = [now, now + (passed * (total - done)) / since].map((time) =>
      new Date(time).toISOString(),
    );
    const day = end.slice(0, 10) === today.slice(0, 10) ? "" : `${end.slice(0, 10)} `;
    return `${day}${end.slice(11, 16)} UTC`;
  }
}
