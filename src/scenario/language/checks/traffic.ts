import { amountUnits } from "#base/quantity";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import { countingUnit } from "#scenario/language/amount-units";
import { alternatesOf } from "#scenario/language/checks/alternates";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { placeOf } from "#scenario/language/checks/check";
import { nearest } from "#scenario/read/nearest";
import { textAt } from "#scenario/read/node";

/** Flows lead from one site to another. */
export const checkFlowEnds: Check = (ground) => {
  const { reading, root, draft } = ground;
  for (const [id, flow] of Object.entries(draft.flows ?? {})) {
    for (const key of ["from", "to"] as const) checkNoPassage(ground, id, key, Object.keys(flow[key]));
    const both = Object.keys(flow.from).find((site) => Object.hasOwn(flow.to, site));
    if (both === undefined) continue;
    const wrong = `voyages from ${both} to itself`;
    reading.report(
      "ENDS_EQUAL",
      placeOf(root, "flows", id, "to"),
      `flows.${id}.to`,
      wrong,
      "name another destination",
    );
  }
};

/** Passages lie on a route: none begins or ends there. */
function checkNoPassage(
  { reading, root }: CheckGround,
  flow: string,
  key: "from" | "to",
  sites: readonly string[],
): void {
  const passage = sites.find((site) => reading.names.sites.get(site)?.type === "passage");
  if (passage === undefined) return;
  const wrong = `${passage} is a passage: voyages go through it, and none begins or ends there`;
  const place = placeOf(root, "flows", flow, key);
  reading.report(
    "TRANSIT_MISPLACED",
    place,
    `flows.${flow}.${key}`,
    wrong,
    "name a site on either side of it",
  );
}

/** Every destination can be reached, by a class that has links of its mode at all. */
export const checkReach: Check = (ground) => {
  const { reading, root, draft } = ground;
  if (linksInDoubt(ground)) return;
  const modes = new Set(Object.values(draft.network?.links ?? {}).map((link) => link.mode));
  if (ground.source) modes.add("sea");
  const silent = new Set<string>();
  for (const [id, flow] of Object.entries(draft.flows ?? {})) {
    const mode = draft.vessels?.[flow.vessel]?.mode;
    if (mode === undefined || modes.has(mode)) continue;
    silent.add(id);
    const wrong = `${flow.vessel} moves by ${mode}, and no link has the mode ${mode}`;
    const other = modes.size > 0 ? `, or use a class of mode ${[...modes].join(" or ")}` : "";
    const right = `add links with mode: ${mode}${other}`;
    reading.report(
      "MODE_WITHOUT_LINK",
      placeOf(root, "flows", id, "vessel"),
      `flows.${id}.vessel`,
      wrong,
      right,
    );
  }
  for (const trip of ground.trips()) {
    if (trip.way || silent.has(trip.flow) || trip.from === trip.to) continue;
    const vessel = draft.flows?.[trip.flow]?.vessel ?? "its class";
    const place = placeOf(root, "flows", trip.flow, "to", trip.to);
    const wrong = `${vessel} finds no way from ${trip.from} to ${trip.to}`;
    const right = "add links between them; a route runs through junctions and passages only";
    reading.report("UNREACHABLE", place, `flows.${trip.flow}.to`, wrong, right);
  }
};

/** When a link was not understood, a missing way says nothing. */
function linksInDoubt({ root, draft }: CheckGround): boolean {
  const links = root.entries.get("network")?.value;
  const written = links?.node === "map" ? links.entries.get("links")?.value : undefined;
  const count = written?.node === "map" ? written.entries.size : 0;
  return Object.keys(draft.network?.links ?? {}).length < count;
}

/** A shipment has a commodity and a size, in the commodity's unit, and fits its vessel. */
export const checkCargo: Check = (ground) => {
  for (const [id, flow] of Object.entries(ground.draft.flows ?? {})) {
    if ((flow.commodity === undefined) !== (flow.size === undefined)) {
      const [has, lacks] = flow.size === undefined ? ["commodity", "size"] : ["size", "commodity"];
      const place = placeOf(ground.root, "flows", id, has);
      const wrong = `a flow with ${has} and without ${lacks}`;
      ground.reading.report(
        "CARGO_INCOMPLETE",
        place,
        `flows.${id}`,
        wrong,
        `write ${lacks}, or leave ${has} out`,
      );
    } else if (flow.commodity !== undefined) {
      checkShipment(ground, id, flow);
    }
  }
};

