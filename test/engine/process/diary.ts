import { ProcessModel } from "#engine/process/process-model";
import type { ProcessModelOptions } from "#engine/process/process-model";
import { ProcessFault } from "#engine/process/process-fault";
import { SimulationFailure } from "#engine/kernel/failure";
import { expect } from "vitest";

/** A model whose processes write down what they do, with the instant. */
export class Diary {
  readonly lines: string[] = [];
  readonly model: ProcessModel;

  constructor(options: Partial<ProcessModelOptions> = {}) {
    this.model = new ProcessModel({ seed: "diary", ...options });
  }

  /** Writes a line. */
  note(text: string): void {
    this.lines.push(`${this.model.now} ${text}`);
  }
}

/** The fault that something throws, also from within a running process. */
export function faultOf(deed: () => unknown): ProcessFault {
  try {
    deed();
  } catch (error) {
    const fault = error instanceof SimulationFailure ? error.cause : error;
    if (fault instanceof ProcessFault) return fault;
    throw error;
  }
  expect.unreachable("nothing was refused");
}
