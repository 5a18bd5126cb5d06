import { dayMs } from "#base/time";
/** A figure as it is known or found: a number, a list of names or numbers as text, or nothing. */
export type Figure = number | string | null;

/** Figures by name; those of lists and maps have names such as `Wq.1` and `wait.total_wait`. */
export type Figures = Readonly<Record<string, Figure>>;

/** How long a model is run, and how what it gives is judged. */
export interface CaseRun {
  /**
   * `errors`: the mean within 3 standard errors of what is expected, these at most 0.4 % of it; `exact`:
   * every figure within a share of what is expected.
   */
  readonly judged: "errors" | "exact";
  readonly replications: number;
  /** In units, the warm-up included, which is thrown away. */
  readonly horizon: number;
  readonly warmUp: number;
  readonly unit: "second" | "minute" | "hour" | "day";
  /** Names of figures, or of groups of them. */
  readonly figures: readonly string[] | "all";
  /** Figures that are held to the 3 standard errors only. */
  readonly looser?: readonly string[];
  /** Of `exact`: the largest deviation, as a share of what is expected; absolute where that is 0. */
  readonly within?: number;
  /** Why lengths are not the usual ones. */
  readonly why?: string;
}

/** A model whose figures are known. */
export interface CoveredCase {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly source: string;
  /** A: published and reproduced; B: derived and checked numerically. */
  readonly grade: "A" | "B";
  /** What its check knows how to read. */
  readonly inputs: unknown;
  readonly expected: Figures;
  /** Of figures, or of groups of them: `h`, `vessels·d`; one without is a share or another bare number. */
  readonly units?: Readonly<Record<string, string>>;
  /** Of its closed form: the largest deviation, as a share of what is expected. */
  readonly tolerance: number;
  readonly run?: CaseRun;
  /** Figures of `expected` that a later part of the project will cover. */
  readonly notCovered?: { readonly figures: readonly string[]; readonly comesWith: string };
}

/** A model that a later part of the project will cover. */
export interface LaterCase {
  readonly id: string;
  readonly title: string;
  readonly topic: string;
  readonly comesWith: string;
}

/** All cases there are, in the order of their file. */
export interface VerificationCases {
  readonly covered: readonly CoveredCase[];
  readonly later: readonly LaterCase[];
}

/** ms of a unit of time of the cases. */
export const unitMs: Readonly<Record<CaseRun["unit"], number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: dayMs,
};

/** The unit of a figure of a case; null where it is a bare number. */
export function unitOf({ units = {} }: CoveredCase, name: string): string | null {
  return Object.entries(units).find(([other]) => isNamed(name, [other]))?.[1] ?? null;
}

/** Whether a name is one of `names` or belongs to a group of that name: `Wq.1` to `Wq`. */
export function isNamed(name: string, names: readonly string[] | "all"): boolean {
  return names === "all" || names.some((other) => name === other || name.startsWith(`${other}.`));
}
