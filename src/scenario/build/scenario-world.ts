import { byText } from "#base/order";
import { printInstant } from "#base/time";
import type { AdmissionPlan } from "#domain/passage/admission-kind";
import { admissions } from "#domain/passage/admission-kinds";
import { freeAdmission } from "#domain/passage/free-admission";
import { audit } from "#domain/cargo/audit";
import type { Facts } from "#domain/measure/facts";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import type { ArrivalsOf } from "#domain/traffic/flows";
import { withArrivalsDrawn, worldDraw } from "#domain/world/world-draw";
import { priority } from "#engine/kernel/priority";
import type { Stop } from "#engine/kernel/stop";
import { arrivalKind } from "#engine/random/arrival-kinds";
import { Streams } from "#engine/random/stream";
import type { Recorder } from "#engine/record/recorder";
import { assert } from "#base/assert";
import type { Rooms } from "#scenario/build/rooms";
import type { RunOptions, RunReport, SailedLeg, World } from "#scenario/build/world";
import type { Resolved } from "#scenario/language/resolved";

/** Between two audits of a large world. */
const AUDIT_EVENTS = 65_536;
/** Up to this many vessels and elements an audited world is audited after every event. */
const SMALL_WORLD = 1_000;
/** So many violations are told; the rest are like them. */
const VIOLATIONS_TOLD = 20;

/** A scenario with its rooms, which are emptied and drawn anew for each replication. */
export class ScenarioWorld implements World {
  readonly facts: Facts;
  readonly #scenario: Resolved;
  readonly #rooms: Rooms;
  #audits: number = 0;
  #violations: string[] = [];

  constructor(scenario: Resolved, facts: Facts, rooms: Rooms) {
    this.#scenario = scenario;
    this.facts = facts;
    this.#rooms = rooms;
    rooms.onChange(() => this.#audit());
  }

  get recorder(): Recorder {
    return this.#rooms.recorder;
  }

  legs(): readonly SailedLeg[] {
    const { network, places, recorder } = this.#rooms;
    const { sails } = recorder;
    const byNumber = new Map(places.legs().map((leg) => [leg.number, leg]));
    const legs = [...byNumber.values()].flatMap(({ from: start, to: goal, number }): SailedLeg[] => {
      const [from, to] = [network.siteOfNode[start], network.siteOfNode[goal]];
      if (number < 0 || sails.ends(number).length === 0 || from === undefined || to === undefined) return [];
      const columns = {
        ends: sails.ends(number),
        lasted: sails.lasted(number),
        parts: sails.parts(number),
      };
      return [{ from, to, ...columns, line: network.lineOf(start, goal) }];
    });
    return legs.sort((a, b) => byText(a.from, b.from) || byText(a.to, b.to));
  }

  run(replication: number, options: RunOptions = {}): RunReport {
    const { simulation, traffic, ledger } = this.#rooms;
    this.#reset(replication);
    this.#watch(options);
    const events = options.eventsMax;
    const stop = simulation.run({
      time: this.#scenario.time.end,
      ...(events === undefined ? {} : { events }),
    });
    traffic.finish();
    this.#audit();
    const conservation = { checked: ledger.checked, audits: this.#audits, violations: this.#violations };
    return { events: stop.events, conservation, limits: this.#limits(stop) };
  }

  #reset(replication: number): void {
    const { time, seed } = this.#scenario;
    const { simulation, recorder, marks, elements, stations, facilities, passages, links, bans } =
      this.#rooms;
    const { vessels, outlook, decisions, ports, transfers, board, disruptions, policies, ledger, arrivals } =
      this.#rooms;
    const streams = new Streams(seed, replication);
    simulation.reset(time.start);
    recorder.clear();
    marks.reset(replication);
    elements.reset();
    stations.reset();
    facilities.reset();
    links.reset();
    bans.reset();
    vessels.reset();
    outlook.reset();
    decisions.reset();
    ports.reset();
    transfers.reset();
    board.reset();
    ledger.reset();
    passages.reset(this.#admissions(streams));
    this.#rooms.bookings.reset();
    this.#rooms.limits.reset();
    disruptions.reset(streams);
    for (const [id, policy] of policies) policy.reset(worldDraw(streams, `policy/${id}`, recorder.draws));
    this.#rooms.hours.reset();
    arrivals.reset(this.#arrivals(streams));
    this.#audits = 0;
    this.#violations = [];
  }

  #admissions(streams: Streams): AdmissionPlan[] {
    const classes = this.#rooms.classes.map(({ id }) => id);
    const { start } = this.#scenario.time;
    return this.#rooms.network.passages.map((site) => {
      const admission = this.#scenario.network.sites[site]?.transit?.admission;
      if (admission === undefined) return freeAdmission;
      const kind = admissions.kinds.find((candidate) => candidate.kind === admission.kind);
      assert(kind !== undefined, `admission kind ${admission.kind} exists`);
      const draw = worldDraw(streams, `passage/${site}/admission`, this.#rooms.recorder.draws);
      return kind.create(admission, { start, classes, draw });
    });
  }

  /** Those that add to the demand of a flow are like its own, with streams of their own. */
  #arrivals(streams: Streams): ArrivalsOf {
    const flows = Object.entries(this.#scenario.flows);
    return (flow, copy) => {
      const [id, { arrivals }] = flows[flow] as [string, FlowSpec]; // flows are numbered in this order
      const draw = worldDraw(streams, `flow/${id}`, this.#rooms.recorder.draws);
      const drawn = withArrivalsDrawn(arrivals, draw);
      const kind = arrivalKind(drawn);
      const name = copy === 0 ? `flow/${id}/arrivals` : `flow/${id}/arrivals/added/${copy}`;
      const values = copy === 0 ? drawn : (kind.added?.(drawn, copy) ?? drawn);
      return kind.create(values, streams.at(name), this.#scenario.time.start);
    };
  }

  #watch({ audit: isAudited = false, trace }: RunOptions): void {
    const { simulation, vessels, elements } = this.#rooms;
    const isSmall = (): boolean => vessels.count + elements.ids.length < SMALL_WORLD;
    const look = (): void => {
      if (isSmall() || simulation.events % AUDIT_EVENTS === 0) this.#audit();
    };
    simulation.observe(isAudited ? 1 : AUDIT_EVENTS, isAudited ? look : () => this.#audit());
    const names = Object.keys(priority);
    simulation.trace =
      trace &&
      ((event) =>
        trace({
          time: event.time,
          priority: names[event.priority] ?? "",
          event: event.handler,
          subject: event.described,
        }));
  }

  #audit(): void {
    this.#audits++;
    const { arrivals } = this.#rooms;
    for (const problem of audit({ ...this.#rooms, begun: (flow) => arrivals.begun(flow) })) {
      if (this.#violations.length >= VIOLATIONS_TOLD) return;
      this.#violations.push(`${printInstant(this.#rooms.simulation.now)}: ${problem}`);
    }
  }

  #limits({ reason, detail, time }: Stop): string[] {
    if (reason === "events") return [`the limit on events was reached at ${printInstant(time)}`];
    if (reason === "deadlock" || reason === "runaway") return [`${reason}: ${detail ?? printInstant(time)}`];
    return [];
  }
}
