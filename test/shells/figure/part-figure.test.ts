import { describe, expect, it } from "vitest";
import { partFigure } from "#shells/figure/part-figure";
import type { PartFigure, PartRow } from "#shells/figure/part-figure";

const row = (name: string, ...values: number[]): PartRow => ({
  name,
  note: `sum of ${name}`,
  parts: values.map((value, shade) => ({ value, shade })),
});

function drawn(rows: readonly PartRow[], more: Partial<PartFigure> = {}): string {
  const label = (value: number): string => String(value);
  const groups = [{ heading: "All", rows }];
  return partFigure({ title: "Bars", description: "told", width: 800, groups, label, ...more }).toString();
}

/** Left edge and width of each part, in order. */
function partsIn(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<rect class="part p\d" x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(width)],
  );
}

describe("bars of parts", () => {
  it("stand end to end, as long as their values are", () => {
    const [first = [0, 0], second = [0, 0]] = partsIn(drawn([row("one", 3, 1)]));
    expect(second[0]).toBeCloseTo(first[0] + first[1], 1);
    expect(first[1] / second[1]).toBeCloseTo(3, 1);
  });

  it("go to the left of the zero for what is below it, and do not eat up what is above", () => {
    const [above = [0, 0], below = [0, 0]] = partsIn(drawn([row("one", 4, -2)], { axis: "USD" }));
    expect(below[0] + below[1]).toBeCloseTo(above[0], 1);
    expect(above[1] / below[1]).toBeCloseTo(2, 1);
  });

  it("share one scale, which reaches as far as is asked", () => {
    const bars = partsIn(drawn([row("one", 50), row("two", 25)], { axis: "%", reach: 100 }));
    const half = partsIn(drawn([row("one", 50), row("two", 25)], { axis: "%" }));
    expect((bars[0]?.[1] ?? 0) / (bars[1]?.[1] ?? 1)).toBeCloseTo(2, 1);
    expect((half[0]?.[1] ?? 0) / (bars[0]?.[1] ?? 1)).toBeCloseTo(2, 1);
  });

  it("bear names, notes and labels with room, and a text alternative; nothing is no part", () => {
    const svg = drawn([row("one", 3, 0, 0.001)]);
    expect(svg).toContain('aria-label="Bars. told"');
    expect(svg).toContain(">one<");
    expect(svg).toContain(">sum of one<");
    expect(svg).toContain(">3<");
    expect(svg).not.toContain(">0.001<");
    expect(partsIn(svg)).toHaveLength(2);
  });

  it("keep whole names on a telephone, above a note that has no room beside them", () => {
    const long = { ...row("general-north", 3), note: "5.7 of 82: +4,067 km, +4.4 days; the rest +0.8 days" };
    const svg = drawn([long], { width: 358 });
    expect(svg).toContain(">general-north<");
    const heights = ["row-name", "row-note"].map((name) => {
      return Number(new RegExp(`class="${name}" x="2" y="([\\d.]+)"`).exec(svg)?.[1]);
    });
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBe(18);
  });
});
