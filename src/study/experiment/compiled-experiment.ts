import { assert } from "#base/assert";
import type { Facts } from "#domain/measure/facts";
import type { Evidence, Measure, MeasureKind, Rows } from "#domain/measure/measure-kind";
import type { TraceLine } from "#scenario/build/world";
import type { Batch, Notice, ReadingForm, Span, VariantBatch } from "#study/experiment/batch";
import { drawnWorld } from "#study/experiment/drawn-world";
import type { DrawnWorld } from "#study/experiment/drawn-world";
import { emptyTally, linesOf, mergeLines, tallyLegs } from "#study/experiment/leg-tally";
import type { LegLines } from "#study/experiment/leg-tally";
import { planCurves } from "#study/experiment/curve-plan";
import type { CurvePlan } from "#study/experiment/curve-plan";
import type { Plan, PlannedVariant } from "#study/experiment/plan";
import { emptyReadings, writeReading } from "#study/experiment/readings";
import type { Readings } from "#study/experiment/readings";
import { ReplicationFailure } from "#study/experiment/replication-failure";
import type { Laboratory } from "#study/experiment/runner";
import { sampleCurve } from "#study/experiment/sample-curve";
import { tallyCosts } from "#study/experiment/cost-tally";
import { tallyPlaces } from "#study/experiment/place-tally";
import { tallyWays } from "#study/experiment/way-tally";
import { tallyWaits } from "#study/experiment/wait-tally";
import { planWarmUp, tallyWarmUp } from "#study/experiment/warm-up-tally";
import type { WarmUpPlan } from "#study/experiment/warm-up-tally";
import type { Sums } from "#study/experiment/sums";
import { withVariantCost } from "#study/experiment/variant-costs";
import { Worlds } from "#study/experiment/worlds";
import type { WorldsOptions } from "#study/experiment/worlds";

interface Instrument extends ReadingForm {
  readonly measure: Measure;
  /** Reads the twin of the variant; undefined where that means nothing. */
  readonly ofTwin: Measure | undefined;
}

interface Subject {
  readonly planned: PlannedVariant;
  readonly facts: Facts;
  readonly twinFacts: Facts;
  readonly instruments: readonly Instrument[];
}

/** How the replications of one span are run. */
export interface ReplicationOptions {
  readonly audit: boolean;
  /**
   * True where only what measures read of the variants is wanted: the batch then holds nothing of twins, no
   * curves, tallies, draws or timelines. False when left out.
   */
  readonly readingsOnly?: boolean;
  /** The replication whose timeline is kept; 0 when left out. */
  readonly told?: number;
  /**
   * What is called for every event of a world, by its number in the plan; undefined for a world that is not
   * traced.
   */
  readonly trace?: (world: number) => ((line: TraceLine) => void) | undefined;
}

/** What the variants of one replication share of their evidence. */
type Common = Pick<Evidence, "baseline" | "baselineTwin">;

/** A variant, and what one replication gave of it. */
interface Measured {
  readonly subject: Subject;
  readonly evidence: Evidence;
  /** The same, with the twin in the place of the run. */
  readonly asTwin: Evidence;
}

/** Writable as long as the batch is being filled. */
type Notes = {
  lines: LegLines;
  events: number;
  checked: number;
  audits: number;
  violations: Notice[];
  limits: Notice[];
};

/**
 * A plan made ready to run. A replication runs all worlds before it is measured, for a measure may compare a
 * run with its own twin and with the baseline's.
 */
export class CompiledExperiment {
  readonly worlds: Worlds;
  readonly #plan: Plan;
  readonly #subjects: readonly Subject[];
  readonly #curves: CurvePlan;
  readonly #warmUp: WarmUpPlan;

  /** Where each of its `worlds` is run once, only readings can be wanted of its one replication. */
  constructor(plan: Plan, laboratory: Laboratory, options: WorldsOptions = {}) {
    this.#plan = plan;
    this.worlds = new Worlds(plan, laboratory, options);
    this.#subjects = plan.variants.map((planned) => this.#subject(planned, laboratory.measures));
    this.#curves = planCurves(this.#baseline().variant.scenario);
    this.#warmUp = planWarmUp(this.#baseline().variant.scenario);
  }

