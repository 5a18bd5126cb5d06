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

/**
 * The remedy for an unknown name: the nearest one; else those that share its words (`mean-wait` for `wait`,
 * `exponential` for `exp`); else all, of more than ten the first eight. `most` names more than ten.
 */
export function suggest(name: string, names: Iterable<string>, most: number = 10): string {
  const all = [...names];
  const near = nearest(name, all);
  if (near !== undefined) return `nearest is "${near}"`;
  if (all.length === 0) return "there is none to choose from";
  const kin = all.filter((other) => sharesWords(name.toLowerCase(), other.toLowerCase()));
  if (kin.length === 1) return `nearest is "${kin[0]}"`;
  const offered = kin.length > 0 && kin.length <= 8 ? kin : all;
  if (offered.length <= most) return `choose from ${offered.join(", ")}`;
  return `choose from ${offered.slice(0, 8).join(", ")}, ... (${all.length} in all)`;
}

/** Whether one of two names begins with the other, or holds it as its words, of three letters or more. */
function sharesWords(name: string, other: string): boolean {
  const [short, long] = name.length < other.length ? [name, other] : [other, name];
  if (short.length < 3) return false;
  return long.startsWith(short) || `-${long}-`.includes(`-${short}-`);
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
