import { dayMs } from "#base/time";
import type { Check, CheckGround } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import { endOf } from "#scenario/language/checks/times";
import { flowsInDoubt } from "#scenario/language/checks/traffic";
import type { Trip } from "#scenario/language/demand";

/** Intervals of a mean need some 30 replications. */
export const checkReplications: Check = (ground) => {
  const { draft } = ground;
  const count = draft.replications;
  if (typeof count !== "number" || count >= 30) return;
  const wrong =
    count < 2 ? "one replication has no interval" : `${count} replications give wide and doubtful intervals`;
  at(ground, "replications").warn("REPLICATIONS_FEW", wrong, "write 30 or more");
};

/** The warm-up is at least the longest undisrupted way from any origin to what is measured. */
export const checkWarmUp: Check = (ground) => {
  const { draft } = ground;
  const warmUp = draft.time?.["warm-up"];
  if (warmUp === undefined || warmUp === "auto" || !draft.network) return;
  const longest = longestWay(ground);
  if (!longest || longest.ms <= warmUp) return;
  const days = Math.ceil((longest.ms / dayMs) * 10) / 10;
  const { flow, from, site } = longest;
  const wrong = `${flow} needs ${days} d from ${from} to ${site}, longer than the warm-up`;
  at(ground, "time", "warm-up").report("WARM_UP_SHORT", wrong, `write ${Math.ceil(days)} d or more, or auto`);
};

/** The longest undisrupted way to something that is measured. */
export interface LongestWay {
  readonly flow: string;
  readonly from: string;
  readonly site: string;
  readonly ms: number;
}

/** The longest undisrupted way from any origin to what is measured; undefined when nothing is. */
export function longestWay(ground: CheckGround): LongestWay | undefined {
  const measured = measuredOf(ground);
  const sites = sitesAmong(ground, measured);
  let longest: LongestWay | undefined;
  for (const { way, flow, from } of ground.trips()) {
    const end = way?.at(-1);
    const isMeasured = measured.has("all") || measured.has(flow);
    const lastSite = sites.size === 0 ? undefined : way?.findLast((stop) => sites.has(stop.site));
    // Stops are later the farther they are.
    const stop = isMeasured ? end : lastSite;
    if (stop && (!longest || stop.ms > longest.ms)) longest = { flow, from, site: stop.site, ms: stop.ms };
  }
  return longest;
}

/** Flows and sites that measures and `performance` are about; a commodity means the flows that carry it. */
function measuredOf({ draft, flows }: CheckGround): ReadonlySet<string> {
  const named = [...(draft.measures ?? []).map((row) => String(row["of"])), ...(draft.performance?.of ?? [])];
  const measured = new Set(named.map((of) => of.split(".")[0] ?? of));
  for (const [id, flow] of flows()) {
    if (flow.commodity !== undefined && measured.has(flow.commodity)) measured.add(id);
  }
  return measured;
}

/** Those of some words that are sites. */
function sitesAmong({ reading }: CheckGround, words: Iterable<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => reading.names.sites.has(word)));
}

/** A window in which less than one count is missing at `recovered-at` cannot tell a failure from chance. */
export const checkWindow: Check = (ground) => {
  const { draft } = ground;
  const performance = draft.performance;
  if (!performance) return;
  checkRoom(ground, performance.window);
  if (!draft.network || flowsInDoubt(ground)) return;
  const named = new Set(performance.of.map((of) => of.split(".")[0] ?? of));
  const counted = { named, sites: sitesAmong(ground, named) };
  const perDay = ground.trips().reduce((total, trip) => total + countsOf(ground, trip, counted), 0);
  const missing = 1 - performance["recovered-at"];
  const counts = perDay * (performance.window / dayMs) * missing;
  if (counts >= 1 || perDay === 0 || missing <= 0) return;
  const days = Math.ceil(1 / (perDay * missing));
  const found = (perDay * performance.window) / dayMs;
  const wrong = `some ${found < 1 ? "0 or 1" : Math.round(found)} counts a window are too few`;
  const right = `write window: ${days} d, so that ${performance["recovered-at"]} can be told from chance`;
  at(ground, "performance", "window").warn("WINDOW_THIN", wrong, right);
};

/** A curve is of something, and one window of it at least is whole. */
function checkRoom(ground: CheckGround, window: number): void {
  const { draft } = ground;
  if (draft.performance?.of.length === 0) {
    const wrong = "a curve of nothing cannot be lost";
    at(ground, "performance", "of").report("SELECTOR_EMPTY", wrong, "name flows, stations or passages");
  }
  const { time } = draft;
  const end = endOf(draft);
  if (!time || !("at" in time.start) || end === undefined || time["warm-up"] === "auto") return;
  const room = end - time.start.at - time["warm-up"];
  if (room <= 0) return;
  if (window <= room) {
    checkHold(ground, room - window);
    return;
  }
  const wrong = "no window is over before the end of the run";
  const right = `write at most ${Math.floor(room / dayMs)} d, or let the run end later`;
  at(ground, "performance", "window").report("WINDOW_OUTSIDE", wrong, right);
}

/** A recovery is one that holds for its time within the run, or none is ever found. */
function checkHold(ground: CheckGround, room: number): void {
  const held = ground.draft.performance?.["held-for"] ?? 0;
  if (held <= room) return;
  const wrong = "no recovery holds for that long before the end of the run";
  const right = `write at most ${Math.floor(room / dayMs)} d, or let the run end later`;
  at(ground, "performance", "held-for").warn("WINDOW_OUTSIDE", wrong, right);
}

function countsOf(
  { draft }: CheckGround,
  trip: Trip,
  { named, sites }: { readonly named: ReadonlySet<string>; readonly sites: ReadonlySet<string> },
): number {
  if (named.has(trip.flow)) return trip.perDay;
  const commodity = draft.flows?.[trip.flow]?.commodity;
  if (commodity !== undefined && named.has(commodity)) return trip.perDay;
  if (sites.size === 0) return 0;
  return trip.way?.some((stop) => sites.has(stop.site)) === true ? trip.perDay : 0;
}
