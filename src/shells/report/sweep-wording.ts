import type { QuantityScale } from "#study/experiment/quantity-scale";
import { counted, numberText, scaledText } from "#study/experiment/quantity-text";
import type { Cube, Design } from "#study/sweep/cube";
import type { SweepFindings } from "#study/sweep/sweep-findings";
import { sweptScale } from "#study/sweep/sweep-words";

const designWords: Readonly<Record<Design, string>> = {
  "latin-hypercube": "a Latin hypercube",
  grid: "a grid",
  sobol: "a Sobol design",
};

/**
 * `200 futures, a Latin hypercube over 3 paths, each with 4 variants of 32 replications on the same draws`.
 */
export function sweptText({ ids, design, paths, variants, replications }: Cube): string {
  const each = `${counted(variants.length, "variant")} of ${counted(replications, "replication")}`;
  const over = `${designWords[design]} over ${counted(paths.length, "path")}`;
  return `${counted(ids.length, "future")}, ${over}, each with ${each} on the same draws`;
}

/** What it means that a variant does well enough. */
export function enoughText(findings: SweepFindings): string {
  if (findings.satisficing.rule === "thresholds") return "meets all thresholds";
  const { indifference } = findings.question;
  const beyond = indifference > 0 ? ` by more than ${scaledText(indifference, fineScale(findings))}` : "";
  return `is better than ${findings.cube.variants[0] ?? ""}${beyond}`;
}

/** The scale of the measure with as many decimals as its indifference needs. */
export function fineScale({ question }: SweepFindings): QuantityScale {
  const scale = sweptScale(question.by);
  const own = question.indifference * scale.factor;
  const decimals = own > 0 ? Math.min(6, Math.ceil(-Math.log10(own)) + 1) : 0;
  return { ...scale, decimals: Math.max(scale.decimals, decimals) };
}

/** `82 %`, and never 0 or 100 % of what is not. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.5) return "below 1 %";
  if (percent < 100 && percent >= 99.5) return "above 99 %";
  return `${numberText(percent, 0)} %`;
}
