import { expect, test } from "vitest";
import { announcements, digest, happenings, level, run, stages, voyages, waits } from "../run.ts";
import type { Run } from "../run.ts";
import { canal, forkedCanal, harbour } from "../small-worlds.ts";
import type { SmallParts } from "../small-worlds.ts";

const vessels =
  "ship: { mode: sea, speed: 10 km/h, flag: blue, draft: 9 m }, " +
  "tanker: { mode: sea, speed: 10 km/h, flag: red, draft: 14 m, capacity: 100 t }";
const commodities = "oil: { unit: t }";
const flows =
  "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
  "oil-calls: { from: west, to: east, vessel: tanker, commodity: oil, size: 100 t, " +
  "arrivals: { kind: regular, every: 12 h, offset: 3 h } }";
const transit = "time: 2 h, admission: { kind: headway, every: 1 h }";

function strait(disruptions: string | undefined, more: SmallParts = {}): Run {
  const parts = { vessels, commodities, flows, days: 6, seed: "ban", ...more };
  return run(canal(transit, disruptions === undefined ? parts : { ...parts, disruptions }));
}

const during = (whom: string, of: string = "cut"): string =>
  `law: { kind: ban, of: ${of}, ${whom}, start: 48 h, end: 72 h }`;

/** Waits of some hours at a place, by voyage: `[voyage, from, to, reason]`. */
function delays(of: Run, place: string): [string, number, number, string][] {
  return stages(of)
    .filter((row) => row.place === place && row.kind === "wait" && row.to > row.from)
    .map(({ voyage, from, to, reason }) => [voyage, from, to, reason]);
}

test("who is banned waits outside the line until the end, and nobody else waits for them", () => {
  // It is two hours to the canal: tankers come at 53 h and 65 h, and enter an hour apart at the end.
  expect(delays(strait(during("classes: [tanker]")), "cut.transit")).toEqual([
    ["oil-calls/4", 53, 72, "law"],
    ["oil-calls/5", 65, 73, "law"],
  ]);
});

test("classes, flags, cargo and draft say whom it means, and all that is written must be true", () => {
  const struck = (whom: string): string[] => [
    ...new Set(delays(strait(during(whom)), "cut.transit").map(([voyage]) => voyage.split("/")[0] ?? "")),
  ];
  for (const whom of ["flags: [red]", "commodities: [oil]", "draft: 10 m", "draft: 10 m, flags: [red, blue]"])
    expect(struck(whom)[0]).toBe("oil-calls");
  expect(struck("classes: [ship]")[0]).toBe("calls");
  expect(struck("flags: [red], classes: [ship]")).toEqual([]);
  expect(struck("draft: 14 m")).toEqual([]);
});

test("a draft may be a schedule, which bans nobody before its first date", () => {
  const struck = (draft: string): unknown => delays(strait(during(`draft: ${draft}`)), "cut.transit");
  expect(struck("{ 48 h: 16 m, 60 h: 10 m }")).toEqual([["oil-calls/5", 65, 72, "law"]]);
  expect(struck("{ 60 h: 10 m }")).toEqual([["oil-calls/5", 65, 72, "law"]]);
  expect(struck("{ 0 d: 10 m, 60 h: 16 m }")).toEqual([["oil-calls/4", 53, 60, "law"]]);
  expect(struck("{ law.start + 12 h: 10 m }")).toEqual(struck("{ 60 h: 10 m }"));
});

test("a share bans that share, each vessel by its own draw; a larger share bans them and more", () => {
  const many = "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 2 h } }";
  const struck = (share: string): Set<string> => {
    const law = `law: { kind: ban, of: cut, share: ${share}, start: 24 h }`;
    const of = strait(law, { flows: many, days: 60 });
    return new Set(delays(of, "cut.transit").map(([voyage]) => voyage));
  };
  const stranded = (share: string): string[] => {
    const law = `law: { kind: ban, of: cut, share: ${share}, start: 24 h }`;
    const all = voyages(strait(law, { flows: many, days: 60 }));
    return all.filter(({ how, start }) => how === "under-way" && start < 1400).map(({ name }) => name);
  };
  expect(struck("0 %").size).toBe(0);
  const [third, half] = [stranded("30 %"), stranded("50 %")];
  expect(third.length / 690).toBeGreaterThan(0.25);
  expect(third.length / 690).toBeLessThan(0.35);
  expect(half.length).toBeGreaterThan(third.length);
  expect(third.every((name) => half.includes(name))).toBe(true);
  expect(stranded("100 %").length).toBeGreaterThan(680);
});

