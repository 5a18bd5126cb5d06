import { describe, expect, it } from "vitest";
import { reportPage } from "#shells/report/page";
import { canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

const page = parsedPage(reportPage(canalResult));
const wordsOf = (id: string): string => page.querySelector(`#${id}`)?.textContent ?? "";

/** What the first link of a section that saves a CSV holds. */
function csvOf(id: string, name: string): string {
  const links = [...(page.querySelector(`#${id}`)?.querySelectorAll("a[download]") ?? [])];
  const href = links.find((link) => link.getAttribute("download") === name)?.getAttribute("href") ?? "";
  return decodeURIComponent(href.slice(href.indexOf(",") + 1));
}

describe("queues and utilisation by place", () => {
  it("tell each phase, the longest queue, and servers only where there are some", () => {
    expect(wordsOf("places")).toContain("391 at the peak");
    expect(wordsOf("places")).toContain("93 %");
    const rows = csvOf("places", "utilisation-baseline.csv").split("\n");
    expect(rows).toContain("suez.transit,during,210,391,");
    expect(rows).toContain("NLRTM.berth,after,6.1,14,0.93");
  });
});

describe("who waited", () => {
  it("tells mean waits in units of their own, however short", () => {
    const waits = canalResult.figures.waits.map((told) => ({
      ...told,
      classes: told.classes.map((each) => ({ ...each, meanDays: each.phase === "before" ? 0.03 : 2.2 })),
    }));
    const figures = { ...canalResult.figures, waits };
    const notes = [
      ...parsedPage(reportPage({ ...canalResult, figures })).querySelectorAll(
        "#waits .only-0 .narrow .row-note",
      ),
    ].map(({ textContent }) => textContent);
    expect(notes).toContain("mean 43.2 minutes");
    expect(notes).toContain("mean 2.2 days");
  });

  it("tells all mean waits with one decimal, so that classes can be compared", () => {
    const waits = canalResult.figures.waits.map((told) => ({
      ...told,
      classes: told.classes.map((each) => ({ ...each, meanDays: 25 / 24 })),
    }));
    const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, waits } }));
    expect(page.querySelector("#waits .only-0 .narrow .row-note")?.textContent).toBe("mean 25.0 hours");
  });
});

describe("who went another way", () => {
  it("is told by flow with how much further and later, and how late the rest came", () => {
    expect(wordsOf("ways")).toContain("100 of 1,000: +8,900 km, +11.3 days; the rest +2.2 days");
    expect(wordsOf("ways")).toContain("0 of 900; the rest +2.2 days");
    expect(csvOf("ways", "ways-baseline.csv")).toContain("boxes-north,other,100,8900.4,11.3");
  });

  it("has no bar for flows that kept their way and came no later: they are counted", () => {
    const ways = canalResult.figures.ways.map(({ name, rows }) => {
      const still = { voyages: 900, kmMore: 0, daysLater: 0.04 };
      const none = { voyages: 0, kmMore: null, daysLater: null };
      const more = ["calm-a", "calm-b"].map((flow) => ({ flow, own: still, other: none }));
      return { name, rows: [...rows, ...more] };
    });
    const calmer = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, ways } }));
    const told = calmer.querySelector("#ways .only-0 figure")?.textContent ?? "";
    expect(told).not.toContain("calm-a0 of");
    expect(told).toContain("2 more flows kept their way and came no later.");
    expect(wordsOf("ways")).not.toContain("kept their way and came no later");
  });

  it("is left out where nobody did", () => {
    const ways = canalResult.figures.ways.map(({ name, rows }) => ({
      name,
      rows: rows.filter(({ other }) => other.voyages === 0),
    }));
    const without = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, ways } }));
    expect(without.querySelector("#ways")).toBeNull();
  });
});

describe("what it costs", () => {
  it("names the parts that there are, and the sum behind each bar; what is saved counts against it", () => {
    expect(wordsOf("costs")).toContain("Paid forwaiting and slower goingdetoursthe variant");
    expect(wordsOf("costs")).toContain("million USD");
    const sums = [...(page.querySelector("#costs")?.querySelectorAll(".wide .row-note") ?? [])];
    expect(sums.map((sum) => sum.textContent)).toEqual(["111", "146", "85", "208"]);
    expect(csvOf("costs", "costs.csv")).toContain("divert-at-once,waiting,-12000000");
  });
});
