import { describe, expect, it } from "vitest";
import { frontierFigure } from "#shells/figure/frontier-figure";
import type { FrontierMark } from "#shells/figure/frontier-figure";

const marks: readonly FrontierMark[] = [
  { name: "nothing", price: 0, loss: 100, status: "efficient" },
  { name: "little", price: 10, loss: 60, status: "efficient" },
  { name: "wasted", price: 20, loss: 80, status: "dominated" },
  { name: "perhaps", price: 30, loss: 60.5, status: "doubtful" },
  { name: "much", price: 40, loss: 20, status: "efficient" },
];

function drawn(points: readonly FrontierMark[], width = 1120): string {
  const words = { title: "Price", description: "told", across: "price, USD", up: "loss, vessels" };
  return frontierFigure({ ...words, width, points }).toString();
}

type Mark = readonly [status: string, x: number, y: number];

/** Middle of each mark by what it is. */
function marksIn(svg: string): readonly Mark[] {
  return [...svg.matchAll(/<circle class="frontier-mark (\w+)" cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, status = "", x, y]) => [status, Number(x), Number(y)],
  );
}

const namesIn = (svg: string): readonly string[] =>
  [...svg.matchAll(/class="frontier-name"[^>]*>([^<]*)</g)].map(([, name = ""]) => name);

describe("the frontier of price and loss", () => {
  it("joins those that are efficient and no others, from the cheapest on", () => {
    const svg = drawn(marks);
    const [, path = ""] = /class="frontier-line" d="([^"]*)"/.exec(svg) ?? [];
    const corners = [...path.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
    const efficient = marksIn(svg).filter(([status]) => status === "efficient");
    expect(corners).toHaveLength(3);
    efficient.forEach(([, x, y], index) => {
      expect(Math.abs((corners[index]?.[0] ?? 0) - x)).toBeLessThan(0.2);
      expect(Math.abs((corners[index]?.[1] ?? 0) - y)).toBeLessThan(0.2);
    });
  });

  it("puts what is dearer further right and what loses more further up, by its amount", () => {
    const [[, firstX, firstY], [, secondX, secondY], [, thirdX, thirdY]] = marksIn(drawn(marks)).filter(
      ([status]) => status === "efficient",
    ) as [Mark, Mark, Mark]; // three are
    expect((thirdX - secondX) / (secondX - firstX)).toBeCloseTo(3, 1);
    expect((secondY - firstY) / (secondY - thirdY)).toBeCloseTo(-1, 1);
    expect(firstY).toBeLessThan(secondY);
  });

  it.each([1120, 358])("names every mark %i pixels wide, those that lie together at once", (width) => {
    const twin: FrontierMark = { name: "also", price: 0, loss: 100, status: "dominated" };
    const names = namesIn(drawn([...marks, twin], width));
    expect([...names].sort()).toEqual(["little", "much", "nothing, also", "perhaps", "wasted"]);
  });
});
