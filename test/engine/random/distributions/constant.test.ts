import { distributionLaws } from "../distribution.laws.ts";

distributionLaws("nine", {
  written: { kind: "constant", value: 9 },
  support: [9, 9],
  quantiles: [[0.5, 9]],
  frozen: [9, 9, 9],
});

distributionLaws("zero", {
  written: { kind: "constant", value: 0 },
  support: [0, 0],
  quantiles: [[0.5, 0]],
  frozen: [0, 0, 0],
});
