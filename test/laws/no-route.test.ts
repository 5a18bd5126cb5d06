import { expect, test, vi } from "vitest";
import type { Schedule } from "#base/field";
import { account, Ledger } from "#domain/cargo/ledger";
import { outcome } from "#engine/record/journeys";
import type { Resolved } from "#scenario/language/resolved";
import { twinOf } from "#study/experiment/twin";
import { digest, run, scenarioOf, stages, voyages } from "../domain/run.ts";
import type { Run } from "../domain/run.ts";
import { canal } from "../domain/small-worlds.ts";

/*
 * A vessel that may not pass what it would have to pass is said to have no legal route, at once, and its
 * cargo is lost with that cause; its last row names the rule that forbids it. It never sails another way that
 * its class may not use, and never passes all the same.
 */

const transit = "time: 3 h, admission: { kind: headway, every: 1 h }";
const vessels =
  "ship: { mode: sea, speed: 10 km/h, draft: 12 m, flag: PA }, boat: { mode: sea, speed: 10 km/h, " +
  "draft: 5 m, flag: LR }";
const load = "commodity: ore, size: 5 t, arrivals: { kind: regular, every: 6 h }";
const flows =
  `boats: { from: west, to: east, vessel: boat, ${load} }, ` +
  `calls: { from: west, to: east, vessel: ship, ${load} }`;

type Limits = NonNullable<NonNullable<Resolved["network"]["sites"][string]["transit"]>["limits"]>;
function always<T>(value: T): Schedule<T> {
  return { steps: [{ from: { at: 0 }, value }] };
}

const none: Limits = { draft: undefined, classes: undefined, flags: undefined };

/**
 * The canal without the way round the cape, with limits that bar the ships: `validate` refuses such a file,
 * since its ships could go nowhere, so the limits are put into the resolved scenario.
 */
function barred(limits: Limits, more: Parameters<typeof canal>[1] = {}): Resolved {
  const scenario = scenarioOf(
    canal(transit, { days: 3, vessels, flows, commodities: "ore: { unit: t }", ...more }),
  );
  const { sites, links } = scenario.network;
  const { cut } = sites;
  if (cut?.transit === undefined) throw new Error("the canal stands in the scenario");
  const only = Object.fromEntries(Object.entries(links).filter(([id]) => id.includes("cut")));
  const network = {
    ...scenario.network,
    links: only,
    sites: { ...sites, cut: { ...cut, transit: { ...cut.transit, limits } } },
  };
  return { ...scenario, network };
}

function withLedger(scenario: Resolved): { readonly of: Run; readonly ledger: Ledger } {
  const reset = vi.spyOn(Ledger.prototype, "reset");
  const of = run(scenario);
  const ledger = reset.mock.contexts[0] as Ledger; // the one that was reset
  reset.mockRestore();
  return { of, ledger };
}

const bars: [keyof Limits, Limits][] = [
  ["draft", { ...none, draft: always(8) }],
  ["classes", { ...none, classes: always(["boat"]) }],
  ["flags", { ...none, flags: always(["LR"]) }],
];

test(
  "where the only passage bars a class by draft, name or flag, its voyages end at once without a " +
    "legal route",
  () => {
    for (const [rule, limits] of bars) {
      const { of } = withLedger(barred(limits));
      const ships = voyages(of).filter(({ name }) => name.startsWith("calls/"));
      expect(ships.map(({ start, end, how, kilometres }) => [start, end, how, kilometres])).toEqual(
        Array.from({ length: 13 }, (_, number) => [6 * number, 6 * number, "no-legal-route", 0]),
      );
      expect(stages(of).filter(({ voyage }) => voyage.startsWith("calls/"))).toEqual(
        ships.map(({ name: voyage, start: from }) => {
          const reason = `cut.transit.limits.${rule}`;
          return { voyage, kind: "lost", place: "west", from, to: from, reason };
        }),
      );
      const boats = voyages(of).filter(({ name }) => name.startsWith("boats/"));
      expect(boats.slice(0, 3).map(({ end, how }) => [end, how])).toEqual([
        [7, "arrived"],
        [13, "arrived"],
        [19, "arrived"],
      ]);
    }
  },
);

