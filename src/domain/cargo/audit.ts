import type { Account, Ledger } from "#domain/cargo/ledger";
import { account } from "#domain/cargo/ledger";
import type { Facilities } from "#domain/facility/facilities";
import type { Passages } from "#domain/passage/passages";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Bans } from "#domain/traffic/bans";
import type { Links } from "#domain/traffic/links";
import type { Vessels } from "#domain/traffic/vessels";
import type { Standing } from "#domain/traffic/voyage-listener";
import { standing } from "#domain/traffic/voyage-listener";
import type { Simulation } from "#engine/kernel/simulation";
import type { Stations } from "#engine/station/stations";

/** What an audit walks. */
export interface AuditedRooms {
  readonly simulation: Simulation;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly passages: Passages;
  readonly links: Links;
  readonly bans: Pick<Bans, "waiting">;
  readonly vessels: Vessels;
  readonly flows: readonly FlowPlan[];
  readonly ledger: Ledger;
  /** Voyages that have begun with a plan, by its number: 0 with one that only carries on. */
  readonly begun: (flow: number) => number;
}

/**
 * Counts everything again from the state itself and compares it with the ledger: the ledger balances by
 * construction, so only a recount can find a vessel that was forgotten, or that stands in two places. Returns
 * what is wrong, each in a sentence; empty when all is well.
 */
export function audit(rooms: AuditedRooms): string[] {
  const underWay = rooms.vessels.underWay();
  return [
    ...recountLedger(rooms, underWay),
    ...recountLines(rooms, underWay),
    ...underWay.flatMap((vessel) => recountVessel(rooms, vessel)),
  ];
}

function recountLedger(
  { ledger, flows, vessels, begun }: AuditedRooms,
  underWay: readonly number[],
): string[] {
  const problems: string[] = [];
  const held = ledger.goods.map(() => new Map<number, number>());
  for (const vessel of underWay) {
    const { goods, units } = vessels.flow[vessel] as FlowPlan; // a vessel under way has one
    const of = accountsOf(vessels.standing[vessel] as Standing); // the column holds standings
    const accounts = held[goods] as Map<number, number>; // known goods
    accounts.set(of, (accounts.get(of) ?? 0) + units);
  }
  ledger.goods.forEach((name, goods) => {
    for (const of of [account.transit, account.queued, account.served]) {
      const counted = held[goods]?.get(of) ?? 0;
      const booked = ledger.balance(goods, of);
      if (counted !== booked)
        problems.push(`${name}: the ledger holds ${booked} where ${counted} are counted`);
    }
    const created = flows.reduce<number>(
      (sum, flow) => sum + (flow.goods === goods ? begun(flow.number) * flow.units : 0),
      0,
    );
    if (created !== -ledger.balance(goods, account.created))
      problems.push(`${name}: ${created} units have begun`);
    const sum = Object.values(account).reduce<number>((total, of) => total + ledger.balance(goods, of), 0);
    if (sum !== 0) problems.push(`${name}: the accounts sum to ${sum}, not 0`);
  });
  return problems;
}

function accountsOf(at: Standing): Account {
  if (at === standing.waiting) return account.queued;
  return at === standing.served || at === standing.blocked ? account.served : account.transit;
}

function recountLines(rooms: AuditedRooms, underWay: readonly number[]): string[] {
  const { facilities, passages, links, stations, vessels } = rooms;
  const problems: string[] = [];
  let inLines = rooms.bans.waiting;
  facilities.ids.forEach((_, facility) => {
    const station = facilities.station(facility);
    inLines += stations.waiting(station);
    problems.push(...stations.recount(station));
  });
  passages.ids.forEach((id, passage) => {
    const jobs = passages.jobs(passage);
    inLines += jobs.length;
    if (jobs.length !== passages.waiting(passage))
      problems.push(`${id}: its line is not as long as its count`);
    const strangers = jobs.filter(
      (job) => vessels.passage[job] !== passage || vessels.standing[job] !== standing.waiting,
    );
    if (strangers.length > 0)
      problems.push(`${id}: ${strangers.length} stand in its line and do not wait for it`);
  });
  links.ids.forEach((id, link) => {
    inLines += links.jobs(link).length;
    if (links.isOverfull(link)) problems.push(`${id}: more are on it than its capacity`);
  });
  const waiting = underWay.filter((vessel) => vessels.standing[vessel] === standing.waiting).length;
  if (waiting !== inLines) problems.push(`${waiting} vessels wait, but ${inLines} stand in lines`);
  return problems;
}

/** A vessel stands where its standing says, and something will move it on. */
function recountVessel(rooms: AuditedRooms, vessel: number): string[] {
  const problem = problemOf(rooms, vessel);
  if (problem === undefined) return [];
  const { vessels } = rooms;
  const flow = vessels.flow[vessel]; // a vessel under way has one
  return [`${flow?.id}/${vessels.ordinal[vessel]}: ${problem}`];
}

function problemOf(rooms: AuditedRooms, vessel: number): string | undefined {
  const { vessels, stations, facilities, passages } = rooms;
  const station = stations.stationOf(vessel);
  const at = vessels.standing[vessel] as Standing; // the column holds standings
  switch (at) {
    case standing.idle:
      return "it is between two things, and nothing will let it go on";
    case standing.sailing:
      return problemUnderWay(rooms, vessel);
    case standing.waiting:
      return undefined;
    case standing.served: {
      const isServed = station >= 0 && facilities.ofStation(station) >= 0 && !stations.isBlocked(vessel);
      return isServed ? undefined : "it is served by no station";
    }
    case standing.blocked:
      return stations.isBlocked(vessel) ? undefined : "it is done, yet no station keeps it";
    case standing.passing: {
      const isInside = station >= 0 && passages.ofStation(station) === vessels.passage[vessel];
      return isInside ? undefined : "it passes, but is not in the passage";
    }
    case standing.inland: {
      const isMoving = rooms.simulation.isPending(vessels.event[vessel] as number); // a vessel under way
      return isMoving ? undefined : "its cargo goes overland, but nothing will let it arrive";
    }
    case standing.changing: {
      const isMoving = rooms.simulation.isPending(vessels.event[vessel] as number); // a vessel under way
      return isMoving ? undefined : "its cargo changes vessels, but nothing will let it go on";
    }
  }
}

function problemUnderWay({ simulation, vessels, links }: AuditedRooms, vessel: number): string | undefined {
  const link = vessels.link[vessel] as number; // a vessel under way
  if (link >= 0 && !links.isOn(link, vessel)) return "it sails on a link that does not hold it";
  const mayStandStill = link >= 0 && links.factor(link) === 0;
  const isMoving = simulation.isPending(vessels.event[vessel] as number); // a vessel under way
  return isMoving || mayStandStill ? undefined : "it sails, but nothing will let it arrive";
}
