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
async function reportOf(scenario: string): Promise<string> {
  const io = new FakeIo();
  const typed = scenario.includes("/") ? join(process.cwd(), scenario) : scenario;
  const words = ["run", typed, "--replications", "2", "--threads", "1", "--out", "run"];
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