function checkShipment({ reading, root, draft }: CheckGround, id: string, flow: FlowSpec): void {
  const unit = draft.commodities?.[flow.commodity ?? ""]?.unit;
  const size = countingUnit(textAt(root, "flows", id, "size"));
  if (unit === undefined || size === undefined || flow.size === undefined) return;
  const place = placeOf(root, "flows", id, "size");
  const path = `flows.${id}.size`;
  if (size !== unit) {
    const wrong = `the size is in ${size}, and ${flow.commodity} is counted in ${unit}`;
    reading.report("CARGO_INCOMPLETE", place, path, wrong, `write the size in ${unit}`);
    return;
  }
  if (!Number.isInteger(flow.size)) {
    reading.report(
      "COUNT_FRACTION",
      place,
      path,
      `${flow.size} ${unit} is not whole`,
      "cargo is counted in whole units",
    );
  }
  const capacity = draft.vessels?.[flow.vessel]?.capacity;
  const carries = countingUnit(textAt(root, "vessels", flow.vessel, "capacity"));
  if (capacity === undefined || carries !== unit || flow.size <= capacity) return;
  const wrong = `a shipment of ${flow.size} ${unit} exceeds the ${capacity} ${unit} of ${flow.vessel}`;
  reading.report("CARGO_TOO_LARGE", place, path, wrong, `write at most ${capacity} ${unit}`);
}

/** Commodities are counted in base units, so that one amount has one spelling inside. */
export const checkCommodityUnits: Check = ({ reading, root, draft }) => {
  for (const [id, commodity] of Object.entries(draft.commodities ?? {})) {
    const place = placeOf(root, "commodities", id, "unit");
    const path = `commodities.${id}.unit`;
    const known = Object.hasOwn(amountUnits, commodity.unit) ? amountUnits[commodity.unit] : undefined;
    if (known && known.unit !== commodity.unit) {
      const wrong = `amounts in ${commodity.unit} are counted in ${known.unit}`;
      reading.report("UNIT_WRONG", place, path, wrong, `write unit: ${known.unit}`);
    } else if (!known && !/^[A-Za-z][A-Za-z0-9-]*$/.test(commodity.unit)) {
      const near = nearest(commodity.unit, Object.keys(amountUnits));
      const right = near === undefined ? "write one word such as units" : `nearest is "${near}"`;
      reading.report("UNIT_UNKNOWN", place, path, `"${commodity.unit}" is no unit`, right);
    }
  }
};

/** A service by class has one for every class that calls. */
export const checkServices: Check = ({ reading, root, draft }) => {
  const callersAt = new Map<string, Set<string>>();
  const elsewhere = alternatesOf(draft, reading.families);
  for (const flow of Object.values(draft.flows ?? {})) {
    const others = elsewhere.filter(({ of }) => of.some((port) => Object.hasOwn(flow.to, port)));
    for (const site of [...Object.keys(flow.to), ...others.flatMap(({ to }) => to)]) {
      callersAt.set(site, (callersAt.get(site) ?? new Set()).add(flow.vessel));
    }
  }
  for (const [id, site] of Object.entries(draft.network?.sites ?? {})) {
    const callers = [...(callersAt.get(id) ?? [])].sort();
    for (const [name, station] of Object.entries(site.stations)) {
      if (station.service.all !== undefined) continue;
      const missing = callers.filter((caller) => !Object.hasOwn(station.service.by, caller));
      if (missing.length === 0) continue;
      const place = placeOf(root, "network", "sites", id, "stations", name, "service");
      const path = `network.sites.${id}.stations.${name}.service`;
      const wrong = `${missing.join(", ")} calls at ${id}, and has no service there`;
      reading.report("SERVICE_MISSING", place, path, wrong, `add ${missing[0]}, or all: for every class`);
    }
  }
};
