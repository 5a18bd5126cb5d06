import { distributionLaws } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("mean 9", {
  written: { kind: "exponential", mean: 9 },
  support: [0, 400],
  quantiles: [
    [0.001, 0.009004503002251802],
    [0.5, 6.238324625039508],
    [0.999, 62.169797510839224],
  ],
  frozen: [3.5209385630045897, 19.99141968207982, 3.472075763441397],
});
