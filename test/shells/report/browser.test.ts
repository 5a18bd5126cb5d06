import axe from "axe-core";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportPage } from "#shells/report/page";
import { berthResult, canalResult } from "./fixture.ts";
import { ReportBrowser } from "./report-browser.ts";
import type { Opened } from "./report-browser.ts";
import { clippedWords, overlappingWords, printedLetters, shownPieces } from "./words-in-page.ts";

const pages = { canal: reportPage(canalResult), berth: reportPage(berthResult) };
let browser: ReportBrowser;

beforeAll(async () => {
  browser = await ReportBrowser.launched();
}, 120_000);

afterAll(() => browser.close());

function opened(
  name: keyof typeof pages,
  width: number,
  colorScheme: "light" | "dark" = "light",
): Promise<Opened> {
  return browser.opened(name, pages[name], { width, colorScheme });
}

interface Look {
  readonly scheme?: "light" | "dark";
  readonly isPrinted?: boolean;
}

/** A page that the tests of a group share, as none of them changes it. */
function shared(
  name: keyof typeof pages,
  width: number,
  { scheme = "light", isPrinted = false }: Look = {},
): () => Opened {
  let one: Opened;
  beforeAll(async () => {
    one = await opened(name, width, scheme);
    if (isPrinted) await one.page.emulateMedia({ media: "print" });
  });
  afterAll(() => one.page.close());
  return () => one;
}

/** More disruptions, and more announcements of them, than a sheet of paper has lines. */
const longTimelines = canalResult.figures.timelines.map((told) => ({
  ...told,
  entries: Array.from({ length: 14 }, () => told.entries).flat(),
}));

const numberOf = (page: Page, script: string): Promise<number> => page.evaluate<number>(script);