test("their units are lost with that cause in the ledger, those of the others are not", () => {
  for (const [, limits] of bars) {
    const { ledger } = withLedger(barred(limits));
    const ore = 1;
    expect(ledger.goods).toEqual(["vessels", "ore"]);
    // 13 ships of 5 t; boats of 0 h to 60 h and of 66 h are delivered by 72 h: the one of 66 h comes at 73 h
    expect(ledger.lost(ore, outcome["no-legal-route"])).toBe(65);
    expect(ledger.lost(ore, outcome.lost) + ledger.lost(ore, outcome["turned-away"])).toBe(0);
    expect(ledger.balance(ore, account.lost)).toBe(65);
    expect(ledger.balance(ore, account.delivered)).toBe(55);
    expect(ledger.balance(ore, account.created)).toBe(-130);
  }
});

test("limits that bar nobody lose nothing, so the law compares worlds that differ by the bar alone", () => {
  const { of, ledger } = withLedger(
    barred({ draft: always(12), classes: always(["boat", "ship"]), flags: always(["LR", "PA"]) }),
  );
  expect(ledger.lost(1, outcome["no-legal-route"])).toBe(0);
  expect(new Set(voyages(of).map(({ how }) => how))).toEqual(new Set(["arrived", "under-way"]));
});

test("a policy to divert finds no way for them, and a closure changes nothing for them", () => {
  const policies = "masters: { kind: divert, of: cut, rule: divert }";
  const disruptions = "block: { kind: closure, of: cut, start: 30 h, end: 50 h }";
  const { of, ledger } = withLedger(
    barred({ ...none, classes: always(["boat"]) }, { policies, disruptions }),
  );
  expect(ledger.lost(1, outcome["no-legal-route"])).toBe(65);
  expect(voyages(of).filter(({ diverted }) => diverted)).toEqual([]);
  const boats = voyages(of).filter(
    ({ name, start }) => name.startsWith("boats/") && start >= 30 && start < 48,
  );
  expect(boats.every(({ how }) => how !== "no-legal-route")).toBe(true);
});

test("the twin says so too: it is the network that bars them, not what went wrong", () => {
  const disruptions = "block: { kind: closure, of: cut, start: 30 h, end: 50 h }";
  const scenario = barred({ ...none, draft: always(8) }, { disruptions });
  const twin = withLedger(twinOf(scenario));
  expect(twin.ledger.lost(1, outcome["no-legal-route"])).toBe(65);
  expect(digest(twin.of.recorder)).toBe(
    digest(withLedger(barred({ ...none, draft: always(8) })).of.recorder),
  );
});

test("all rules that bar the way that would be taken are named, and none where nothing leads at all", () => {
  const reasons = (scenario: Resolved): (string | undefined)[] =>
    stages(run(scenario))
      .filter(({ voyage, kind }) => voyage.startsWith("calls/") && kind === "lost")
      .map(({ reason }) => reason);
  const both = reasons(barred({ ...none, draft: always(8), flags: always(["LR"]) }));
  expect(new Set(both)).toEqual(new Set(["cut.transit.limits.draft, cut.transit.limits.flags"]));
  const scenario = barred({ ...none, draft: always(8) });
  // east lies ashore: no ship comes there, whatever the canal lets pass
  const links = Object.fromEntries(
    Object.entries(scenario.network.links).map(([id, link]) => {
      return [id, id === "cut-east" ? { ...link, mode: "road" as const } : link];
    }),
  );
  const nowhere = reasons({ ...scenario, network: { ...scenario.network, links } });
  expect(new Set(nowhere)).toEqual(new Set(["none"]));
});
