import { Counts } from "#engine/record/counts";
import { Draws } from "#engine/record/draws";
import { Expenses } from "#engine/record/expenses";
import { Findings } from "#engine/record/findings";
import { Journeys } from "#engine/record/journeys";
import { Levels } from "#engine/record/levels";
import { Sails } from "#engine/record/sails";
import { Timeline } from "#engine/record/timeline";

/** All rows of one replication. The model only writes; measures, store, report and viewer only read. */
export class Recorder {
  readonly counts: Counts = new Counts();
  readonly levels: Levels = new Levels();
  readonly journeys: Journeys = new Journeys();
  readonly expenses: Expenses = new Expenses();
  readonly sails: Sails = new Sails();
  readonly timeline: Timeline = new Timeline();
  readonly draws: Draws = new Draws();
  /** What was worked out from all of these. */
  readonly findings: Findings = new Findings();

  /** Forgets the rows of the last replication and keeps what was declared. */
  clear(): void {
    this.counts.clear();
    this.levels.clear();
    this.journeys.clear();
    this.expenses.clear();
    this.sails.clear();
    this.timeline.clear();
    this.draws.clear();
    this.findings.clear();
  }

  /** Lets go of what reading the rows took. They can be read again, for the same work. */
  rest(): void {
    this.counts.rest();
    this.levels.rest();
    this.sails.rest();
    this.findings.clear();
  }

  /** Takes the memory of another, which nobody reads any more. Neither holds rows then. */
  inherit(other: Recorder): void {
    this.counts.inherit(other.counts);
    this.levels.inherit(other.levels);
    this.journeys.inherit(other.journeys);
    this.expenses.inherit(other.expenses);
    this.sails.inherit(other.sails);
    other.findings.clear();
  }
}
