import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import type { Report } from "#shells/report/report";
import { section } from "#shells/report/section";
import { stressItems } from "#shells/report/stress-items";

/** The checklist for reports of simulations, filled by the run. Left out without a scenario. */
export function stressSection(report: Report): Markup | undefined {
  const items = stressItems(report);
  if (items.length === 0) return undefined;
  const blanks = items.filter(({ answer }) => answer === null).length;
  const rows = items.map(({ number, name, answer }) =>
    element(
      "tr",
      { class: answer === null ? "blank" : undefined },
      element("th", { scope: "row" }, `${number} ${name}`),
      element("td", {}, answer ?? element("span", { class: "to-fill" }, "▢ to be filled in by the author")),
    ),
  );
  const heads = ["Item", "What this run says"].map((name) => element("th", { scope: "col" }, name));
  const lead =
    "What the guidelines STRESS-DES ask of a report on a discrete-event simulation, as far as the run can " +
    `say it. ${blanks} of ${items.length} items are left to its author.`;
  return section(
    "stress",
    "Reporting checklist",
    lead,
    element(
      "table",
      { class: "plain checklist" },
      element("thead", {}, element("tr", {}, heads)),
      element("tbody", {}, rows),
    ),
  );
}
