import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";

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

/** A page that a browser shows, with what it asked for and complained about. */
export interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly requests: readonly string[];
  readonly complaints: readonly string[];
}

/** How wide a window is, and whether its reader likes it dark. */
export interface Window {
  readonly width: number;
  readonly colorScheme?: "light" | "dark";
}

/** Chromium, which opens reports from a folder of its own. */
export class ReportBrowser {
  readonly #folder: string = mkdtempSync(join(tmpdir(), "breakwater-report-"));
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async launched(): Promise<ReportBrowser> {
    return new ReportBrowser(await chromium.launch({ executablePath: "/usr/bin/chromium", args: flags }));
  }

  async opened(name: string, html: string, { width, colorScheme = "light" }: Window): Promise<Opened> {
    const file = join(this.#folder, `${name}.html`);
    writeFileSync(file, html);
    const page = await this.#browser.newPage({ viewport: { width, height: 800 }, colorScheme });
    const requests: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    const url = pathToFileURL(file).href;
    await page.goto(url);
    return { page, url, requests, complaints };
  }

  async close(): Promise<void> {
    await this.#browser.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
