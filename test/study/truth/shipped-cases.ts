import { readFileSync } from "node:fs";
import { readCases } from "#study/truth/read-cases";
import type { VerificationCases } from "#study/truth/verification-case";

/** The cases that come with the project. */
export const shippedCases: VerificationCases = readCases(
  readFileSync("notebooks-data/verification/cases.json", "utf8"),
);
