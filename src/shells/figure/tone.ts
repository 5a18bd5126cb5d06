/**
 * What a paired difference says: colour and words are given only by these. `alike` is inside its interval;
 * `slight` is told apart from 0, but too small to be worth a colour.
 */
export type Tone = "better" | "worse" | "differs" | "slight" | "alike" | "unknown";

/** The words beside the colour, so that the finding does not rest on colour. */
export const toneWords: Readonly<Record<Tone, string>> = {
  better: "✓ better",
  worse: "✕ worse",
  differs: "≠ differs",
  slight: "≠ slight",
  alike: "≈ cannot tell apart",
  unknown: "– cannot be compared",
};
