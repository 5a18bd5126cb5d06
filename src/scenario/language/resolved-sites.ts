import { byText } from "#base/order";
import type { SiteSpec } from "#domain/world/site-fields";
import type { CheckGround } from "#scenario/language/checks/check";
import type { ById, ResolvedSite } from "#scenario/language/resolved";
import type { SiteValues } from "#scenario/language/scenario-fields";
import { vesselPathOf } from "#scenario/language/site-paths";

/** The sites of trees, one after the other; one that has those of the tree before gets the very same map. */
export class ResolvedSites {
  #written: ById<SiteValues> | undefined = undefined;
  #added: readonly string[] = [];
  #sites: ById<ResolvedSite> = {};

  /**
   * The sites that are written, all passages of the data set, and those of its other sites that something
   * names.
   */
  of({ reading, source, draft }: CheckGround): ById<ResolvedSite> {
    const written = draft.network?.sites ?? {};
    const shipped = source?.sites() ?? {};
    const added = Object.keys(shipped).filter((id) => {
      const isMeant = shipped[id]?.type === "passage" || reading.names.used.has("site", id);
      return isMeant && !Object.hasOwn(written, id);
    });
    if (this.#written === written && isList(added, this.#added)) return this.#sites;
    const sorted = [...Object.keys(written), ...added].sort(byText);
    this.#written = written;
    this.#added = added;
    this.#sites = Object.fromEntries(sorted.map((id) => [id, siteOf(shipped[id], written[id])]));
    return this.#sites;
  }
}

function isList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id, index) => id === other[index]);
}

/** What the scenario writes of a site, over what the data set has. */
function siteOf(shipped: SiteSpec | undefined, written: SiteValues | undefined): ResolvedSite {
  const stations = written?.stations ?? {};
  const tags = written && written.tags.length > 0 ? written.tags : (shipped?.tags ?? []);
  return {
    type: written?.type ?? shipped?.type ?? (written?.transit ? "passage" : undefined),
    at: written?.at ?? shipped?.at,
    country: written?.country ?? shipped?.country,
    operator: written?.operator ?? shipped?.operator,
    tags,
    stations,
    "vessel-path": written ? vesselPathOf(written) : [],
    "cargo-path": written?.["cargo-path"] ?? [],
    transit: written?.transit,
    transfer: written?.transfer,
  };
}
