import { listed } from "#base/listed";
import type { Study } from "#scenario/language/resolved";

/**
 * What a measure is of, in words for a heading or a table: `Suez Canal` for `suez.transit`, `Singapore` for
 * `SGSIN`, `berth of harbour` for `harbour.berth`, `all flows` for `all`; for `performance` the places that
 * it is measured at. What has no name goes by its id.
 */
export function placeName(study: Study, of: string): string {
  if (of === "all") return "all flows";
  if (of !== "performance") return nameOf(study, of);
  const measured = study.variants[0]?.scenario.performance?.of ?? [];
  return measured.length === 0 ? of : listed(measured.map((part) => nameOf(study, part)));
}

/** The same within a sentence: `the Suez Canal`, `the berth of harbour`; ports and flows as they are. */
export function placeInSentence(study: Study, of: string): string {
  if (of === "all") return "all flows";
  const measured = of === "performance" ? (study.variants[0]?.scenario.performance?.of ?? []) : [of];
  return measured.length === 0 ? of : listed(measured.map((part) => withArticle(study, part)));
}

function nameOf(study: Study, of: string): string {
  const [site = of, station] = of.split(".");
  const name = study.names?.[site] ?? site;
  // A passage goes by its own name: its transit is the one station that it has.
  return station === undefined || station === "transit" ? name : `${station} of ${name}`;
}

function withArticle(study: Study, of: string): string {
  const name = nameOf(study, of);
  const [site = of, station] = of.split(".");
  if (station !== undefined && station !== "transit") return `the ${name}`;
  const isPassage = siteOf(study, site)?.type === "passage";
  if (!isPassage || study.names?.[site] === undefined || /^Cape (?!of )/.test(name)) return name;
  return `the ${name.replace(/^The /, "")}`;
}

function siteOf(study: Study, id: string): { readonly type: string | undefined } | undefined {
  return study.variants.map(({ scenario }) => scenario.network.sites[id]).find((site) => site !== undefined);
}
