/** Keys of which one may stand: a patch that writes one drops the others. */
const groups: readonly (readonly string[])[] = [
  ["end", "duration"],
  ["start", "occurs", "after", "when"],
];

/** The group that a key belongs to, itself included; empty when it is in none. */
export function groupOf(key: string): readonly string[] {
  return groups.find((group) => group.includes(key)) ?? [];
}
