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

/** A word as a shell takes it. */
export function quoted(word: string): string {
  return /^[\w./=:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
