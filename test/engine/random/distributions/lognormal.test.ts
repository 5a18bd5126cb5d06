import { distributionLaws } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("mean 26, sd 12", {
  written: { kind: "lognormal", mean: 26, sd: 12 },
  support: [0, 2000],
  quantiles: [
    [0.001, 6.071198510730823],
    [0.5, 23.606943997011744],
    [0.999, 91.79205784377572],
  ],
  frozen: [19.31011924839562, 40.61437372662576, 19.223177545900512],
});
