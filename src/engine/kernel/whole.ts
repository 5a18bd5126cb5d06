/**
 * A duration of 0 or more, rounded to a whole number, halves up, as the kernel rounds every duration once.
 * Not `Math.round`: that branches on the fraction, and a processor cannot foresee it for a random duration.
 * They differ from 2^52 ms on, some 140,000 years, where this may be one off.
 */
export function whole(durationMs: number): number {
  return Math.floor(durationMs + 0.5);
}
