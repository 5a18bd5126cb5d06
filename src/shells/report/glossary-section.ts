import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import { measureSummary } from "#shells/report/stress-items";
import { measureTitle } from "#study/experiment/measure-title";

/** The words of the domain that the page uses, each as the domain's own glossary has it. */
export const glossaryWords: Readonly<Record<string, string>> = {
  disruption: "anything that changes capacity, speed, permission, demand or information for a time",
  flow: "demand between an origin and a destination: an arrival process of voyages or shipments",
  passage: "a canal or strait: a site that vessels transit, with an admission rule",
  policy: "a rule that reacts inside a run",
  replication: "one seeded run of one variant",
  station: "a queue with servers at a site: a berth, a yard, a gate, customs, a scan",
  twin: "the same replication without disruptions",
  variant: "a named patch of the scenario; `baseline` is the scenario without one",
  vessel: "anything that moves cargo on a link: a ship, a train, a truck, an aircraft",
  voyage: "one unscheduled trip of a vessel",
};

/** Without the signs that set words of the language apart. */
const bare = (words: string): string => words.replaceAll("`", "");

/** What words and measures mean: the domain's, then the measures of the scenario. */
export function glossarySection(report: Report): Markup | undefined {
  const kinds = [...new Set(report.rows.map(({ measure }) => measure))];
  if (kinds.length === 0) return undefined;
  const disrupted = report.focus.disrupted.length > 0;
  const words = Object.entries(glossaryWords)
    .filter(([word]) => disrupted || !["twin", "disruption"].includes(word))
    .map(([word, meaning]) => [word, bare(meaning)] as const);
  const measures = kinds.map(
    (kind) => [measureTitle(kind).toLowerCase(), bare(measureSummary(kind))] as const,
  );
  const list = (items: readonly (readonly [string, string])[]): Markup =>
    element(
      "dl",
      { class: "glossary" },
      items.map(([word, meaning]) => [element("dt", {}, word), element("dd", {}, meaning)]),
    );
  return section(
    "glossary",
    "Glossary",
    "Words as this page uses them, then its measures.",
    list(words),
    element("h3", {}, "Measures"),
    list(measures),
  );
}
