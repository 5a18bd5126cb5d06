import { checkUnitCost } from "#scenario/language/checks/alternates";
import type { Check } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { hubsOf } from "#scenario/language/voyage-way";

/** Who changes vessels does so at a site with a transfer, no passage, and pays by its cargo's unit. */
export const checkTransfers: Check = (ground) => {
  const { reading, draft } = ground;
  const flows = ground.flows().filter(([, { onward }]) => onward.length > 0);
  const units = flows.map(([, { commodity }]) => draft.commodities?.[commodity ?? ""]?.unit);
  for (const site of hubsOf(draft)) {
    if (flows.length > 0) checkUnitCost(ground, ["network", "sites", site, "transfer", "unit-cost"], units);
    if (reading.names.sites.get(site)?.type !== "passage") continue;
    const wrong = `${site} is a passage: nobody changes vessels there`;
    at(ground, "network", "sites", site, "transfer").report(
      "TRANSIT_MISPLACED",
      wrong,
      "name a site on either side of it",
    );
  }
  if (hubsOf(draft).length > 0) return;
  for (const [id] of flows) {
    const wrong = "no site has a transfer, so that nobody can change vessels";
    const right = "write transfer: { time: 6 h } at the sites where they may";
    at(ground, "flows", id, "onward").report("TRANSFER_MISSING", wrong, right);
  }
};
