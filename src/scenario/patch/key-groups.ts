/** Keys of which one may stand: a patch that writes one drops the others. */
const groups: readonly (readonly string[])[] = [
  ["end", "duration"],
  ["start", "occurs", "after", "when"],
];

const groupByKey: ReadonlyMap<string, readonly string[]> = new Map(
  groups.flatMap((group) => group.map((key) => [key, group] as const)),
);

const none: readonly string[] = [];

/** The group that a key belongs to, itself included; empty when it is in none. */
export function groupOf(key: string): readonly string[] {
  return groupByKey.get(key) ?? none;
}
