import { expect, test } from "vitest";
import { reportPage } from "#shells/report/page";
import type { Result } from "#study/experiment/result";
import { berthResult, canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";
import type { PageElement } from "./parsed-page.ts";

/** The first screen's table of a result. */
function board(result: Result): PageElement {
  const found = parsedPage(reportPage(result)).querySelector(".board");
  if (found === null) throw new Error("a result with variants has a first screen's table");
  return found;
}

test("a variant is named with what the scenario says of it, the baseline by its name alone", () => {
  const rows = [...board(canalResult).querySelectorAll("tbody tr")];
  const told = rows.map((row) => [
    row.querySelector("th")?.textContent,
    row.querySelector(".board-what")?.textContent,
  ]);
  expect(told).toEqual([
    ["baseline", ""],
    ["no-surge", "The canal passes no more than on a busy day"],
    ["divert-at-once", "Masters turn at the first report"],
    ["exact-news", "The true end is announced at once (price 2 million USD)"],
  ]);
});

test("the differences of medians are called so at the head of their column, and of no other", () => {
  const heads = [...board(canalResult).querySelectorAll("thead th")].map(({ textContent }) => textContent);
  const called = heads.filter((head) => head.includes("difference of paired means"));
  expect(called.length).toBeGreaterThan(0);
  expect(called.filter((head) => head.startsWith("Peak queue"))).toEqual([]);
});

test("throughput loss is on the first screen where there is room for it, beside the cost", () => {
  const { summary } = canalResult;
  const variants = summary.variants.map((variant) => ({
    ...variant,
    measures: variant.measures.filter(({ measure }) => !/clear|normal|recover/.test(measure)),
  }));
  const heads = [
    ...board({ ...canalResult, summary: { ...summary, variants } }).querySelectorAll("thead th"),
  ];
  const named = heads.map(({ textContent }) => textContent).join();
  expect(named).toContain("Cost");
  expect(named).toContain("Throughput loss");
});

test("of several places measured together a column says how many, where they are long to name", () => {
  const headOf = (of: readonly string[]): string => {
    const variants = canalResult.study.variants.map((variant) => {
      const { performance } = variant.scenario;
      if (performance === undefined) throw new Error("the canal has a performance");
      return { ...variant, scenario: { ...variant.scenario, performance: { ...performance, of } } };
    });
    const measures = canalResult.summary.variants.map((variant) => ({
      ...variant,
      measures: variant.measures.map((each) =>
        each.measure === "time-to-recover" || each.measure === "rate-normal-time"
          ? { ...each, of: "performance" }
          : each,
      ),
    }));
    const summary = { ...canalResult.summary, variants: measures };
    const result = { ...canalResult, study: { ...canalResult.study, variants }, summary };
    return [...board(result).querySelectorAll("thead th")].map(({ textContent }) => textContent).join("; ");
  };
  const long = ["a-port-of-some-length.berth", "another-port-of-length.berth"];
  expect(headOf(long)).toContain(", 2 places");
  expect(headOf(["one.berth", "two.berth"])).toContain(", berth of one and berth of two");
});

test("of one replication nothing is called alike, and it is told as one", () => {
  const { summary } = canalResult;
  const result = { ...canalResult, summary: { ...summary, replications: 1 } };
  const told = board(result).textContent;
  expect(told).toContain("one replication cannot tell");
  expect(told).not.toContain("cannot tell apart");
  expect(reportPage(result)).not.toMatch(/\b1 replications/);
  expect(parsedPage(reportPage(berthResult)).querySelector(".board")).toBeNull();
});

test("the first screen and the tables say the same where most replications are spared", () => {
  const { summary } = canalResult;
  const versusBaseline = { difference: -9, low: -10, high: -8, distinguishable: true };
  const few = { unaffected: 55, censored: 0, versusBaseline };
  const variants = summary.variants.map((variant, place) => ({
    ...variant,
    measures: variant.measures.map((measure) =>
      measure.measure === "backlog-clear-time" && place === 1 ? { ...measure, ...few } : measure,
    ),
  }));
  const result = { ...canalResult, summary: { ...summary, variants } };
  const rows = [...board(result).querySelectorAll("tbody tr")];
  const cells = rows.map((row) => [...row.querySelectorAll("td")].map(({ textContent }) => textContent));
  expect(cells[1]).toContain("Backlog cleared–no backlog in 55 of 60");
  expect(cells[0]?.join()).not.toContain("no backlog");
  const compared = [...parsedPage(reportPage(result)).querySelectorAll("#variants .compare tbody tr")];
  const row = compared.find(({ textContent }) => textContent.includes("backlog-clear-time"));
  const cell = [...(row?.querySelectorAll("td") ?? [])][1]?.textContent;
  expect(cell).toContain("–no backlog in 55 of 60– cannot be compared");
  expect(cell).not.toMatch(/median|better/);
});

test("names of variants stand whole in the answer, and the text between them is as ever", () => {
  const { summary } = canalResult;
  const answer = "It waits. no-surge-here costs 2 million USD; no-surge helps, exact-news does not.";
  const page = reportPage({ ...canalResult, summary: { ...summary, answer } });
  const whole = (name: string): string => `<span class="id">${name}</span>`;
  const helped = `${whole("no-surge")} helps, ${whole("exact-news")} does not.`;
  expect(page).toContain(`no-surge-here costs 2\u00a0million\u00a0USD; ${helped}`);
});
