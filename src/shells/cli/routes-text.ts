import { dayMs, printInstant } from "#base/time";
import type { RouteSpan, ToldRoute, ToldWay, ToldWays } from "#scenario/build/told-routes";
import { numberText, quantityText } from "#study/experiment/quantity-text";

/** The routes of one variant. */
export interface VariantRoutes {
  readonly variant: string;
  readonly told: ToldWays;
}

/**
 * The best routes of each flow for people, with what is taken, and why not the others. Of variants but the
 * first only the ways that differ from the first one's.
 */
export function routesText(variants: readonly VariantRoutes[]): string {
  const [baseline] = variants;
  const usual = new Set(baseline?.told.ways.map((way) => JSON.stringify(way)));
  const blocks = variants.flatMap(({ variant, told: { ways, left } }) => {
    const isFirst = variant === baseline?.variant;
    const shown = ways.filter((way) => isFirst || !usual.has(JSON.stringify(way)));
    if (shown.length === 0) return [];
    const more = left > 0 && isFirst ? [`  and ${numberText(left, 0)} pairs with fewer voyages`] : [];
    return [[`routes of ${variant}:`, ...shown.flatMap(wayLines), ...more, ""].join("\n")];
  });
  return blocks.join("\n");
}

/** The same as a part of a JSON document: instants in ISO 8601, times in days, lengths in kilometres. */
export function routesDocument(variants: readonly VariantRoutes[]): readonly object[] {
  return variants.map(({ variant, told: { ways, left } }) => ({
    variant,
    left,
    ways: ways.map(({ spans, ...way }) => ({
      ...way,
      spans: spans.map(({ from, routes }) => {
        const taken = routes.find(({ rules }) => rules.length === 0);
        return {
          from: printInstant(from),
          routes: routes.map((route) => ({
            takes: route.takes,
            isTaken: route === taken,
            kilometres: route.metres / 1000,
            days: route.ms / dayMs,
            cost: route.cost,
            rules: route.rules,
          })),
        };
      }),
    })),
  }));
}

function wayLines({ flow, vessel, from, to, spans }: ToldWay): readonly string[] {
  return spans.flatMap((span, index) => {
    const since = index === 0 ? "" : `, from ${printInstant(span.from)}`;
    return [`  ${flow}: ${vessel} from ${from} to ${to}${since}`, ...spanLines(span)];
  });
}

function spanLines({ routes }: RouteSpan): readonly string[] {
  const taken = routes.find(({ rules }) => rules.length === 0);
  const lines = routes.map((route) => {
    const size = `${kilometres(route.metres)}, ${days(route.ms)}, ${dollars(route.cost)}`;
    return `    ${verdictOf(route, taken)} ${wayText(route)}: ${size}${whyNot(route, taken)}`;
  });
  if (routes.length === 0) return ["    no route: nothing leads there"];
  return taken === undefined ? ["    no legal route", ...lines] : lines;
}

function verdictOf(route: ToldRoute, taken: ToldRoute | undefined): string {
  if (route.rules.length > 0) return "barred";
  return route === taken ? "taken " : "longer";
}

const wayText = ({ takes }: ToldRoute): string =>
  takes.length === 0 ? "over open water" : `by ${takes.join(", ")}`;

function whyNot(route: ToldRoute, taken: ToldRoute | undefined): string {
  if (route === taken) return "";
  if (route.rules.length > 0) return `; barred by ${route.rules.join(" and ")}`;
  const further = route.metres - (taken?.metres ?? 0);
  const later = route.ms - (taken?.ms ?? 0);
  const dearer = route.cost - (taken?.cost ?? 0);
  const far =
    further === 0 ? "" : `${kilometres(Math.abs(further))} ${further > 0 ? "further" : "less far"}, `;
  return `; ${far}${days(later)} longer, ${dollars(dearer)} more`;
}

const kilometres = (metres: number): string => `${numberText(metres / 1000, 0)} km`;
const days = (ms: number): string => `${numberText(ms / dayMs, 2)} days`;
const dollars = (cost: number): string => quantityText(cost, "USD");
