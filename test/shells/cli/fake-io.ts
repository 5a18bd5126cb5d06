import type { Io } from "#shells/cli/io";
import { scratchFolder } from "../../house/scratch.ts";

/** An outside world in memory, in a folder that goes when the test is over. */
export class FakeIo implements Io {
  stdout: string = "";
  stderr: string = "";
  readonly terminal: undefined;
  readonly colours: boolean = false;
  width: number = 100;
  readonly program: string = "breakwater";
  readonly folder: string = scratchFolder();
  cores: number = 1;
  readonly interrupt: AbortController = new AbortController();
  readonly signal: AbortSignal = this.interrupt.signal;

  out(text: string): void {
    this.stdout += text;
  }

  err(text: string): void {
    this.stderr += text;
  }

  now(): number {
    return performance.now();
  }
}
