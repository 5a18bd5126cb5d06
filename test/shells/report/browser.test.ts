import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportPage } from "#shells/report/page";
import { berthResult, canalResult } from "./fixture.ts";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const folder = mkdtempSync(join(tmpdir(), "breakwater-report-"));
const pages = { canal: reportPage(canalResult), berth: reportPage(berthResult) };
let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags });
}, 120_000);

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

async function opened(
  name: keyof typeof pages,
  width: number,
  colorScheme: "light" | "dark" = "light",
): Promise<Opened> {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, pages[name]);
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const url = pathToFileURL(file).href;
  await page.goto(url);
  return { page, url, requests, complaints };
}

/** Words that reach outside their picture, and boxes that reach outside the page: what they say. */
async function clippedWords(page: Page): Promise<readonly string[]> {
  // Runs in the page, which has a DOM that the compiler of this test does not know: so it is text.
  return page.evaluate<readonly string[]>(`(() => {
    const shown = (element) => element.getBoundingClientRect().width > 0;
    const pictures = [...document.querySelectorAll("svg[role=img]")].filter(shown);
    const outside = pictures.flatMap((picture) => {
      const box = picture.getBoundingClientRect();
      return [...picture.querySelectorAll("text")].filter((text) => {
        const own = text.getBoundingClientRect();
        return own.left < box.left - 2 || own.right > box.right + 2 || own.top < box.top - 2 || own.bottom > box.bottom + 2;
      }).map((text) => text.textContent);
    });
    const width = document.documentElement.clientWidth;
    const boxes = [...document.querySelectorAll("h1,h2,h3,h4,p,td,th,dt,dd,li,figcaption,pre")].filter(shown);
    const wide = boxes.filter((box) => box.getBoundingClientRect().right > width + 1 && !box.closest(".scroll"));
    return [...outside, ...wide.map((box) => box.textContent)];
  })()`);
}

const numberOf = (page: Page, script: string): Promise<number> => page.evaluate<number>(script);

describe.each([
  ["canal", 1280, "light"],
  ["canal", 1280, "dark"],
  ["canal", 390, "light"],
  ["canal", 390, "dark"],
  ["berth", 1280, "light"],
  ["berth", 390, "light"],
] as const)("the %s report at %i pixels, %s", (name, width, scheme) => {
  it("asks for nothing but itself and has nothing to complain about", async () => {
    const { page, url, requests, complaints } = await opened(name, width, scheme);
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it("fits its window without scrolling sideways, and clips no words", async () => {
    const { page } = await opened(name, width, scheme);
    expect(await numberOf(page, "document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    expect(await clippedWords(page)).toEqual([]);
    await page.close();
  });
});

describe("the report in a browser", () => {
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
    const { page } = await opened("canal", 1280);
    expect(
      await numberOf(page, `document.querySelector(".headline").getBoundingClientRect().bottom`),
    ).toBeLessThan(720);
    await page.close();
  });

  it("scrolls no table sideways at 1280 pixels with four variants", async () => {
    const { page } = await opened("canal", 1280);
    const boxes = `[...document.querySelectorAll(".scroll")]`;
    const excess = `Math.max(...${boxes}.map((box) => box.scrollWidth - box.clientWidth))`;
    expect(await numberOf(page, excess)).toBeLessThanOrEqual(0);
    await page.close();
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
    for (const width of [1280, 390]) {
      const { page } = await opened("canal", width);
      const shown = await page.locator("#performance svg[role=img]").filter({ visible: true }).count();
      expect(shown).toBe(1);
      await page.close();
    }
  });

  it("prints wide figures and tables, however narrow its window was", async () => {
    const { page } = await opened("canal", 390);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator("#performance .wide").isVisible()).toBe(true);
    expect(await page.locator("#performance .narrow").isVisible()).toBe(false);
    expect(await page.locator("#map .only-1").isVisible()).toBe(false);
    await page.close();
  });

  it("lets no name on a map overlap another, as the browser draws them", async () => {
    for (const width of [1280, 390]) {
      const { page } = await opened("canal", width);
      const overlapping = `[...document.querySelectorAll("#map svg[role=img]")].flatMap((map) => {
        const boxes = [...map.querySelectorAll(".site-name")].map((name) => name.getBoundingClientRect());
        return boxes.filter((box, index) => box.width > 0 && boxes.slice(index + 1).some((other) =>
          box.left < other.right - 1 && other.left < box.right - 1 &&
          box.top + 3 < other.bottom - 3 && other.top + 3 < box.bottom - 3));
      }).length`;
      expect(await numberOf(page, `document.querySelectorAll("#map .site-name").length`)).toBeGreaterThan(10);
      expect(await numberOf(page, overlapping)).toBe(0);
      await page.close();
    }
  });

  it("prints with its inputs unfolded and without the choice of a variant", async () => {
    const { page } = await opened("canal", 1280);
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".picker").isVisible()).toBe(false);
    const height = `document.querySelector(".inputs .groups").getBoundingClientRect().height`;
    expect(await numberOf(page, height)).toBeGreaterThan(100);
    await page.close();
  });
});
