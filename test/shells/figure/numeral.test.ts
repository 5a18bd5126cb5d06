import { decimalsFor, quantityScale } from "#study/experiment/quantity-scale";
import { expect, it } from "vitest";
import { numeral, scaled, signedNumeral } from "#shells/figure/numeral";

it("writes true minus signs, thousands apart, and an en dash for what does not exist", () => {
  expect(numeral(-1234567.891, 1)).toBe("−1,234,567.9");
  expect(numeral(1234.5678, 4)).toBe("1,234.5678");
  expect(numeral(null, 2)).toBe("–");
  expect(numeral(Number.NaN, 2)).toBe("–");
});

it("gives no sign to what rounds to 0", () => {
  expect(numeral(-0.001, 1)).toBe("0.0");
  expect(signedNumeral(0.001, 1)).toBe("0.0");
  expect(signedNumeral(0.2, 1)).toBe("+0.2");
  expect(signedNumeral(-0.2, 1)).toBe("−0.2");
});

it("shows as many decimals as the interval knows, and three digits without one", () => {
  expect(decimalsFor([348.2])).toBe(0);
  expect(decimalsFor([34.82])).toBe(1);
  expect(decimalsFor([3.482])).toBe(2);
  expect(decimalsFor([0.03482])).toBe(3);
  expect(decimalsFor([90], [0.06])).toBe(2);
  expect(decimalsFor([348], [4])).toBe(0);
  expect(decimalsFor([5.7], [0.05])).toBe(2);
  expect(decimalsFor([89.98], [0.12])).toBe(1);
  expect(decimalsFor([0.0002], [0.5])).toBe(1);
  // Four digits of the value are enough, however narrow the interval.
  expect(decimalsFor([5.7], [0.00001])).toBe(3);
  expect(decimalsFor([0, null])).toBe(0);
});

it("chooses one unit for a row, by its largest value", () => {
  expect(quantityScale("d", [9.6, 0.3]).unit).toBe("days");
  expect(quantityScale("d", [0.37]).unit).toBe("hours");
  expect(quantityScale("d", [0.01]).unit).toBe("minutes");
  expect(quantityScale("share", [0.9]).unit).toBe("%");
  expect(quantityScale("USD", [1.06e8]).unit).toBe("million USD");
  expect(quantityScale("vessels", [315]).unit).toBe("vessels");
});

it("prints on the scale of the row", () => {
  expect(scaled(0.5, quantityScale("share", [0.5]))).toBe("50.0");
  expect(scaled(1.06e8, quantityScale("USD", [1.06e8]))).toBe("106");
  expect(scaled(null, quantityScale("d", [1]))).toBe("–");
  expect(scaled(0, quantityScale("d", [1, 0.5]))).toBe("0");
});
