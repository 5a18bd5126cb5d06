import { figureStyle } from "#shells/figure/figure-style";
import type { Markup } from "#shells/figure/markup";
import { lightPalette, variantColours } from "#shells/figure/palette";

const font = "system-ui,'Segoe UI',Roboto,'Noto Sans','DejaVu Sans',Arial,sans-serif";

/**
 * A figure as a file of its own: on light paper, with the style that it needs written out plainly, for most
 * programs that draw know neither custom properties nor `:is`. Of several variants the first stands out.
 * `parts` is what the figure refers to by id.
 */
export function svgFile(figure: Markup, parts?: Markup): string {
  const text = figure.toString();
  const used = new Set([...text.matchAll(/class="([^"]*)"/g)].flatMap(([, names = ""]) => names.split(" ")));
  const places = [...used].flatMap((name) => (/^s\d+$/.test(name) ? [Number(name.slice(1))] : []));
  const rules = plainRules(places).filter(([selector]) => isUsed(selector, used));
  const style = rules.map(([selector, body]) => `${selector}{${body}}`).join("");
  const paper = `<rect width="100%" height="100%" fill="${lightPalette["paper"] ?? ""}"/>`;
  const head = `<style>${style}</style>${parts?.toString() ?? ""}${paper}`;
  return text
    .replace(/^<svg/, '<svg xmlns="http://www.w3.org/2000/svg"')
    .replace("</title>", `</title>${head}`);
}

type Rule = readonly [selector: string, body: string];

function plainRules(places: readonly number[]): readonly Rule[] {
  const written = [...figureStyle.matchAll(/([^{}]+)\{([^}]*)\}/g)].flatMap(([, selectors = "", body = ""]) =>
    spelledOut(selectors.trim()).map((selector): Rule => [selector, body]),
  );
  const first = Math.min(...places);
  const shown: readonly Rule[] = [
    [`.s${first}.chosen`, "visibility:visible"],
    [`.s${first} .band`, "visibility:visible"],
  ];
  return [...written.flatMap((rule) => owned(rule, places)), ...shown].map(([selector, body]) => [
    selector,
    body.replace(/var\(--([\w-]+)\)/g, (_, name: string) =>
      name === "sans" ? font : (lightPalette[name] ?? "none"),
    ),
  ]);
}

/** A rule about a variant's own colour, once for each variant: its class stands where the selector begins. */
function owned([selector, body]: Rule, places: readonly number[]): readonly Rule[] {
  if (!body.includes("var(--own)")) return [[selector, body]];
  return places.map(
    (place): Rule => [
      selector.replace(/^[^\s>]+/, (compound) => `${compound}.s${place}`),
      body.replaceAll("var(--own)", `var(--v${place % variantColours})`),
    ],
  );
}

/** The selectors of a rule one by one, `:is` written out, without the page around the figure. */
function spelledOut(selectors: string): readonly string[] {
  const bare = selectors.replace(/(figure>)?\.wide /g, "");
  const choice = /:is\(([^)]*)\)/.exec(bare);
  if (choice === null) return bare.split(",").map((each) => each.trim());
  return (choice[1] ?? "").split(",").flatMap((each) => spelledOut(bare.replace(choice[0], each.trim())));
}

function isUsed(selector: string, used: ReadonlySet<string>): boolean {
  return [...selector.matchAll(/\.([\w-]+)/g)].every(([, name = ""]) => used.has(name));
}
