import type { Span } from "#study/experiment/batch";

/** The spans below `count` that none of the others covers, in order. */
export function gapsBelow(count: number, covered: readonly Span[]): readonly Span[] {
  const ordered = [...covered].sort((left, right) => left.from - right.from);
  const gaps: Span[] = [];
  let from = 0;
  for (const span of ordered) {
    if (from < Math.min(span.from, count)) gaps.push({ from, to: Math.min(span.from, count) });
    from = Math.max(from, span.to);
  }
  if (from < count) gaps.push({ from, to: count });
  return gaps;
}
