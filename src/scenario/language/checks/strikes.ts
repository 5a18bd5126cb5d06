import type { Track } from "#base/elementary";
import type { KindValue } from "#base/field";
import type { DisruptionValues } from "#domain/disruption/disruption-kind";
import { elementTrack } from "#domain/world/element-track";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { disruptionKindOf } from "#scenario/language/checks/disruption-kind-of";

type Reaches = (at: Track | undefined) => boolean;

/** What strikes somewhere knows where its elements are, and reaches one of them. */
export const checkStrikes: Check = (ground) => {
  for (const [id, values] of Object.entries(ground.draft.disruptions ?? {})) {
    const kind = disruptionKindOf(ground.reading.families, values);
    if (kind && "reaches" in kind) checkOne(ground, id, values, (at) => kind.reaches?.(values, at) ?? true);
  }
};

function checkOne(ground: CheckGround, id: string, values: KindValue, reaches: Reaches): void {
  const { reading, draft } = ground;
  const { of } = values as unknown as DisruptionValues; // by the fields that all kinds share
  const places = {
    siteAt: (site: string) => reading.names.sites.get(site)?.at,
    links: draft.network?.links ?? {},
  };
  const tracks = of.map((element) => ({ element, track: elementTrack(element, places) }));
  const lost = tracks.find(({ track }) => track === undefined && !reaches(track));
  if (lost !== undefined) {
    const wrong = `nobody knows where ${lost.element} lies, so ${id} cannot tell whether it strikes it`;
    const right = "write at: [latitude, longitude] of its sites, or leave out where it strikes";
    at(ground, "disruptions", id, "of").report("COORDINATES_MISSING", wrong, right);
  } else if (tracks.every(({ track }) => !reaches(track))) {
    const wrong = `${id} reaches none of its elements`;
    at(ground, "disruptions", id, "of").report(
      "SELECTOR_EMPTY",
      wrong,
      "write a larger radius, or other elements",
    );
  }
}
