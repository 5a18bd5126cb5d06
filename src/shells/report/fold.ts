import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import { counted } from "#study/experiment/quantity-text";

/** As many as are read at a glance; a scenario set beside history may have three times as many. */
const shownMost = 12;

/** How many are shown, a dozen when left out, and what the others are called: measures when left out. */
export interface Folding {
  readonly most?: number;
  readonly what?: string;
}

/** Shows the first of what is told, and the rest folded, their number on the fold. */
export function folded<Item>(
  items: readonly Item[],
  show: (part: readonly Item[]) => Content,
  { most = shownMost, what = "measure" }: Folding = {},
): Content {
  const rest = items.slice(most);
  if (rest.length === 0) return show(items);
  const label = counted(rest.length, `more ${what}`);
  return [
    show(items.slice(0, most)),
    element("details", { class: "more" }, element("summary", {}, label), show(rest)),
  ];
}
