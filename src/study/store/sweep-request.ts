import type { RunRequest } from "#study/store/run-request";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** All that a sweep needs to go on beside what was run. */
export interface SweepRequest extends Omit<RunRequest, "study" | "typed"> {
  /** With all files that it reads, so that nothing else is read when it goes on. */
  readonly scenario: SweptScenario;
  readonly replications: number;
  /** What was typed, so that the command of the result can be told. */
  readonly typed: RunRequest["typed"] & {
    readonly vary: readonly string[];
    readonly sample: string | null;
    readonly count: number | null;
    readonly by: string | null;
    readonly of: string | null;
    readonly indifference: string | null;
  };
}

/** As JSON: files in base 64. */
export function sweepRequestText({ scenario, ...others }: SweepRequest): string {
  const files = [...scenario.files].map(([name, bytes]) => [name, Buffer.from(bytes).toString("base64")]);
  return `${JSON.stringify({ ...others, scenario: { ...scenario, files } })}\n`;
}

/** Reads what `sweepRequestText` wrote. */
export function readSweepRequest(text: string): SweepRequest {
  const { scenario, ...others } = JSON.parse(text) as Written; // as sweepRequestText wrote it
  const files = scenario.files.map(([name, bytes]) => [name, Buffer.from(bytes, "base64")] as const);
  return { ...others, scenario: { ...scenario, files: new Map(files) } };
}

type Written = Omit<SweepRequest, "scenario"> & {
  readonly scenario: Omit<SweptScenario, "files"> & {
    readonly files: readonly (readonly [string, string])[];
  };
};
