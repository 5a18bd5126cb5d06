import type { KindValue } from "#base/field";
import { mostAdmittedPerDay } from "#scenario/language/checks/admission-rate";
import { at } from "#scenario/language/checks/check";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { disruptionKindOf } from "#scenario/language/checks/disruption-kind-of";
import type { Draft } from "#scenario/language/draft";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/** What acts on the pace of an admission acts on passages that have one: a free passage lets everybody in. */
export const checkPace: Check = (ground) => {
  const { root, draft } = ground;
  const report = (section: string, kind: string, entries: Readonly<Record<string, KindValue>>): void => {
    for (const [id, values] of Object.entries(entries)) {
      if (![values, ...effectsOf(ground, values)].some((acting) => acting.kind === kind)) continue;
      const free = placesOf(values).find((place) => isFree(root, draft, place));
      const boundless = placesOf(values).find((place) => isBoundless(ground, place));
      const found = free ?? boundless;
      if (found === undefined) continue;
      const site = found.slice(0, -".transit".length);
      at(ground, section, id, "of").report(
        "VALUES_WRONG",
        `${site} lets everybody in at once, so it has no pace to change`,
        free === undefined
          ? "give its admission a bound, such as the size of a convoy, or use a closure"
          : `give ${site} a transit with an admission, or use a closure`,
      );
    }
  };
  report("disruptions", "capacity", draft.disruptions ?? {});
  report("policies", "surge", draft.policies ?? {});
};

/** What a disruption does as another kind would. */
function effectsOf({ reading }: CheckGround, values: KindValue): readonly KindValue[] {
  const kind = disruptionKindOf(reading.families, values);
  return kind && "effects" in kind ? kind.effects(values) : [];
}

function placesOf(values: KindValue): readonly string[] {
  const of = values["of"];
  return Array.isArray(of) ? of.filter((place) => typeof place === "string") : [];
}

/** Whether its admission takes everybody who waits, however many; without a start no rate is known. */
function isBoundless(ground: CheckGround, place: string): boolean {
  if (!place.endsWith(".transit") || ground.reading.start === undefined) return false;
  const site = place.slice(0, -".transit".length);
  const transit = ground.draft.network?.sites[site]?.transit;
  return transit !== undefined && mostAdmittedPerDay(ground, site, transit) === Infinity;
}

/** Whether no admission is written; one that was not understood is reported where it stands. */
function isFree(root: MapNode, draft: Draft, place: string): boolean {
  if (!place.endsWith(".transit")) return false;
  const site = place.slice(0, -".transit".length);
  const isWritten = (...keys: readonly string[]): boolean =>
    nodeAt(root, "network", "sites", site, "transit", ...keys) !== undefined;
  const transit = draft.network?.sites[site]?.transit;
  return transit === undefined ? !isWritten() : transit.admission === undefined && !isWritten("admission");
}
