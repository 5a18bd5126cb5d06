import type { Report } from "#shells/report/report";

/**
 * What shaded spans of a figure are called. They are those of one replication: where chance alone says when a
 * disruption comes, those of another lie elsewhere, and it is said whose they are.
 */
export function shadeText({ result }: Report): string {
  const disruptions = Object.values(result.study.variants[0]?.scenario.disruptions ?? {});
  const isDated = disruptions.every(({ start, background }) => start !== undefined || background === true);
  const replication = result.figures.timelines[0]?.replication ?? 0;
  return isDated ? "disrupted" : `disrupted in replication ${replication}`;
}
