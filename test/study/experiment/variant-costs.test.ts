import { expect, test } from "vitest";
import type { Facts } from "#domain/measure/facts";
import { withVariantCost } from "#study/experiment/variant-costs";
import { harbourText } from "../../scenario/language/harbour-text.ts";
import { resolveText } from "../../scenario/language/resolve-text.ts";

const text = `${harbourText("Costs")}
disruptions: { storm: { kind: closure, of: harbour, start: 60 d, duration: 4 d } }
measures: { mean-wait: harbour.berth }
variants:
  hurry: { cost: 4 kUSD/d, policies: { faster: { kind: surge, of: harbour.berth, factor: 2, from: storm.end } } }
  wide: { cost: [1 MUSD, 7 USD/d], network: { sites: { harbour: { stations: { berth: { servers: 2 } } } } } }
  both: { extends: [hurry, wide] }
cross: [[wide], [hurry]]
`;

function costsOf(name: string): Facts["costs"] {
  const { study } = resolveText(text);
  const variant = study?.variants.find((candidate) => candidate.name === name);
  if (study === undefined || variant === undefined) throw new Error(`no variant ${name}`);
  const facts = { costs: [] } as unknown as Facts; // nothing else of it is looked at
  return withVariantCost(facts, variant, study).costs;
}

const hurry = [
  { id: "hurry", once: 0, perDay: 0, acting: false },
  { id: "faster", once: 0, perDay: 4000, acting: true },
];
const wide = [{ id: "wide", once: 1_000_000, perDay: 7, acting: false }];

test("a daily cost runs while the one policy of its variant acts, else all the time", () => {
  expect(costsOf("baseline")).toEqual([]);
  expect(costsOf("hurry")).toEqual(hurry);
  expect(costsOf("wide")).toEqual(wide);
});

test("variants that are put together cost together what each costs alone", () => {
  expect(costsOf("both")).toEqual([...hurry, ...wide]);
  expect(costsOf("wide+hurry")).toEqual([...hurry, ...wide]);
});
