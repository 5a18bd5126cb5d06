/**
 * What a paired difference says: colour and words are given only by these. `same` is 0 in every
 * replication, `alike` has 0 in its interval, `slight` is told apart from 0 but too small for a colour.
 */
export type Tone = "better" | "worse" | "differs" | "slight" | "same" | "alike" | "unknown";

/** The words beside the colour, so that the finding does not rest on colour. */
export const toneWords: Readonly<Record<Tone, string>> = {
  better: "✓ better",
  worse: "✕ worse",
  differs: "≠ differs",
  slight: "≠ slight",
  same: "= the same",
  alike: "≈ cannot tell apart",
  unknown: "– cannot be compared",
};
