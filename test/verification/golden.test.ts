import { describe, expect, it } from "vitest";
import { shippedNames } from "#shells/cli/scenario-place";
import { expectedOf } from "./expected.ts";
import { isLong } from "./long.ts";
import { resultOf, studyOf } from "./scenario-run.ts";

const places = shippedNames().map((name) => `../../scenarios/${name}`);

/**
 * A result that changes is seen here. Where the change is meant, `node --import tsx --conditions=source
 * test/verification/expect-again.ts <scenario>` writes the new digests, and the commit says why they
 * changed.
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

  it.each(places)("%s gives the committed digest of its first replications", async (place) => {
    const { replications, digest } = expectedOf(place)?.brief ?? {};
    const { summary } = await resultOf(studyOf(place, [`replications=${replications}`]));
    expect(summary.digest).toBe(digest);
    expect(summary.conservation.violations).toBe(0);
  });

  it.runIf(isLong).each(places)("%s gives the committed digest of all of them", async (place) => {
    const { summary } = await resultOf(studyOf(place), 2);
    expect(summary.digest).toBe(expectedOf(place)?.digest);
  });
});
