import { expect, test } from "vitest";
import type { Account } from "#domain/cargo/ledger";
import { account, Ledger } from "#domain/cargo/ledger";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import { Vessels } from "#domain/traffic/vessels";
import { standing } from "#domain/traffic/voyage-listener";
import type { Outcome } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";

const names = Object.keys(account) as (keyof typeof account)[]; // its own keys

/** Flow 0 sails empty; flow 1 carries 5 and flow 2 carries 7 units of ore, goods 1. */
function open(): { readonly ledger: Ledger; readonly voyage: (flow: number) => number } {
  const vessels = new Vessels();
  const loads = [
    { goods: 0, units: 1 },
    { goods: 1, units: 5 },
    { goods: 1, units: 7 },
  ];
  const flows = loads as unknown as FlowPlan[]; // a ledger reads no more of a flow
  const ledger = new Ledger(["vessels", "ore"], vessels);
  return {
    ledger,
    voyage: (flow) => {
      const vessel = vessels.take();
      vessels.flow[vessel] = flows[flow] as FlowPlan; // one of the three
      return vessel;
    },
  };
}

/** The accounts of goods that are not empty. */
function held(ledger: Ledger, goods: number): Partial<Record<keyof typeof account, number>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const units = ledger.balance(goods, account[name]);
      return units === 0 ? [] : [[name, units]];
    }),
  );
}

function sum(ledger: Ledger, goods: number): number {
  return names.reduce((total, name) => total + ledger.balance(goods, account[name]), 0);
}

test("each change of standing moves the units of the flow from one account to another", () => {
  const { ledger, voyage } = open();
  const vessel = voyage(1);
  const { idle, sailing, waiting, served, passing } = standing;
  const after = (change: () => void): object => {
    change();
    return held(ledger, 1);
  };
  expect(after(() => ledger.began(vessel))).toEqual({ created: -5, transit: 5 });
  expect(after(() => ledger.changed(vessel, idle, sailing))).toEqual({ created: -5, transit: 5 });
  expect(after(() => ledger.changed(vessel, sailing, waiting))).toEqual({ created: -5, queued: 5 });
  expect(after(() => ledger.changed(vessel, waiting, passing))).toEqual({ created: -5, transit: 5 });
  expect(after(() => ledger.changed(vessel, passing, waiting))).toEqual({ created: -5, queued: 5 });
  expect(after(() => ledger.changed(vessel, waiting, served))).toEqual({ created: -5, served: 5 });
  expect(after(() => ledger.ended(vessel, served, outcome.arrived))).toEqual({ created: -5, delivered: 5 });
  expect(ledger.checked).toBe(7);
  expect(held(ledger, 0)).toEqual({});
});

test("vessels without cargo count one unit each; goods of several flows go into the same accounts", () => {
  const { ledger, voyage } = open();
  for (const flow of [0, 0, 1, 2]) ledger.began(voyage(flow));
  expect(held(ledger, 0)).toEqual({ created: -2, transit: 2 });
  expect(held(ledger, 1)).toEqual({ created: -12, transit: 12 });
});

test("what does not arrive is lost with its cause, from wherever it was", () => {
  const { ledger, voyage } = open();
  const lose = (flow: number, from: keyof typeof standing, how: Outcome): void => {
    const vessel = voyage(flow);
    ledger.began(vessel);
    ledger.changed(vessel, standing.idle, standing[from]);
    ledger.ended(vessel, standing[from], how);
  };
  lose(1, "waiting", outcome["turned-away"]);
  lose(2, "waiting", outcome["turned-away"]);
  lose(1, "idle", outcome["no-legal-route"]);
  lose(2, "passing", outcome.lost);
  lose(1, "served", outcome.lost);
  lose(0, "sailing", outcome.lost);
  lose(1, "served", outcome.arrived);
  expect(held(ledger, 1)).toEqual({ created: -34, lost: 29, delivered: 5 });
  expect(Object.values(outcome).map((how) => ledger.lost(1, how))).toEqual([0, 0, 12, 5, 0, 12]);
  expect(Object.values(outcome).map((how) => ledger.lost(0, how))).toEqual([0, 0, 0, 0, 0, 1]);
});

test("an account never gives what it has not, whichever it is and whoever asks", () => {
  const kinds = Object.values(standing);
  for (const from of kinds) {
    const { ledger, voyage } = open();
    const vessel = voyage(1);
    expect(() => ledger.changed(vessel, from, standing.idle)).toThrow("an account gives only what it holds");
    expect(() => ledger.ended(vessel, from, outcome.arrived)).toThrow("an account gives only what it holds");
  }
  const { ledger, voyage } = open();
  ledger.began(voyage(1));
  expect(() => ledger.changed(voyage(2), standing.idle, standing.waiting)).toThrow(/only what it holds/);
  ledger.began(voyage(0));
  expect(() => ledger.ended(voyage(1), standing.waiting, outcome.lost)).toThrow(/only what it holds/);
  ledger.changed(voyage(1), standing.idle, standing.served);
  expect(held(ledger, 1)).toEqual({ created: -5, served: 5 });
});

test("a refused transfer leaves the sum over all accounts at 0", () => {
  const { ledger, voyage } = open();
  const vessel = voyage(2);
  ledger.began(vessel);
  expect(() => ledger.changed(vessel, standing.served, standing.waiting)).toThrow(/only what it holds/);
  expect(sum(ledger, 1)).toBe(0);
  expect(ledger.checked).toBe(1);
});

test("the sum over all accounts is 0 after every transfer", () => {
  const { ledger, voyage } = open();
  const kinds = Object.values(standing);
  const ends = Object.values(outcome).filter((how) => how !== outcome["under-way"]);
  for (let round = 0; round < 300; round++) {
    const vessel = voyage(round % 3);
    ledger.began(vessel);
    const to = kinds[round % kinds.length] as Account & (typeof kinds)[number]; // within the list
    ledger.changed(vessel, standing.idle, to);
    if (round % 2 === 0) ledger.ended(vessel, to, ends[round % ends.length] as Outcome); // within the list
    expect([sum(ledger, 0), sum(ledger, 1)]).toEqual([0, 0]);
  }
  expect(ledger.checked).toBe(750);
});

test("a reset empties every account, every cause and the count of checks", () => {
  const { ledger, voyage } = open();
  const vessel = voyage(1);
  ledger.began(vessel);
  ledger.ended(vessel, standing.idle, outcome.lost);
  ledger.reset();
  expect([held(ledger, 1), ledger.lost(1, outcome.lost), ledger.checked]).toEqual([{}, 0, 0]);
});