test("bans add up, and one that ends leaves those whom another bans outside", () => {
  const two =
    "one: { kind: ban, of: cut, classes: [tanker], start: 48 h, end: 60 h }, " +
    "two: { kind: ban, of: cut, flags: [red], start: 50 h, end: 70 h }";
  expect(delays(strait(two), "cut.transit").slice(0, 2)).toEqual([
    ["oil-calls/4", 53, 70, "one"],
    ["oil-calls/5", 65, 71, "two"],
  ]);
});

test("of bans that end together, those outside come in as they came, whichever has the first id", () => {
  // Ships stand at the canal at 50 h, 56 h, 62 h and 68 h, tankers at 53 h and 65 h; one enters an hour.
  const order = (one: string, other: string): [string, number][] =>
    delays(
      strait(`${one}: ${law("classes: [tanker]")}, ${other}: ${law("flags: [red, blue]")}`),
      "cut.transit",
    )
      .filter(([, from]) => from < 70)
      .map(([voyage, , to]) => [voyage, to]);
  const law = (whom: string): string => `{ kind: ban, of: cut, ${whom}, start: 48 h, end: 72 h }`;
  const asTheyCame = [
    ["calls/8", 72],
    ["oil-calls/4", 73],
    ["calls/9", 74],
    ["calls/10", 75],
    ["oil-calls/5", 76],
    ["calls/11", 77],
  ];
  expect(order("a", "b")).toEqual(asTheyCame);
  expect(order("b", "a")).toEqual(asTheyCame);
});

test("a ban of nobody changes nothing, and one that is over leaves no trace", () => {
  const usual = voyages(strait(undefined));
  expect(voyages(strait(during("share: 0")))).toEqual(usual);
  expect(voyages(strait(during("classes: [tanker], flags: [blue]")))).toEqual(usual);
  expect(voyages(strait(during("classes: [tanker]").replace("72 h", "50 h")))).toEqual(usual);
});

test("a share of nobody is no news, until somebody is meant", () => {
  expect(announcements(strait(during("share: 0")))).toEqual([]);
  expect(announcements(strait(during("share: { 48 h: 0, 60 h: 0.5, 66 h: 0 }")))).toEqual([
    [60, "law", 72],
    [66, "law", 72],
  ]);
});

test("a draft and a share that turn at one instant are said once, and in force at once", () => {
  const told = (draft: string, share: string): unknown =>
    announcements(strait(during(`draft: ${draft}, share: ${share}`)));
  expect(told("{ 48 h: 10 m, 60 h: 12 m }", "{ 48 h: 1, 60 h: 0.5 }")).toEqual([
    [48, "law", 72],
    [60, "law", 72],
    [72, "law", 72],
  ]);
  const struck = strait(during("draft: { 48 h: 16 m, 60 h: 10 m }, share: { 48 h: 0, 60 h: 1 }"));
  expect(delays(struck, "cut.transit")).toEqual([["oil-calls/5", 65, 72, "law"]]);
});

test("a ban of everybody is a closure", () => {
  const told = (kind: string): unknown =>
    voyages(strait(`law: { ${kind}, of: cut, start: 48 h, end: 72 h }`));
  expect(told("kind: ban, classes: [ship, tanker]")).toEqual(told("kind: closure"));
});

test("who stands in line already steps out of it, and keeps its place among those outside", () => {
  const shut = "shut: { kind: closure, of: cut, start: 40 h, end: 60 h }, ";
  const rows = delays(strait(`${shut}${during("classes: [ship]")}`), "cut.transit");
  // The ship of 44 h stands behind the tanker of 41 h when the ban begins at 48 h.
  expect(rows.slice(0, 4)).toEqual([
    ["oil-calls/3", 41, 60, "shut"],
    ["oil-calls/4", 53, 61, "shut"],
    ["calls/7", 44, 72, "law"],
    ["calls/8", 50, 73, "law"],
  ]);
});

test("those outside count in the queue", () => {
  const steps = level(strait(during("classes: [tanker]")), "queue/cut.transit");
  expect(steps.filter(([hour]) => hour > 48 && hour <= 72)).toEqual([
    [53, 1],
    [65, 2],
    [72, 1],
  ]);
});

