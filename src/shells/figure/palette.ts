/** Colours of the page and its figures by name, as custom properties are named without their two hyphens. */
export type Palette = Readonly<Record<string, string>>;

/** On light paper. Variants are v0 to v7: told apart by people with any colour vision, and by their names. */
export const lightPalette: Palette = {
  paper: "#fdfdfb",
  ink: "#16222c",
  muted: "#5a6874",
  rule: "#e0e5e8",
  card: "#f3f5f5",
  better: "#0a63ad",
  worse: "#b04608",
  shade: "#f6e3d0",
  "shade-ink": "#a33c0a",
  sea: "#edf3f6",
  land: "#d9dcd4",
  lane: "#47606f",
  halo: "#f6f9fa",
  v0: "#16222c",
  v1: "#7447bd",
  v2: "#00796b",
  v3: "#b81b5c",
  v4: "#80650a",
  v5: "#3f6aa8",
  v6: "#5b7a1f",
  v7: "#8a4b2d",
};

/** On a dark screen. */
export const darkPalette: Palette = {
  paper: "#10181f",
  ink: "#e9eff3",
  muted: "#9db0bd",
  rule: "#28353f",
  card: "#18232c",
  better: "#74bdff",
  worse: "#ff9f5f",
  shade: "#3d2a1d",
  "shade-ink": "#ffab78",
  sea: "#16222b",
  land: "#2e3a41",
  lane: "#9fb6c4",
  halo: "#141e26",
  v0: "#e9eff3",
  v1: "#bda2ff",
  v2: "#4fd1bd",
  v3: "#ff8db6",
  v4: "#dcc04e",
  v5: "#8db8f0",
  v6: "#b3d36a",
  v7: "#e0a384",
};

/** How many colours there are for variants; further ones begin anew. */
export const variantColours = 8;

/** The palette as declarations of style. */
export function paletteStyle(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");
}
