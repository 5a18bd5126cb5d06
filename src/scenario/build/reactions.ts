import { assert } from "#base/assert";
import type { Track } from "#base/elementary";
import { Disruptions } from "#domain/disruption/disruptions";
import { Board } from "#domain/news/board";
import { elementTrack } from "#domain/world/element-track";
import type { Policy, PolicyContext } from "#domain/policy/policy-kind";
import { policies as family } from "#domain/policy/policy-kinds";
import type { MovingRooms, ReactingRooms } from "#scenario/build/rooms";
import type { Resolved } from "#scenario/language/resolved";

/**
 * Opens what goes wrong, what is said about it, and what reacts. Owners are numbers of the journeys' reasons.
 */
export function openReactions(scenario: Resolved, rooms: MovingRooms): ReactingRooms {
  const { simulation, recorder, elements, vessels, marks, bans, fleet } = rooms;
  const { timeline, draws, journeys, counts } = recorder;
  const board = new Board(simulation, { vessels, marks, timeline, elementIds: elements.ids });
  let heard = (): void => undefined;
  const owner = (id: string): number => journeys.reason(id);
  const disruptions = new Disruptions(
    {
      simulation,
      elements,
      counts,
      bans,
      fleet,
      board,
      trackOf: (element) => trackOf(element, scenario),
      timeline,
      draws,
      ...spanOf(scenario),
      changed: () => heard(),
    },
    scenario.disruptions,
    owner,
  );
  const onChange = (hear: () => void): void => {
    heard = hear;
  };
  return { board, disruptions, policies: openPolicies(scenario, rooms, board), onChange };
}

function trackOf(element: string, { network: { sites, links } }: Resolved): Track | undefined {
  return elementTrack(element, { links, siteAt: (site) => sites[site]?.at });
}

function spanOf({ time: { start, warmUp, end } }: Resolved): {
  readonly runStart: number;
  readonly warmUpEnd: number;
  readonly runEnd: number;
} {
  return { runStart: start, warmUpEnd: start + warmUp, runEnd: end };
}

function openPolicies(scenario: Resolved, rooms: MovingRooms, board: Board): Map<string, Policy> {
  const { simulation, recorder } = rooms;
  const { timeline, journeys, counts } = recorder;
  const shared = { ...rooms, board, counts, ...numbersOf(rooms) };
  return new Map(
    Object.entries(scenario.policies).map(([id, values]) => {
      const kind = family.kinds.find((candidate) => candidate.kind === values.kind);
      assert(kind !== undefined, `policy kind ${values.kind} exists`);
      const acts = (isActing: boolean): void =>
        timeline.add({
          time: simulation.now,
          what: isActing ? "policy-start" : "policy-end",
          id,
          of: ofText(values["of"]),
        });
      const context: PolicyContext = { ...shared, id, owner: journeys.reason(id), acts };
      return [id, kind.create(values, context)];
    }),
  );
}

function ofText(of: unknown): readonly string[] {
  return Array.isArray(of) ? of.map(String) : [];
}

function numbersOf({
  classes,
  network,
}: MovingRooms): Pick<PolicyContext, "classNumbers" | "passageNumbers" | "nodeOf"> {
  return {
    nodeOf: (site) => network.nodeOf(site),
    classNumbers: new Map(classes.map(({ id }, number) => [id, number])),
    passageNumbers: new Map(network.passages.map((site, number) => [site, number])),
  };
}