test("on a link they wait at its start, at a station before it; each ban by its own element", () => {
  const link = strait(during("classes: [tanker]", "west-cut"));
  expect(delays(link, "west-cut")).toEqual([
    ["oil-calls/4", 51, 72, "law"],
    ["oil-calls/5", 63, 72, "law"],
  ]);
  const calls =
    "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 6 h } }, " +
    "oil-calls: { from: sea, to: quay, vessel: tanker, " +
    "arrivals: { kind: regular, every: 12 h, offset: 3 h } }";
  const law = "law: { kind: ban, of: quay, classes: [tanker], start: 48 h, end: 72 h }";
  const port = run(
    harbour("servers: 1, service: 2 h", { vessels, commodities, flows: calls, disruptions: law, days: 6 }),
  );
  // Tankers come at 49 h, 61 h and, behind them, 73 h; each is served for two hours.
  expect(delays(port, "quay.berth")).toEqual([
    ["oil-calls/3", 49, 72, "law"],
    ["oil-calls/4", 61, 74, "law"],
    ["oil-calls/5", 73, 76, "law"],
    ["calls/11", 76, 78, "none"],
  ]);
});

test("who decides goes another way when the ban is announced, and not before", () => {
  const masters = "masters: { kind: divert, of: cut, rule: divert }";
  const paths = (disruptions: string): string[] =>
    voyages(strait(disruptions, { policies: masters, days: 8 }))
      .filter(({ diverted }) => diverted)
      .map(({ name }) => name);
  expect(paths(during("classes: [tanker]"))).toEqual(["oil-calls/4", "oil-calls/5"]);
  const late = during("classes: [tanker], foresight: { law.start + 10 h: 2024-01-04T00:00Z }");
  expect(paths(late)).toEqual(["oil-calls/5"]); // it sails at 63 h; the one before came to the canal at 53 h
});

test("who waits outside gives up when the wait is believed too long, and a ship does not", () => {
  const parts = {
    vessels,
    commodities,
    flows,
    days: 8,
    disruptions:
      "law: { kind: ban, of: cut, classes: [tanker], start: 48 h, end: 170 h, " +
      "foresight: { law.start: none, 58 h: 200 h } }",
    policies: "masters: { kind: divert, of: cut, rule: cheapest }",
  };
  const of = run(forkedCanal(transit, parts));
  const gaveUp = stages(of).filter(({ kind }) => kind === "abandoned");
  expect(gaveUp.map(({ voyage, place, from, to, reason }) => [voyage, place, from, to, reason])).toEqual([
    ["oil-calls/4", "cut.transit", 53, 58, "law"],
  ]);
  // 20 km out, 10 km back, 400 km round: 41 h after 58 h
  expect(voyages(of).find(({ name }) => name === "oil-calls/4")).toMatchObject({ diverted: true, end: 99 });
  expect(voyages(of).some(({ name, diverted }) => name.startsWith("calls/") && diverted)).toBe(false);
});

test("a share may be a schedule: it is announced again, and those who are freed come in", () => {
  const law = "law: { kind: ban, of: cut, share: { 48 h: 1, 60 h: 0 }, start: 48 h, end: 72 h }";
  const of = strait(law);
  expect(waits(of, "cut.transit").filter(([from, to]) => to - from > 3)).toEqual([
    [50, 60, "law"],
    [53, 61, "law"],
    [56, 62, "law"],
  ]);
  expect(announcements(of)).toEqual([
    [48, "law", 72],
    [60, "law", 72], // and its end, when it meant nobody any more, is no news
  ]);
});

test("the same announcements with another true end: every row before the first difference is equal", () => {
  const law = (end: number): Run =>
    strait(`law: { kind: ban, of: cut, share: 0.5, start: 48 h, end: ${end} h, foresight: none }`, {
      policies: "masters: { kind: divert, of: cut, rule: cheapest }",
    });
  const before = (of: Run): unknown => [
    happenings(of).filter(([hour]) => hour < 80),
    stages(of).filter(({ to }) => to < 80),
  ];
  expect(before(law(80))).toEqual(before(law(110)));
  expect(digest(law(80).recorder)).not.toBe(digest(law(110).recorder));
});
