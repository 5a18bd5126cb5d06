import { expect, test, vi } from "vitest";
import { Marks } from "#engine/random/mark";
import { purposes } from "#engine/random/purpose";

const boxes = { id: "boxes", number: 0 };

const service = (marks: Marks): ((ordinal: number, visit: number) => number) => {
  const mark = marks.at("service", "NLRTM.berth");
  return (ordinal, visit) => mark.uniform(boxes, ordinal, visit);
};

test("a mark gives the same number however often and in whatever order it is asked", () => {
  const forward = service(new Marks("7", 3));
  const backward = service(new Marks("7", 3));
  const ahead = [0, 1, 2].map((ordinal) => forward(ordinal, 0));
  const back = [2, 1, 0].map((ordinal) => backward(ordinal, 0)).reverse();
  expect(back).toEqual(ahead);
  expect(forward(1, 0)).toBe(ahead[1]);
});

test("leaving out every third voyage leaves every draw of the others equal", () => {
  const all = service(new Marks("every third voyage", 0));
  const some = service(new Marks("every third voyage", 0));
  const drawn = Array.from({ length: 300 }, (_, ordinal) => all(ordinal, 0));
  for (let ordinal = 0; ordinal < 300; ordinal++) {
    if (ordinal % 3 !== 0) expect(some(ordinal, 0)).toBe(drawn[ordinal]);
  }
});

test("seed, replication, flow, purpose, place, ordinal and visit each make another draw", () => {
  const base = new Marks("7", 3);
  const oil = { id: "oil", number: 1 };
  const draws = [
    base.at("service", "p").uniform(boxes, 5, 1),
    base.at("service", "p").uniform(boxes, 6, 1),
    base.at("service", "p").uniform(boxes, 5, 2),
    base.at("service", "q").uniform(boxes, 5, 1),
    base.at("transit", "p").uniform(boxes, 5, 1),
    base.at("service", "p").uniform(oil, 5, 1),
    new Marks("7", 4).at("service", "p").uniform(boxes, 5, 1),
    new Marks("8", 3).at("service", "p").uniform(boxes, 5, 1),
  ];
  expect(new Set(draws).size).toBe(draws.length);
});

test("a reset goes to another replication's draws, and back, for marks already handed out", () => {
  const marks = new Marks("7", 0);
  const draw = service(marks);
  const first = draw(11, 0);
  marks.reset(731);
  expect(draw(11, 0)).toBe(service(new Marks("7", 731))(11, 0));
  marks.reset(0);
  expect(draw(11, 0)).toBe(first);
});

test("a flow is known by its id, whatever its number and however many draw, and the visit is 0", () => {
  const crowded = new Marks("7", 3);
  const numbers = Array.from({ length: 500 }, (_, index) => (index * 977) % 1_000_003);
  const flows = numbers.map((number) => ({ id: `flow ${number}`, number }));
  for (const replication of [3, 4]) {
    crowded.reset(replication);
    const drawn = [...flows, ...flows].map((flow) => crowded.at("service", "p").uniform(flow, 17));
    const own = flows.map(({ id }) =>
      new Marks("7", replication).at("service", "p").uniform({ id, number: 0 }, 17, 0),
    );
    expect(drawn).toEqual([...own, ...own]);
    expect(new Set(own).size).toBe(flows.length);
  }
});

test("a mark is the same one for a purpose at a place, and keys a flow once a replication", () => {
  const marks = new Marks("7", 3);
  const keyed = vi.spyOn(marks, "words");
  const mark = marks.at("service", "p");
  expect(marks.at("service", "p")).toBe(mark);
  expect(keyed).not.toHaveBeenCalled();
  for (const ordinal of [0, 1, 2]) mark.uniform(boxes, ordinal);
  expect(keyed.mock.calls).toEqual([["boxes", "service", "p"]]);
  marks.reset(4);
  for (const ordinal of [0, 1, 2]) mark.uniform(boxes, ordinal);
  expect(keyed).toHaveBeenCalledTimes(2);
});

test("draws are frozen", () => {
  const draw = service(new Marks("suez-2021", 73));
  const drawn = [draw(0, 0), draw(1, 0), draw(0, 1)];
  expect(drawn).toEqual([0.44487523867035805, 0.8217227036493457, 0.9102876390115302]);
});

test("marks have 53 bits, are neither 0 nor 1, and are uniform over ordinals and visits", () => {
  const draw = service(new Marks("marks are uniform over ordinals and visits", 0));
  const bins = new Array<number>(64).fill(0);
  for (let ordinal = 0; ordinal < 5_000; ordinal++)
    for (let visit = 0; visit < 4; visit++) {
      const u = draw(ordinal, visit);
      if (!(u > 0 && u < 1 && Number.isInteger(u * 2 ** 53))) expect.fail(`${u} is no uniform of 53 bits`);
      bins[Math.floor(u * 64)] = (bins[Math.floor(u * 64)] ?? 0) + 1;
    }
  const expected = 20_000 / 64;
  const chiSquare = bins.reduce((sum, seen) => sum + (seen - expected) ** 2 / expected, 0);
  expect(chiSquare).toBeLessThan(103.44); // the 99.9 % point of chi-square with 63 degrees of freedom
});

test("every purpose says in a sentence what it decides", () => {
  for (const sentence of Object.values(purposes)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
