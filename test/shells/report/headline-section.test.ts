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
  const names = [...board(canalResult).querySelectorAll("tbody th")];
  for (const [place, variant] of canalResult.summary.variants.entries()) {
    const summary = place === 0 ? "" : (variant.summary ?? "");
    expect(names[place]?.textContent).toBe(`${variant.name}${summary}`);
  }
  expect(names.some((name) => name.querySelector("span") !== null)).toBe(true);
});

test("the differences of medians are called so at the head of their column, and of no other", () => {
  const heads = [...board(canalResult).querySelectorAll("thead th")].map(({ textContent }) => textContent);
  const called = heads.filter((head) => head.includes("difference of paired means, "));
  expect(called.length).toBeGreaterThan(0);
  expect(called.filter((head) => head.startsWith("Peak queue"))).toEqual([]);
});

test("of one replication nothing is called alike", () => {
  const { summary } = canalResult;
  const told = board({ ...canalResult, summary: { ...summary, replications: 1 } }).textContent;
  expect(told).toContain("one replication cannot tell");
  expect(told).not.toContain("cannot tell apart");
  expect(parsedPage(reportPage(berthResult)).querySelector(".board")).toBeNull();
});
