import { expect, test } from "vitest";
import { greatCircleMetres } from "#base/elementary";

const quarterMetres = 10_007_557; // π/2 times the radius, 6,371,008.8 m

test("a quarter of the circumference lies between equator and pole, and over 90° of the equator", () => {
  expect(greatCircleMetres(0, 0, 90, 17)).toBe(quarterMetres);
  expect(greatCircleMetres(0, -45, 0, 45)).toBe(quarterMetres);
});

test("opposite points are half the circumference apart", () => {
  expect(greatCircleMetres(30, 20, -30, -160)).toBe(20_015_114);
});

test("the way back is as long, and no way is 0 long", () => {
  expect(greatCircleMetres(1.26, 103.8, 51.95, 4.14)).toBe(greatCircleMetres(51.95, 4.14, 1.26, 103.8));
  expect(greatCircleMetres(51.95, 4.14, 51.95, 4.14)).toBe(0);
});

test("the antimeridian is crossed the short way", () => {
  expect(greatCircleMetres(0, 179.5, 0, -179.5)).toBe(greatCircleMetres(0, -0.5, 0, 0.5));
});

test("a few metres keep their precision", () => {
  expect(greatCircleMetres(50, 1, 50.00009, 1)).toBe(10); // 6371008.8 m × 0.00009° in radians = 10.007 m
});
