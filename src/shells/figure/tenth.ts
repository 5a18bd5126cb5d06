/** `value` to the nearest tenth: of a pixel in paths, of a unit in words. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
