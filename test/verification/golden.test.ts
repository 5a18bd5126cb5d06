import { describe, expect, it } from "vitest";
import { shippedNames } from "#study/store/scenario-place";
import { expectedOf } from "./expected.ts";
import { isLong } from "./long.ts";
import { resultOf, studyOf } from "./scenario-run.ts";

const places = shippedNames().map((name) => `../../scenarios/${name}`);

/**
 * A result that changes is seen here: of the first replications, or with `BREAKWATER_LONG=1` of all of
 * them. Where the change is meant, `node --import tsx --conditions=source test/verification/expect-
 * again.ts <scenario>` writes the new digests, and the commit says why they changed.
 */
describe("shipped scenarios", () => {
  it("are at least two, each with its expected digests", () => {
    expect(places.length).toBeGreaterThanOrEqual(2);
    for (const place of places) {
      const expected = expectedOf(place);
      expect(expected?.digest, place).toMatch(/^[0-9a-f]{64}$/);
      expect(expected?.brief.digest, place).toMatch(/^[0-9a-f]{64}$/);
    }
  });

  it.each(places)("%s gives the committed digest", async (place) => {
    const expected = expectedOf(place);
    const set = isLong ? [] : [`replications=${expected?.brief.replications}`];
    const { summary } = await resultOf(studyOf(place, set), isLong ? 2 : 1);
    expect(summary.digest).toBe(isLong ? expected?.digest : expected?.brief.digest);
    expect(summary.conservation.violations).toBe(0);
  });
});
