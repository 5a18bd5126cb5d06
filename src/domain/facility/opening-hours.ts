import type { Facilities } from "#domain/facility/facilities";
import { lastInstantMs } from "#base/time";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { OpeningCalendar } from "#engine/station/opening-calendar";

/**
 * Opens and closes stations by their calendars. Closing is a closure with `inside: resume` beside any others:
 * nobody is let in, and those inside stand still and occupy their servers until it opens. It is nobody's
 * fault: waits that it makes have no reason, and what disruptions are blamed for stays as it was. A service
 * that ends as the station closes is done; who comes at that instant finds it closed, and at the instant of
 * opening open.
 */
export class OpeningHours {
  readonly #simulation: Simulation;
  readonly #facilities: Facilities;
  readonly #calendars: ReadonlyMap<number, OpeningCalendar>;
  readonly #open: HandlerId;
  readonly #shut: HandlerId;

  /** Calendars by facility. */
  constructor(
    simulation: Simulation,
    facilities: Facilities,
    calendars: ReadonlyMap<number, OpeningCalendar>,
  ) {
    this.#simulation = simulation;
    this.#facilities = facilities;
    this.#calendars = calendars;
    const describe = (facility: number): string => facilities.ids[facility] ?? "unknown";
    this.#open = simulation.register({
      name: "station.open",
      priority: priority.restore,
      run: (facility) => {
        facilities.openUp(facility);
        this.#schedule(facility);
      },
      describe,
    });
    this.#shut = simulation.register({
      name: "station.shut",
      priority: priority.disrupt,
      run: (facility) => {
        facilities.shut(facility);
        this.#schedule(facility);
      },
      describe,
    });
  }

  /** As at the start of a run, which may be in the night. */
  reset(): void {
    for (const [facility, calendar] of this.#calendars) {
      if (!calendar.isOpen(this.#simulation.now)) this.#facilities.shut(facility);
      this.#schedule(facility);
    }
  }

  #schedule(facility: number): void {
    const calendar = this.#calendars.get(facility) as OpeningCalendar; // it has one
    const time = calendar.nextChange(this.#simulation.now);
    if (time > lastInstantMs) return;
    this.#simulation.schedule(time, calendar.isOpen(time) ? this.#open : this.#shut, facility);
  }
}
