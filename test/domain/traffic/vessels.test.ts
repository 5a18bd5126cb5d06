import { expect, test } from "vitest";
import { Vessels } from "#domain/traffic/vessels";

test("columns grow and keep what they hold", () => {
  const vessels = new Vessels();
  for (let index = 0; index < 1_000; index++) {
    const vessel = vessels.take();
    vessels.ordinal[vessel] = index;
    vessels.since[vessel] = index * 1.5;
    vessels.slowedBy[vessel] = index;
  }
  expect(vessels.count).toBe(1_000);
  expect([...vessels.ordinal.subarray(0, 1_000)]).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
  expect(vessels.since[999]).toBe(1498.5);
  expect(vessels.slowedBy[255]).toBe(255);
  expect(vessels.underWay()).toEqual(Array.from({ length: 1_000 }, (_, index) => index));
});

test("every column that a voyage writes grows", () => {
  const vessels = new Vessels();
  const columns = Object.entries(vessels).filter(([, value]) => ArrayBuffer.isView(value));
  for (let index = 0; index < 300; index++) vessels.take();
  const short = columns.filter(([name]) => vessels[name as "flow"].length < 300).map(([name]) => name);
  expect(columns.length).toBeGreaterThan(20);
  expect(short).toEqual([]);
});

test(
  "a number is given out again, the one freed last first, with a serial of its own and a clean " + "slate",
  () => {
    const vessels = new Vessels();
    const [first, second] = [vessels.take(), vessels.take()];
    vessels.calls[second] = 3;
    vessels.avoidance[second] = 1;
    vessels.metres[second] = 5;
    const serial = vessels.serial[second];
    vessels.release(first);
    vessels.release(second);
    expect(vessels.underWay()).toEqual([]);
    expect(vessels.serial[second]).toBe(0);
    expect(vessels.take()).toBe(second);
    expect(vessels.serial[second]).not.toBe(serial);
    expect([vessels.calls[second], vessels.avoidance[second], vessels.metres[second]]).toEqual([0, 0, 0]);
    expect(vessels.count).toBe(1);
    expect(vessels.begun).toBe(3);
  },
);

test("a reset forgets everybody", () => {
  const vessels = new Vessels();
  vessels.release(vessels.take());
  vessels.take();
  vessels.reset();
  expect([vessels.count, vessels.begun, vessels.take()]).toEqual([0, 0, 0]);
});
