import { once } from "#base/once";
import { amountUnits } from "#base/quantity";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import { countingUnit } from "#scenario/language/amount-units";
import { alternatesOf } from "#scenario/language/checks/alternates";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { hubsOf } from "#scenario/language/voyage-way";
import { nearest } from "#scenario/read/nearest";
import { textAt } from "#scenario/read/node";

/** Flows lead from one site to another. */
export const checkFlowEnds: Check = (ground) => {
  for (const [id, flow] of ground.flows()) {
    for (const key of ["from", "to"] as const) checkNoPassage(ground, id, key, Object.keys(flow[key]));
    const both = Object.keys(flow.from).find((site) => Object.hasOwn(flow.to, site));
    if (both === undefined) continue;
    const wrong = `voyages from ${both} to itself`;
    at(ground, "flows", id, "to").report("ENDS_EQUAL", wrong, "name another destination");
  }
};

/** Passages lie on a route: none begins or ends there. */
function checkNoPassage(
  ground: CheckGround,
  flow: string,
  key: "from" | "to",
  sites: readonly string[],
): void {
  const { reading } = ground;
  const passage = sites.find((site) => reading.names.sites.get(site)?.type === "passage");
  if (passage === undefined) return;
  const wrong = `${passage} is a passage: voyages go through it, and none begins or ends there`;
  at(ground, "flows", flow, key).report("TRANSIT_MISPLACED", wrong, "name a site on either side of it");
}

/** A shipment has a commodity and a size, in the commodity's unit, and fits its vessel. */
export const checkCargo: Check = (ground) => {
  for (const [id, flow] of ground.flows()) {
    if ((flow.commodity === undefined) !== (flow.size === undefined)) {
      const [has, lacks] = flow.size === undefined ? ["commodity", "size"] : ["size", "commodity"];
      const wrong = `a flow with ${has} and without ${lacks}`;
      at(ground, "flows", id, has).report("CARGO_INCOMPLETE", wrong, `write ${lacks}, or leave ${has} out`);
    } else if (flow.commodity !== undefined) {
      checkShipment(ground, id, flow);
    }
  }
};

function checkShipment(ground: CheckGround, id: string, flow: FlowSpec): void {
  const { root, draft } = ground;
  const unit = draft.commodities?.[flow.commodity ?? ""]?.unit;
  const size = countingUnit(textAt(root, "flows", id, "size"));
  if (unit === undefined || size === undefined || flow.size === undefined) return;
  if (size !== unit) {
    const wrong = `the size is in ${size}, and ${flow.commodity} is counted in ${unit}`;
    at(ground, "flows", id, "size").report("CARGO_INCOMPLETE", wrong, `write the size in ${unit}`);
    return;
  }
  if (!Number.isInteger(flow.size)) {
    at(ground, "flows", id, "size").report(
      "COUNT_FRACTION",
      `${flow.size} ${unit} is not whole`,
      "cargo is counted in whole units",
    );
  }
  for (const vessel of [flow.vessel, ...flow.onward]) {
    const capacity = draft.vessels?.[vessel]?.capacity;
    const carries = countingUnit(textAt(root, "vessels", vessel, "capacity"));
    if (capacity === undefined || carries !== unit || flow.size <= capacity) continue;
    const wrong = `a shipment of ${flow.size} ${unit} exceeds the ${capacity} ${unit} of ${vessel}`;
    at(ground, "flows", id, "size").report("CARGO_TOO_LARGE", wrong, `write at most ${capacity} ${unit}`);
  }
}

/** Commodities are counted in base units, so that one amount has one spelling inside. */
export const checkCommodityUnits: Check = (ground) => {
  const { draft } = ground;
  for (const [id, commodity] of Object.entries(draft.commodities ?? {})) {
    const known = Object.hasOwn(amountUnits, commodity.unit) ? amountUnits[commodity.unit] : undefined;
    if (known && known.unit !== commodity.unit) {
      const wrong = `amounts in ${commodity.unit} are counted in ${known.unit}`;
      at(ground, "commodities", id, "unit").report("UNIT_WRONG", wrong, `write unit: ${known.unit}`);
    } else if (!known && !/^[A-Za-z][A-Za-z0-9-]*$/.test(commodity.unit)) {
      const near = nearest(commodity.unit, Object.keys(amountUnits));
      const right = near === undefined ? "write one word such as units" : `nearest is "${near}"`;
      at(ground, "commodities", id, "unit").report("UNIT_UNKNOWN", `"${commodity.unit}" is no unit`, right);
    }
  }
};

/**
 * The classes that may call at each site, for flows that are asked about: at hubs, where these end, and at
 * the alternates of both.
 */
function callersOf(ground: CheckGround, isMeant: (flow: FlowSpec) => boolean): Callers {
  const { reading, draft } = ground;
  const callers = new Map<string, Set<string>>();
  const hubs = hubsOf(draft);
  const elsewhere = alternatesOf(draft, reading.families);
  for (const [, flow] of ground.flows()) {
    if (!isMeant(flow)) continue;
    const vessels = [flow.vessel, ...flow.onward];
    for (const [index, caller] of vessels.entries()) {
      const bound = index === vessels.length - 1 ? Object.keys(flow.to) : hubs;
      const others = elsewhere.filter(({ of }) => of.some((port) => bound.includes(port)));
      for (const site of [...bound, ...others.flatMap((alternate) => alternate.to)]) {
        const known = callers.get(site) ?? new Set();
        callers.set(site, known.add(caller));
      }
    }
  }
  return callers;
}

type Callers = ReadonlyMap<string, ReadonlySet<string>>;

/** What a cargo path is written for comes to it. */
export const checkCargoPaths: Check = (ground) => {
  if (flowsInDoubt(ground)) return;
  const reached = once(() => callersOf(ground, ({ commodity }) => commodity !== undefined));
  for (const [id, site] of ground.sites()) {
    const path = site["cargo-path"] ?? [];
    const isUnderstood = path.every((name) => Object.hasOwn(site.stations, name));
    if (path.length === 0 || !isUnderstood || reached().has(id)) continue;
    const wrong = `no cargo comes to ${id}, so that nothing passes its cargo path`;
    const right = `let a flow with commodity and size end there, or leave cargo-path out`;
    at(ground, "network", "sites", id, "cargo-path").warn("CARGO_PATH_IDLE", wrong, right);
  }
};

/** Whether a flow was not understood: then what does not come, or comes seldom, says nothing. */
export function flowsInDoubt({ root, flows }: CheckGround): boolean {
  const written = root.entries.get("flows")?.value;
  return written?.node === "map" && written.entries.size > flows().length;
}

/** A service by class has one for every class that calls. */
export const checkServices: Check = (ground) => {
  const callers = once(() => callersOf(ground, () => true));
  for (const [id, site] of ground.sites()) {
    for (const [name, station] of Object.entries(site.stations)) {
      if (station.service.all !== undefined) continue;
      const calling = [...(callers().get(id) ?? [])].sort();
      const missing = calling.filter((caller) => !Object.hasOwn(station.service.by, caller));
      if (missing.length === 0) continue;
      const wrong = `${missing.join(", ")} calls at ${id}, and has no service there`;
      at(ground, "network", "sites", id, "stations", name, "service").report(
        "SERVICE_MISSING",
        wrong,
        `add ${missing[0]}, or all: for every class`,
      );
    }
  }
};
