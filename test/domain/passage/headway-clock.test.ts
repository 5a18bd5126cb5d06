import { expect, test } from "vitest";
import { HeadwayClock } from "#domain/passage/headway-clock";

function clock(): HeadwayClock {
  const headway = new HeadwayClock();
  headway.reset(100);
  return headway;
}

test("the first may enter at once, and the next a headway after the last admission", () => {
  const headway = clock();
  expect(headway.next(50)).toBe(50);
  headway.admit(50);
  expect(headway.next(60)).toBe(150);
  expect(headway.next(400)).toBe(400);
});

test("what is left of a headway is divided by the new factor, and so are those after it", () => {
  const headway = clock();
  headway.admit(0);
  headway.scale(40, 0.5); // 60 left, now 120
  expect(headway.next(40)).toBe(160);
  headway.admit(160);
  expect(headway.next(160)).toBe(360);
  headway.scale(260, 2); // 100 left at a half: 25 at 2
  expect(headway.next(260)).toBe(285);
});

test("at a factor of 0 nobody may enter, and what was left is left when it comes back", () => {
  const headway = clock();
  headway.admit(0);
  headway.scale(30, 0);
  expect(headway.next(500)).toBe(Infinity);
  headway.scale(1_000, 1);
  expect(headway.next(1_000)).toBe(1_070);
});

test("a headway that is over stays over, whatever the factor", () => {
  const headway = clock();
  headway.admit(0);
  headway.scale(200, 0.25);
  expect(headway.next(200)).toBe(200);
  headway.scale(300, 0);
  headway.scale(400, 1);
  expect(headway.next(400)).toBe(400);
});

test("factors of one instant leave what the last alone leaves, to the bit", () => {
  for (const between of [[], [1 / 3], [7, 1 / 7], [0], [1 / 3, 0, 0.1]]) {
    const [headway, alone] = [clock(), clock()];
    for (const one of [headway, alone]) one.admit(1.7e12);
    for (const factor of between) headway.scale(1.7e12 + 37, factor);
    for (const one of [headway, alone]) one.scale(1.7e12 + 37, 0.3);
    expect(headway).toEqual(alone);
  }
});

test("a reset forgets the last admission and every factor", () => {
  const headway = clock();
  headway.admit(0);
  headway.scale(10, 0);
  headway.reset(100);
  expect(headway.next(20)).toBe(20);
});
