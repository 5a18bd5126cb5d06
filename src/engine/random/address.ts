/**
 * The parts of an address (seed, replication, names of a draw) as one text, which an alea is keyed with. Each
 * is preceded by its length, so that no two addresses share a text, whatever characters a name holds.
 */
export function addressText(...parts: readonly string[]): string {
  let text = "";
  for (const part of parts) text += `${part.length}:${part}/`;
  return text;
}
