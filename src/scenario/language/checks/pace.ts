import type { KindValue } from "#base/field";
import type { Check } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import type { Draft } from "#scenario/language/draft";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/** What acts on the pace of an admission acts on passages that have one: a free passage lets everybody in. */
export const checkPace: Check = ({ reading, root, draft }) => {
  const report = (section: string, kind: string, entries: Readonly<Record<string, KindValue>>): void => {
    for (const [id, values] of Object.entries(entries)) {
      if (values.kind !== kind) continue;
      const free = placesOf(values).find((place) => isFree(root, draft, place));
      if (free === undefined) continue;
      const site = free.slice(0, -".transit".length);
      reading.report(
        "VALUES_WRONG",
        placeOf(root, section, id, "of"),
        `${section}.${id}.of`,
        `${site} lets everybody in at once, so it has no pace to change`,
        `give ${site} a transit with an admission, or use a closure`,
      );
    }
  };
  report("disruptions", "capacity", draft.disruptions ?? {});
  report("policies", "surge", draft.policies ?? {});
};

function placesOf(values: KindValue): readonly string[] {
  const of = values["of"];
  return Array.isArray(of) ? of.filter((place) => typeof place === "string") : [];
}

/** Whether nothing is written of its transit; one that was not understood is reported where it stands. */
function isFree(root: MapNode, draft: Draft, place: string): boolean {
  if (!place.endsWith(".transit")) return false;
  const site = place.slice(0, -".transit".length);
  const isWritten = nodeAt(root, "network", "sites", site, "transit") !== undefined;
  return draft.network?.sites[site]?.transit === undefined && !isWritten;
}
