import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { FakeIo } from "../cli/fake-io.ts";
import { ReportBrowser } from "./report-browser.ts";
import type { Opened } from "./report-browser.ts";
import { clippedWords, overlappingWords, shownPieces } from "./words-in-page.ts";

/** A canal with convoys, an ensemble of failures, ports with ways overland, and a network of two ways. */
const scenarios = ["ever-given-2021", "random-failures", "port-closed", "scenarios/templates/network.yaml"];

let browser: ReportBrowser;

beforeAll(async () => {
  browser = await ReportBrowser.launched();
}, 120_000);

afterAll(() => browser.close());

/** The report of a short run. */
async function reportOf(scenario: string, replications: number = 2): Promise<string> {
  const io = new FakeIo();
  const typed = scenario.includes("/") ? join(process.cwd(), scenario) : scenario;
  const words = ["run", typed, "--replications", `${replications}`, "--threads", "1", "--out", "run"];
  expect([0, 1]).toContain(await main(words, io, shippedWorkshop));
  return readFileSync(join(io.folder, "run/report.html"), "utf8");
}

/** Calls `look` on the page of each variant, with all that is folded unfolded. */
async function eachVariant({ page }: Opened, look: () => Promise<void>): Promise<number> {
  await page.evaluate(`document.querySelectorAll("details").forEach((folded) => (folded.open = true))`);
  const choices = page.locator(".picker label");
  const count = await choices.count();
  for (let index = 0; index < count; index += 1) {
    await choices.nth(index).click();
    await look();
  }
  return count;
}

it.each(scenarios)(
  "the report of %s lays no words over others and clips none, whatever it shows",
  async (scenario) => {
    const html = await reportOf(scenario);
    for (const width of [1280, 390]) {
      const opened = await browser.opened("page", html, { width });
      const shown = await eachVariant(opened, async () => {
        expect(await shownPieces(opened.page)).toBeGreaterThan(500);
        expect(await overlappingWords(opened.page)).toEqual([]);
        expect(await clippedWords(opened.page)).toEqual([]);
      });
      expect(shown).toBeGreaterThan(1);
      await opened.page.close();
    }
  },
);

// Four variants that all help, and five measures: as much as an answer and its table may hold.
it.each(["katrina-2005", "ila-strike-2024"])(
  "the first screen of %s on a projector holds its finding and its variants, and no table scrolls sideways",
  async (scenario) => {
    const { page } = await browser.opened("page", await reportOf(scenario, 30), { width: 1280 });
    const bottom = `document.querySelector(".headline").getBoundingClientRect().bottom`;
    expect(await page.evaluate<number>(bottom)).toBeLessThanOrEqual(720);
    const boxes = `[...document.querySelectorAll(".scroll")]`;
    const excess = `Math.max(...${boxes}.map((box) => box.scrollWidth - box.clientWidth))`;
    expect(await page.evaluate<number>(excess)).toBeLessThanOrEqual(0);
    await page.close();
  },
);
