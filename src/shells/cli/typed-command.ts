import type { Arguments } from "#shells/cli/command";

/**
 * What to type to get the same numbers again: nothing that only changes where they go or how fast they
 * come.
 */
export function commandText({ paths, set, seed, replications, replication }: Arguments): string {
  return [
    "breakwater run",
    ...paths.map(quoted),
    ...set.map((patch) => `--set ${quoted(patch)}`),
    ...(seed === undefined ? [] : [`--seed ${quoted(seed)}`]),
    ...(replications === undefined ? [] : [`--replications ${replications}`]),
    ...(replication === undefined ? [] : [`--replication ${replication}`]),
  ].join(" ");
}

/** The same of a sweep. */
export function sweepCommandText({ paths, vary, sample, count, set, seed, replications }: Arguments): string {
  return [
    "breakwater sweep",
    ...paths.map(quoted),
    ...vary.map((varied) => `--vary ${quoted(varied)}`),
    ...(sample === undefined ? [] : [`--sample ${sample}`]),
    ...(count === undefined ? [] : [`--count ${count}`]),
    ...set.map((patch) => `--set ${quoted(patch)}`),
    ...(seed === undefined ? [] : [`--seed ${quoted(seed)}`]),
    ...(replications === undefined ? [] : [`--replications ${replications}`]),
  ].join(" ");
}

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w./=:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