describe.each([
  ["canal", 1280, "light"],
  ["canal", 1280, "dark"],
  ["canal", 390, "light"],
  ["canal", 390, "dark"],
  ["berth", 1280, "light"],
  ["berth", 390, "light"],
] as const)("the %s report at %i pixels, %s", (name, width, scheme) => {
  const look = shared(name, width, { scheme });

  it("asks for nothing but itself and has nothing to complain about", () => {
    const { url, requests, complaints } = look();
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  it("fits its window without scrolling sideways, and clips no words", async () => {
    const { page } = look();
    expect(await numberOf(page, "document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await clippedWords(page)).toEqual([]);
  });

  it("lays no words over others, in pictures or in print", async () => {
    const { page } = look();
    expect(await shownPieces(page)).toBeGreaterThan(50);
    expect(await overlappingWords(page)).toEqual([]);
  });
});

describe("the report in a browser", () => {
  const desk = shared("canal", 1280);
  const telephone = shared("canal", 390);

  it.each(["light", "dark"] as const)("gives axe-core nothing to find, %s", async (scheme) => {
    const { page } = await opened("canal", 1280, scheme);
    await page.evaluate(axe.source);
    const found = await page.evaluate<readonly string[]>(
      `axe.run().then(({ violations }) => violations.map(({ id, impact }) => id + ": " + impact))`,
    );
    expect(found).toEqual([]);
    await page.close();
  });

  it("tells the finding on the first screen of a projector", async () => {
    const { page } = desk();
    expect(
      await numberOf(page, `document.querySelector(".headline").getBoundingClientRect().bottom`),
    ).toBeLessThan(720);
  });

  it.each([
    [1280, 720, ".board-what"],
    [390, 844, ".board-list dd"],
  ])(
    "tells what each variant is on the first screen, %i pixels wide and %i high",
    async (width, height, where) => {
      const { page } = (width < 1000 ? telephone : desk)();
      const told = `[...document.querySelectorAll("${where}")].filter((each) => each.checkVisibility())`;
      const words = await page.evaluate<readonly string[]>(`${told}.map(({ textContent }) => textContent)`);
      for (const { summary } of canalResult.summary.variants.slice(1))
        expect(words.join("; ")).toContain(summary);
      const ends = `Math.max(...${told}.map((each) => each.getBoundingClientRect().bottom))`;
      expect(await numberOf(page, ends)).toBeLessThan(height);
    },
  );

  it("scrolls no table sideways at 1280 pixels with four variants", async () => {
    const { page } = desk();
    const boxes = `[...document.querySelectorAll(".scroll")]`;
    const excess = `Math.max(...${boxes}.map((box) => box.scrollWidth - box.clientWidth))`;
    expect(await numberOf(page, excess)).toBeLessThanOrEqual(21);
  });

  it("gives names of variants the room that fewer measures leave on the first screen", async () => {
    const { summary } = canalResult;
    const variants = summary.variants.map((variant, place) => ({
      ...variant,
      name: place === 1 ? "housed-and-rebuilt" : variant.name,
      measures: variant.measures.filter(({ measure }) => !/clear|normal/.test(measure)),
    }));
    const html = reportPage({ ...canalResult, summary: { ...summary, variants } });
    const { page } = await browser.opened("named", html, { width: 1280 });
    const heights = `[...document.querySelectorAll(".board tbody th")].map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return range.getClientRects().length;
    })`;
    expect(new Set(await page.evaluate<readonly number[]>(heights))).toEqual(new Set([1]));
    await page.close();
  });

  it("breaks no id in the first column of the table of variants, and gives names room", async () => {
    const { page } = desk();
    const lines = `[...document.querySelectorAll(".compare .id")].map((id) => id.getClientRects().length)`;
    expect(new Set(await page.evaluate<readonly number[]>(lines))).toEqual(new Set([1]));
    const column = `document.querySelector(".compare tbody th").getBoundingClientRect().width`;
    expect(await numberOf(page, column)).toBeGreaterThan(200);
  });

  it("brings the chosen variant to the front without a script", async () => {
    const { page } = await opened("canal", 1280);
    const visible = (place: number): Promise<boolean> => page.locator(`#map .only-${place}`).isVisible();
    expect([await visible(0), await visible(1)]).toEqual([true, false]);
    await page.locator("label[for=pick-1]").click();
    expect([await visible(0), await visible(1)]).toEqual([false, true]);
    const band = `getComputedStyle(document.querySelector("#queue .wide .s1 .band")).visibility`;
    expect(await page.evaluate<string>(band)).toBe("visible");
    await page.close();
  });

  it("draws each figure once: wide or narrow, not both", async () => {
    for (const { page } of [desk(), telephone()]) {
      const shown = await page.locator("#performance svg[role=img]").filter({ visible: true }).count();
      expect(shown).toBe(1);
    }
  });

  it("draws narrow figures as wide as a page of any width between a telephone's and a desk's", async () => {
    for (const width of [390, 500, 640]) {
      const { page } = await opened("canal", width);
      const figures = `[...document.querySelectorAll("figure > .narrow > svg, .map > .narrow > svg")]`;
      const shown = `${figures}.filter((figure) => figure.checkVisibility())`;
      const widths = await page.evaluate<readonly number[]>(
        `${shown}.map((figure) => figure.getBoundingClientRect().width)`,
      );
      expect(widths.length).toBeGreaterThan(5);
      // The page has 16 pixels on either side.
      expect(Math.min(...widths), `${width}`).toBeGreaterThan(width - 40);
      expect(await overlappingWords(page)).toEqual([]);
      await page.close();
    }
  });
});

describe("the report on paper", () => {
  const sheet = shared("canal", 1280, { isPrinted: true });

  it("prints wide figures and tables, however narrow its window was", async () => {
    const { page } = await opened("canal", 390);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#performance .wide").isVisible()).toBe(true);
    expect(await page.locator("#performance .narrow").isVisible()).toBe(false);
    expect(await page.locator("#map .only-1").isVisible()).toBe(false);
    await page.close();
  });

  it("prints text and figures as wide as the paper", async () => {
    const { page } = sheet();
    for (const each of ["#variants", "#performance .wide > svg", ".headline .board"]) {
      const width = await numberOf(page, `document.querySelector("${each}").getBoundingClientRect().width`);
      expect(width, each).toBeGreaterThan(1280 * 0.98);
    }
  });

  it("prints captions with their figures, panels apart, and maps as wide as the page", async () => {
    const { page } = sheet();
    const broken = `getComputedStyle(document.querySelector("#queue figcaption")).breakBefore`;
    expect(await page.evaluate<string>(broken)).toBe("avoid");
    const panels = `[...document.querySelectorAll("#measures .panel")]`;
    const [first, second] = await page.evaluate<readonly { left: number; right: number }[]>(
      `${panels}.map((panel) => panel.getBoundingClientRect().toJSON())`,
    );
    expect((second?.left ?? 0) - (first?.right ?? 0)).toBeGreaterThan(14);
    const widthOf = `(each) => document.querySelector(each).getBoundingClientRect().width`;
    const [map, text] = await page.evaluate<readonly number[]>(`["#map .map", "#map"].map(${widthOf})`);
    expect(map).toBeGreaterThan((text ?? Infinity) * 0.9);
  });

  it("prints no letter of a figure smaller than 7 points on A4", async () => {
    for (const name of ["canal", "berth"] as const) {
      const { page } = await opened(name, 1032);
      await page.emulateMedia({ media: "print" });
      const letters = await printedLetters(page);
      expect(letters.length, name).toBeGreaterThan(10);
      expect(letters.filter(({ points }) => points < 7)).toEqual([]);
      await page.close();
    }
  });

  it("parts a timeline of more lines than a sheet of paper has room for", async () => {
    const html = reportPage({
      ...canalResult,
      figures: { ...canalResult.figures, timelines: longTimelines },
    });
    const { page } = await browser.opened("long", html, { width: 1032 });
    await page.emulateMedia({ media: "print" });
    const drawings = `[...document.querySelectorAll("#timeline .only-0 .wide > svg")]`;
    const heights = `${drawings}.map((drawing) => drawing.getBoundingClientRect().height)`;
    const sheets = await page.evaluate<readonly number[]>(heights);
    expect(sheets.length).toBeGreaterThan(1);
    // A4 on its side has 186 mm, 703 pixels, between its margins.
    expect(Math.max(...sheets)).toBeLessThan(703);
    expect((await printedLetters(page)).filter(({ points }) => points < 7)).toEqual([]);
    await page.close();
  });

  it("prints no foot, which would take a page of its own: the edge of each says who made it", async () => {
    const { page } = sheet();
    expect(await page.locator("footer").isVisible()).toBe(false);
  });

  it("prints with its inputs unfolded and without the choice of a variant", async () => {
    const { page } = sheet();
    expect(await page.locator(".picker").isVisible()).toBe(false);
    const height = `document.querySelector(".inputs .groups").getBoundingClientRect().height`;
    expect(await numberOf(page, height)).toBeGreaterThan(100);
  });
});
