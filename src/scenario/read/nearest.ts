/**
 * The one of `names` that `name` was probably meant to be: the smallest edit distance (insertions, deletions,
 * substitutions and swapped neighbours), at most a third of the longer length and at least one edit allowed,
 * but never all of it.
 * Ties by order of `names`. Undefined when nothing is near.
 */
export function nearest(name: string, names: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of names) {
    const longer = Math.max(name.length, candidate.length);
    const limit = Math.min(Math.max(1, Math.floor(longer / 3)), longer - 1);
    if (Math.abs(name.length - candidate.length) > limit) continue;
    const most = Math.min(limit, bestDistance - 1);
    const distance = editDistance(wanted, candidate.toLowerCase(), most);
    if (distance <= most) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** The remedy for an unknown name: the nearest one, else the first few of all. */
export function suggest(name: string, names: Iterable<string>): string {
  const all = [...names];
  const near = nearest(name, all);
  if (near !== undefined) return `nearest is "${near}"`;
  if (all.length === 0) return "there is none to choose from";
  const shown = all.slice(0, 8).join(", ");
  return `choose from ${shown}${all.length > 8 ? `, ... (${all.length} in all)` : ""}`;
}

/**
 * Edit distance with swapped neighbours as one edit (optimal string alignment), O(length of a times length of
 * b). Above `most` any number above it may come back, which is found sooner.
 */
export function editDistance(a: string, b: string, most: number = Infinity): number {
  let before: number[] = [];
  let last: number[] = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, substitution);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    if (Math.min(...row) > most && Math.min(...last) > most) return Infinity;
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
