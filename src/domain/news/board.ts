import type { DistributionValue } from "#base/field";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Vessels } from "#domain/traffic/vessels";
import type { Simulation } from "#engine/kernel/simulation";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";
import type { Mark, Marks } from "#engine/random/mark";
import type { Preference } from "#engine/station/station-client";
import type { Timeline } from "#engine/record/timeline";

/** What is said about an end: an instant (ms), a distribution of instants drawn per vessel, or no date. */
export type BelievedEnd = { readonly at: number } | { readonly distribution: DistributionValue } | "none";

/**
 * What has been announced about some elements: a closure with its believed end, or a factor on their pace.
 */
interface Topic {
  readonly name: string;
  readonly elements: readonly number[];
  /** The closure that is announced; undefined: none. */
  closure: Closed | undefined;
  /** By element, beside `elements`. */
  factors: readonly number[];
  /** What voyages draw their belief from. */
  readonly mark: Mark;
}

/** What is said of a closure: until when, and to whom; undefined: to everybody. */
interface Closed {
  readonly end: number | Distribution | "none";
  readonly whom: Preference | undefined;
}

/** What an edge of an event is: its start or its end, as it is announced. */
export type Edge = "start" | "end";

/** Those for whom a closure of nobody is: it is known, and is no news until somebody is meant. */
export const nobody: Preference = () => false;

/**
 * The board of announcements: all that deciders and policies know of what goes wrong. A topic is a disruption
 * or a policy; it says which elements it concerns, until when they are believed closed, and how fast they
 * are. Nothing on it tells the true end.
 */
export class Board {
  readonly #simulation: Simulation;
  readonly #vessels: Vessels;
  readonly #marks: Marks;
  readonly #timeline: Timeline;
  readonly #ids: readonly string[];
  /** By name and elements: what strikes several each by itself says of each what becomes of it. */
  readonly #topics: Map<string, Topic> = new Map();
  /** The same in a list: every decision goes through it several times. */
  readonly #list: Topic[] = [];
  readonly #readers: ((topic: string, elements: readonly number[]) => void)[] = [];
  readonly #edgeReaders: Map<string, (() => void)[]> = new Map();

  constructor(
    simulation: Simulation,
    rooms: {
      readonly vessels: Vessels;
      readonly marks: Marks;
      readonly timeline: Timeline;
      /** Ids of elements, by number. */
      readonly elementIds: readonly string[];
    },
  ) {
    this.#simulation = simulation;
    this.#vessels = rooms.vessels;
    this.#marks = rooms.marks;
    this.#timeline = rooms.timeline;
    this.#ids = rooms.elementIds;
  }

  /** Calls `reader` at each announcement, after the board shows it. */
  subscribe(reader: (topic: string, elements: readonly number[]) => void): void {
    this.#readers.push(reader);
  }

  /** Calls `reader` each time that the start or the end of a disruption is announced. */
  subscribeEdge(id: string, edge: Edge, reader: () => void): void {
    const key = `${id}.${edge}`;
    this.#edgeReaders.set(key, [...(this.#edgeReaders.get(key) ?? []), reader]);
  }

  /** Says that elements are closed, until when, and to whom: a ban is a closure for some. */
  announceClosure(name: string, elements: readonly number[], end: BelievedEnd, whom?: Preference): void {
    const topic = this.#topic(name, elements);
    const believed = end === "none" ? end : "at" in end ? end.at : createDistribution(end.distribution);
    const isNews = whom !== nobody || (topic.closure !== undefined && topic.closure.whom !== nobody);
    topic.closure = { end: believed, whom };
    if (isNews) this.#publish(topic, toldEnd(believed));
  }

  /** Says that others than before are meant by a closure that is said of; nothing where none is. */
  announceWhom(name: string, elements: readonly number[], whom: Preference): void {
    const topic = this.#topic(name, elements);
    if (topic.closure === undefined) return;
    const isNews = whom !== nobody || topic.closure.whom !== nobody;
    topic.closure = { ...topic.closure, whom };
    if (isNews) this.#publish(topic, toldEnd(topic.closure.end));
  }

