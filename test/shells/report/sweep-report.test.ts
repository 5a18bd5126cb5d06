import axe from "axe-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepReport } from "#shells/report/sweep-report";
import { fakeCube, fakeQuestion } from "../../study/sweep/fake-cube.ts";
import { findingsOf } from "#study/sweep/sweep-findings";
import { parsedPage } from "./parsed-page.ts";
import { ReportBrowser } from "./report-browser.ts";
import { gridFindings, hypercubeFindings, sobolFindings } from "./sweep-fixture.ts";
import { clippedWords, overlappingWords, shownPieces } from "./words-in-page.ts";

const pages = {
  hypercube: sweepReport(hypercubeFindings()),
  sobol: sweepReport(sobolFindings()),
  grid: sweepReport(gridFindings()),
};
let browser: ReportBrowser;

beforeAll(async () => {
  browser = await ReportBrowser.launched();
}, 120_000);

afterAll(() => browser.close());

describe.each([
  ["hypercube", 1280, "light"],
  ["hypercube", 390, "dark"],
  ["sobol", 1280, "dark"],
  ["grid", 390, "light"],
] as const)("the page of a sweep over a %s at %i pixels, %s", (name, width, colorScheme) => {
  it("asks for nothing, fits its window, clips no words and lays none over others", async () => {
    const { page, url, requests, complaints } = await browser.opened(name, pages[name], {
      width,
      colorScheme,
    });
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await clippedWords(page)).toEqual([]);
    expect(await shownPieces(page)).toBeGreaterThan(50);
    expect(await overlappingWords(page)).toEqual([]);
    await page.close();
  });

  it("has nothing for axe to complain about", async () => {
    const { page } = await browser.opened(name, pages[name], { width, colorScheme });
    await page.evaluate(axe.source);
    const violations = await page.evaluate<string[]>(
      `axe.run().then(({ violations }) =>
        violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" | ")))`,
    );
    expect(violations).toEqual([]);
    await page.close();
  });
});

describe("the page of a sweep", () => {
  it("is the same bytes for the same findings", () => {
    expect(sweepReport(gridFindings())).toBe(pages.grid);
  });

  it("colours nothing within the indifference", () => {
    const at = Array.from({ length: 16 }, (_, future) => future % 4);
    const up = at.map((_, future) => Math.floor(future / 4));
    const cube = fakeCube({
      design: "grid",
      paths: [
        { path: "up", levels: 4, at: up },
        { path: "across", levels: 4, at },
      ],
      values: { baseline: at.map(() => 10), wide: at.map((value) => 10 - value) },
    });
    const document = parsedPage(sweepReport(findingsOf(cube, fakeQuestion(cube, 2))));
    const coloured = document.querySelectorAll("#map .wide .heat.better");
    expect(coloured).toHaveLength(4);
    expect([...coloured].every(({ textContent }) => textContent.includes("−3"))).toBe(true);
    expect(document.querySelectorAll("#map .wide .heat.alike")).toHaveLength(12);
  });

  it("draws where each variant pays, those behind the fourth folded", () => {
    const at = Array.from({ length: 16 }, (_, future) => future % 4);
    const paths = [
      { path: "up", levels: 4, at: at.map((_, future) => Math.floor(future / 4)) },
      { path: "across", levels: 4, at },
    ];
    const names = ["baseline", "one", "two", "three", "four", "five", "six"];
    const values = Object.fromEntries(
      names.map((name, place) => [name, at.map((value, future) => 10 - place * (value + future / 9))]),
    );
    const cube = fakeCube({ design: "grid", paths, values });
    const document = parsedPage(sweepReport(findingsOf(cube, fakeQuestion(cube))));
    expect(document.querySelectorAll("#map h3")).toHaveLength(6);
    expect(document.querySelectorAll("#map details h3")).toHaveLength(2);
    expect(document.querySelector("#map summary")?.textContent).toBe("2 more variants");
  });

  it("lists the futures in which the choice flips, with their values", () => {
    const cube = fakeCube({
      paths: [{ path: "storm.days", unit: "d", at: [1, 2, 30] }],
      values: { baseline: [4, 4, 4], wide: [1, 1, 6] },
    });
    const document = parsedPage(sweepReport(findingsOf(cube, fakeQuestion(cube, 0.5))));
    const rows = [...document.querySelectorAll("#flips tbody tr")].map(({ textContent }) => textContent);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatch(/f003.*baseline.*2.*30.d/);
  });

  it("says of a baseline alone what its spread comes from, and chooses nothing", () => {
    const cube = fakeCube({
      paths: [{ path: "storm.days", unit: "d", at: Array.from({ length: 30 }, (_, day) => day) }],
      values: { baseline: Array.from({ length: 30 }, (_, day) => 2 * day) },
    });
    const document = parsedPage(sweepReport(findingsOf(cube, fakeQuestion(cube))));
    expect(document.querySelector("#sensitivity")).not.toBeNull();
    expect(document.querySelector("#flips")).toBeNull();
    expect(document.querySelector("#map")).toBeNull();
  });
});