  /** Runs the replications of the span, in order, and reads every measure of each. */
  run(span: Span, options: ReplicationOptions): Batch {
    assert(span.from >= 0 && span.to > span.from, "a batch holds at least one replication");
    const notes: Notes = { lines: new Map(), events: 0, checked: 0, audits: 0, violations: [], limits: [] };
    const { readingsOnly = false, told = 0 } = options;
    const variants = this.#subjects.map((subject) => this.#emptyBatch(subject, span, readingsOnly));
    const warmUp: Sums = new Map();
    for (let replication = span.from; replication < span.to; replication += 1) {
      this.#runWorlds(replication, options, notes);
      const common = this.#common();
      if (!readingsOnly) tallyWarmUp(warmUp, this.#warmUp, common.baselineTwin);
      this.#subjects.forEach((subject, index) => {
        const batch = variants[index];
        if (batch === undefined) return;
        const measured = this.#measured(subject, common);
        const row = replication - span.from;
        this.#read(measured, batch, row);
        if (readingsOnly) return;
        this.#readTwin(measured, batch, row);
        this.#draw(measured, batch, row);
        if (replication === told)
          batch.timeline = { replication, entries: [...measured.evidence.run.recorder.timeline.rows] };
        this.#tally(subject, batch, notes);
        this.#compare(measured, batch);
      });
      this.worlds.rest();
    }
    const { lines, events, checked, audits, violations, limits } = notes;
    const conservation = { checked, audits };
    return { span, variants, lines, events, conservation, warmUp, violations, limits };
  }

  #runWorlds(replication: number, { audit, trace }: ReplicationOptions, notes: Notes): void {
    this.#plan.worlds.forEach((_, index) => {
      const traced = trace?.(index);
      try {
        const watched = traced === undefined ? { audit } : { audit, trace: traced };
        const report = this.worlds.run(index, replication, watched);
        notes.events += report.events;
        notes.checked += report.conservation.checked;
        notes.audits += report.conservation.audits;
        const notice = (text: string): Notice => ({ world: index, replication, text });
        notes.violations.push(...report.conservation.violations.map(notice));
        notes.limits.push(...report.limits.map(notice));
      } catch (cause) {
        throw new ReplicationFailure(this.#plan, index, replication, cause);
      }
    });
  }

  #read({ subject, evidence }: Measured, batch: WritableBatch, row: number): void {
    subject.instruments.forEach(({ measure }, index) => {
      writeReading(batch.readings[index] as Readings, row, measure.read(evidence)); // one each
    });
  }

  #readTwin({ subject, asTwin }: Measured, batch: WritableBatch, row: number): void {
    subject.instruments.forEach(({ ofTwin }, index) => {
      const twin = batch.twinReadings[index];
      if (ofTwin !== undefined && twin) writeReading(twin, row, ofTwin.read(asTwin));
    });
  }

  /** Samples the curves, and notes what chance gave. */
  #draw({ subject, evidence, asTwin }: Measured, batch: WritableBatch, row: number): void {
    this.#curves.curves.forEach((curve, index) => {
      const { times } = this.#curves;
      const offset = row * times.length;
      batch.curves[index]?.set(sampleCurve(curve, evidence, times), offset);
      batch.twinCurves[index]?.set(sampleCurve(curve, asTwin, times), offset);
    });
    const disruptions = Object.keys(subject.planned.variant.scenario.disruptions);
    batch.draws.push(drawnWorld(evidence.run.recorder, subject.facts, disruptions));
  }

  #tally({ planned, facts }: Subject, batch: WritableBatch, notes: Notes): void {
    const recorder = this.worlds.recorder(planned.run);
    const legs = this.worlds.legs(planned.run);
    tallyLegs(batch.legs, legs, facts, recorder.timeline.rows);
    mergeLines(notes.lines, linesOf(legs));
    const classes = Object.values(planned.variant.scenario.flows).map(({ vessel }) => vessel);
    tallyWaits(batch.waits, { recorder, facts }, classes);
  }

  /** Tallies what is told against the baseline's twin, where voyages are recorded. */
  #compare({ subject, evidence }: Measured, batch: WritableBatch): void {
    tallyPlaces(batch.places, evidence.run);
    tallyWays(batch.ways, evidence);
    const { measures } = subject.planned.variant.scenario;
    if (measures.some(({ kind, of }) => kind === "cost" && of === "all")) tallyCosts(batch.costs, evidence);
  }

  /** What all variants of one replication are compared with. */
  #common(): Common {
    const rowsOf = (world: number): Rows => {
      return { recorder: this.worlds.recorder(world), facts: this.#facts(world) };
    };
    return { baseline: rowsOf(this.#baseline().run), baselineTwin: rowsOf(this.#plan.baselineTwin) };
  }

  #measured(subject: Subject, common: Common): Measured {
    const { planned, facts, twinFacts } = subject;
    const run = { recorder: this.worlds.recorder(planned.run), facts };
    const twin = { recorder: this.worlds.recorder(planned.twin), facts: twinFacts };
    return { subject, evidence: { run, twin, ...common }, asTwin: { run: twin, twin, ...common } };
  }

  #subject(planned: PlannedVariant, kinds: readonly MeasureKind[]): Subject {
    const facts = withVariantCost(this.#facts(planned.run), planned.variant, this.#plan.study);
    const twinFacts = withVariantCost(this.#facts(planned.twin), planned.variant, this.#plan.study);
    const instruments = planned.variant.scenario.measures.map((row): Instrument => {
      const kind = kinds.find((candidate) => candidate.kind === row.kind);
      assert(kind !== undefined, `a resolved scenario names only known measures, not ${row.kind}`);
      const { kind: _kind, ...values } = row;
      const ofTwin = kind.needsTwin ? undefined : kind.create(values, twinFacts);
      const measure = kind.create(values, facts);
      return { measure, ofTwin, unit: measure.unit, scale: kind.scale };
    });
    return { planned, facts, twinFacts, instruments };
  }

  #emptyBatch(subject: Subject, span: Span, readingsOnly: boolean): WritableBatch {
    const count = span.to - span.from;
    const drawn = readingsOnly ? 0 : count * this.#curves.times.length;
    const samples = (): Float64Array[] => this.#curves.curves.map(() => new Float64Array(drawn).fill(NaN));
    return {
      forms: subject.instruments.map(({ unit, scale }) => ({ unit, scale })),
      readings: subject.instruments.map(() => emptyReadings(count)),
      twinReadings: subject.instruments.map(({ ofTwin }) =>
        ofTwin === undefined || readingsOnly ? null : emptyReadings(count),
      ),
      curves: samples(),
      twinCurves: samples(),
      legs: emptyTally(),
      waits: new Map(),
      places: new Map(),
      costs: new Map(),
      ways: new Map(),
      draws: [],
      timeline: null,
    };
  }

  #baseline(): PlannedVariant {
    return this.#plan.variants[0] as PlannedVariant; // planExperiment asserts that it is there
  }

  #facts(world: number): Facts {
    return this.worlds.facts[world] as Facts; // planned numbers are numbers of worlds
  }
}

type WritableBatch = { -readonly [K in keyof VariantBatch]: VariantBatch[K] } & { draws: DrawnWorld[] };
