import type { Span } from "#study/experiment/batch";

/** Parts in groups, in order, of which each follows on the one before without a gap. */
export function contiguous<Part extends { readonly span: Span }>(
  parts: readonly Part[],
): readonly (readonly Part[])[] {
  const ordered = [...parts].sort((left, right) => left.span.from - right.span.from);
  const groups: Part[][] = [];
  for (const part of ordered) {
    const last = groups.at(-1);
    if (last?.at(-1)?.span.to === part.span.from) last.push(part);
    else groups.push([part]);
  }
  return groups;
}
