import type { DiagnosticCode } from "#base/diagnostic-codes";
import { once } from "#base/once";
import type { StationSpec } from "#domain/facility/station-fields";
import { at } from "#scenario/language/checks/check";
import type { Check } from "#scenario/language/checks/check";
import type { SitePaths } from "#scenario/language/site-paths";
import { vesselPathOf } from "#scenario/language/site-paths";

/** What is written for a station makes a difference, and stations do not block each other in a circle. */
export const checkStations: Check = (ground) => {
  const { sites, flows } = ground;
  const hasDue = once(() => flows().some(([, { due }]) => due !== undefined));
  for (const [id, site] of sites()) {
    for (const [name, station] of Object.entries(site.stations)) {
      const warn = (key: string, { code, wrong, right }: Doubt): void => {
        const path = ["network", "sites", id, "stations", name, key];
        at(ground, ...path).warn(code, wrong, right);
      };
      if (station.discipline === "due" && !hasDue()) warn("discipline", nothingDue);
      const doubt = doubtOfBlocking(name, site);
      if (doubt) warn("when-full", doubt);
    }
  }
};

interface Doubt {
  readonly code: DiagnosticCode;
  readonly wrong: string;
  readonly right: string;
}

const nothingDue: Doubt = {
  code: "VALUES_IDLE",
  wrong: "no flow has `due`, so that whoever comes first is served first",
  right: "write `due` of a flow, or `fifo`",
};

type Site = SitePaths & { readonly stations: Readonly<Record<string, StationSpec>> };
type Step = readonly [from: string, to: string];

/** What gives pause about a station that blocks. */
function doubtOfBlocking(name: string, site: Site): Doubt | undefined {
  const station = site.stations[name];
  if (station?.["when-full"] !== "block") return undefined;
  const steps = stepsOf(site);
  if (station.room === undefined)
    return { code: "VALUES_IDLE", wrong: "it is never full and blocks nobody", right: "write its `room`" };
  if (!steps.some(([, to]) => to === name)) {
    const wrong = "nobody comes to it from a station, so that it blocks nobody";
    return { code: "VALUES_IDLE", wrong, right: "leave out `room`, or write `turn-away`" };
  }
  if (!returnsTo(name, site, steps)) return undefined;
  const wrong = "who is done there and who is done elsewhere may block each other for ever";
  return { code: "DEADLOCK_POSSIBLE", wrong, right: "leave out the `room` of one of these stations" };
}

/** From which stations of a site to which others one goes on. */
function stepsOf(site: Site): readonly Step[] {
  const path = [...vesselPathOf(site), ...(site["cargo-path"] ?? [])];
  return path.flatMap((to, index): Step[] => {
    const from = path[index - 1];
    return from === undefined || from === to ? [] : [[from, to]];
  });
}

/** Whether who is blocked at a station may be so by those whom it blocks itself. */
function returnsTo(name: string, { stations }: Site, steps: readonly Step[]): boolean {
  const blocks = (of: string): boolean =>
    stations[of]?.["when-full"] === "block" && stations[of].room !== undefined;
  const reached = new Set([name]);
  // A set that grows while it is walked is walked to its end.
  for (const from of reached) {
    for (const [step, to] of steps) {
      if (step !== from || !blocks(to)) continue;
      if (to === name) return true;
      reached.add(to);
    }
  }
  return false;
}
