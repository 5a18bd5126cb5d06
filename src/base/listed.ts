/** Words in a sentence: `a`, `a and b`, `a, b and c`; nothing for none. */
export function listed(words: readonly (string | number)[]): string {
  const last = String(words.at(-1) ?? "");
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
