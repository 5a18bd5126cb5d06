import { Presets, SingleBar } from "cli-progress";
import type { Io } from "#shells/cli/io";

/** Shows how far a run is, with the time that it is expected to take still. */
export interface Progress {
  show(done: number, total: number): void;
  stop(): void;
}

/** A bar on the terminal; nothing where there is none or `quiet` is asked for. */
export function progressOn(io: Io, quiet: boolean): Progress {
  if (io.terminal === undefined || quiet) return { show: () => undefined, stop: () => undefined };
  const options = {
    format: "{bar} {value} of {total} replications, {eta_formatted} left",
    stream: io.terminal,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    etaBuffer: 50,
  };
  const bar = new SingleBar(options, Presets.shades_classic);
  let started = false;
  return {
    show: (done, total) => {
      if (!started) bar.start(total, 0);
      started = true;
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
