import { expect, test } from "vitest";
import { checks } from "#study/truth/checks/checks";
import { isWithin, runFigures } from "#study/truth/verdict";
import { isNamed } from "#study/truth/verification-case";
import { theoryOf } from "#study/truth/verify";
import { shippedCases } from "./shipped-cases.ts";

const { covered } = shippedCases;

test("every covered case has a check, and every check a case", () => {
  expect(checks.map(({ id }) => id).sort()).toEqual(covered.map(({ id }) => id).sort());
});

test.each(covered)("$id: the closed form is what its source has", (given) => {
  const theory = theoryOf(given);
  for (const [name, expected] of Object.entries(given.expected)) {
    if (isNamed(name, given.notCovered?.figures ?? [])) continue;
    const found = theory[name];
    expect(isWithin(found, expected, given.tolerance), `${name}: ${String(found)}, ${String(expected)}`).toBe(
      true,
    );
  }
});

test.each(covered.filter(({ run }) => run !== undefined))("$id: its run has figures to judge", (given) => {
  expect(runFigures(given).length).toBeGreaterThan(0);
  expect(checks.find(({ id }) => id === given.id)?.trial).toBeDefined();
});
