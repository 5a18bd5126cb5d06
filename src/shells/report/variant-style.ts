import { variantColours as colours } from "#shells/figure/palette";

/** Without a choice that style can read, the baseline stands out. */
const fallback =
  "@supports not selector(:has(a)){.only-0{display:var(--chosen,grid)}" +
  ".series.s0.chosen,.series.s0 .band{visibility:visible}}";

/**
 * Rules for each variant by its place: its colour, and what its choice brings to the front. A browser that
 * cannot read the choice from style (`:has`) shows the baseline.
 */
export function variantStyle(count: number): string {
  const places = Array.from({ length: Math.max(1, count) }, (_, place) => place);
  const colour = places.map((place) => {
    const dashes = place >= colours ? `.s${place} .mean{stroke-dasharray:7 3}` : "";
    return `.s${place}{--own:var(--v${place % colours})}${dashes}`;
  });
  const chosen = places.map((place) => {
    const when = count < 2 ? ".told" : `.told:has(#pick-${place}:checked)`;
    return `${when} .series.s${place}.chosen,${when} .series.s${place} .band{visibility:visible}
${when} .series-name.s${place}{font-weight:700;opacity:1}
${when} .only-${place}{display:var(--chosen,grid)}`;
  });
  return [...colour, fallback, ...(count < 1 ? [] : chosen)].join("\n");
}
