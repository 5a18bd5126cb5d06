import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Io } from "#shells/cli/io";

/** An outside world in memory, in a new temporary folder. */
export class FakeIo implements Io {
  stdout: string = "";
  stderr: string = "";
  readonly terminal: undefined;
  readonly colours: boolean = false;
  readonly width: number = 100;
  readonly program: string = "breakwater";
  readonly folder: string = mkdtempSync(join(tmpdir(), "breakwater-test-"));
  readonly cores: number = 2;
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
