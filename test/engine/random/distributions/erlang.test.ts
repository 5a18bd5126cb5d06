import { distributionLaws } from "../distribution.laws.ts";

// Quantiles from SciPy 1.17.
distributionLaws("3 stages", {
  written: { kind: "erlang", mean: 18, stages: 3 },
  support: [0, 400],
  quantiles: [
    [0.001, 1.1432002654104192],
    [0.5, 16.044361882341356],
    [0.999, 67.37323345447597],
  ],
  frozen: [12.009796426636708, 31.22539479537091, 11.928189424600568],
});

distributionLaws("1 stage", {
  written: { kind: "erlang", mean: 9, stages: 1 },
  support: [0, 400],
  quantiles: [[0.5, 6.238324625039508]],
  frozen: [3.520938563004606, 19.991419682081986, 3.4720757634414476],
});