  /** Says at how many times their own pace elements work, all alike or one by one; 1: as ever. */
  announceFactor(name: string, elements: readonly number[], factor: number | readonly number[]): void {
    const topic = this.#topic(name, elements);
    const factors = typeof factor === "number" ? elements.map(() => factor) : factor;
    if (factors.every((one, index) => one === topic.factors[index])) return;
    topic.factors = factors;
    this.#publish(topic, undefined);
  }

  /** Says that a disruption has begun. */
  announceStart(name: string): void {
    this.#edge(name, "start");
  }

  /** Says that elements are open again as far as a disruption goes; nothing where it closed none. */
  announceReopening(name: string, elements: readonly number[]): void {
    const topic = this.#topic(name, elements);
    if (topic.closure === undefined) return;
    const isNews = topic.closure.whom !== nobody;
    topic.closure = undefined;
    if (isNews) this.#publish(topic, this.#simulation.now);
  }

  /** Says that a disruption is over. A factor stays until another is announced. */
  announceEnd(name: string): void {
    this.#edge(name, "end");
  }

  /** Whether a closure of an element to a vessel, or a cut of its pace, is announced. */
  isDisturbed(vessel: number, element: number): boolean {
    for (const topic of this.#list) {
      const isClosed = isClosedTo(vessel, topic) && topic.elements.includes(element);
      if (isClosed || factorIn(topic, element) < 1) return true;
    }
    return false;
  }

  /**
   * When a vessel believes an element to open, ms: never before now. An end that has passed, or that nobody
   * gives a date for, may come at any moment; of several closures the last to end counts.
   */
  believedOpening(vessel: number, element: number): number {
    let opening = this.#simulation.now;
    for (const topic of this.#list) {
      if (topic.closure === undefined || !isClosedTo(vessel, topic)) continue;
      if (!topic.elements.includes(element)) continue;
      opening = Math.max(opening, this.#believed(vessel, topic, topic.closure.end));
    }
    return opening;
  }

  /** The product of the factors announced for an element. */
  announcedFactor(element: number): number {
    let product = 1;
    for (const topic of this.#list) product *= factorIn(topic, element);
    return product;
  }

  /** As at the start of a run: nothing was said. Readers stay. */
  reset(): void {
    this.#topics.clear();
    this.#list.length = 0;
  }

  #believed(vessel: number, topic: Topic, end: number | Distribution | "none"): number {
    if (end === "none") return -Infinity;
    if (typeof end === "number") return end;
    const flow = this.#vessels.flow[vessel] as FlowPlan; // a vessel under way has one
    const ordinal = this.#vessels.ordinal[vessel] as number; // its own
    return Math.round(end.quantile(topic.mark.uniform(flow, ordinal)));
  }

  #topic(name: string, elements: readonly number[]): Topic {
    const key = `${name} ${elements.join()}`;
    let topic = this.#topics.get(key);
    if (topic === undefined) {
      const mark = this.#marks.at("belief", name);
      topic = { name, elements, closure: undefined, factors: elements.map(() => 1), mark };
      this.#topics.set(key, topic);
      this.#list.push(topic);
    }
    return topic;
  }

  #publish(topic: Topic, believedEnd: number | null | undefined): void {
    const of = topic.elements.map((element) => this.#ids[element] as string); // known elements
    this.#timeline.add({
      time: this.#simulation.now,
      what: "announcement",
      id: topic.name,
      of,
      ...(believedEnd === undefined ? {} : { believedEnd }),
    });
    for (const reader of this.#readers) reader(topic.name, topic.elements);
  }

  #edge(name: string, edge: Edge): void {
    for (const reader of this.#edgeReaders.get(`${name}.${edge}`) ?? []) reader();
  }
}

function isClosedTo(vessel: number, { closure }: Topic): boolean {
  return closure !== undefined && (closure.whom === undefined || closure.whom(vessel));
}

/** The end that the timeline tells of: of one drawn per vessel its median, null where there is no date. */
function toldEnd(end: Closed["end"]): number | null {
  return typeof end === "number" ? end : end === "none" ? null : end.quantile(0.5);
}

/** What a topic says of the pace of an element; 1 when it is not about it. */
function factorIn({ elements, factors }: Topic, element: number): number {
  const index = elements.indexOf(element);
  return index < 0 ? 1 : (factors[index] as number); // one by element
}
