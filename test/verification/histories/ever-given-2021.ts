import { instantOf, plusDays as plus } from "./history.ts";
import type { History, Outcome, ReadOne } from "./history.ts";

const hours = 24;
const shipsPerDay = 54.4;
const dayMs = 86_400_000;
const reopening = Date.parse("2021-03-29T16:00Z");
const portWatch = "IMF PortWatch daily data, mean of 1 January to 22 March 2021 as the usual rate";
const dwells = "ADB Data Division, ais_passageways";

/** Days from the reopening to the start of a day. */
const daysTo = (day: string): number => (Date.parse(`${day}T00:00Z`) - reopening) / dayMs;
function passed(one: ReadOne, from: string, until: string): number {
  return one("throughput", { from: instantOf(from), until: instantOf(until) });
}

function dwellHours(one: ReadOne, day: string): number {
  return one("dwell", { from: `${day}T00:00Z`, until: `${plus(day, 1)}T00:00Z` }) * hours;
}

/** From 29 March 16:00Z; the model's reopening is drawn, and its onset is 05:41Z, give or take a minute. */
function listDays(one: ReadOne): number {
  const closedDays = (reopening - Date.parse("2021-03-23T05:41Z")) / dayMs;
  return one("list-clear-time") + one("capacity-restored-time") - closedDays;
}

/**
 * The first day with no more than the usual number, unless the day after has more: a dip of a single
 * day.
 */
function firstUsualDay(one: ReadOne): number {
  for (let day = "2021-03-30"; day < "2021-05-09"; day = plus(day, 1)) {
    const isUsual = (of: string): boolean => passed(one, of, plus(of, 1)) <= shipsPerDay;
    if (isUsual(day) && isUsual(plus(day, 1))) return daysTo(day);
  }
  return NaN;
}

/** The first day of arrival after which no mean dwell is 30 h or more. */
function shortDwellDay(one: ReadOne): number {
  let last = "2021-03-21";
  for (let day = "2021-03-22"; day < "2021-05-11"; day = plus(day, 1))
    if (dwellHours(one, day) >= 30) last = day;
  return daysTo(plus(last, 1));
}

const queueAt = (
  metric: string,
  text: string,
  at: string,
  figures: readonly [number, number, number],
  source: string,
): Outcome => ({
  metric,
  text,
  source,
  unit: "ships",
  published: figures[0],
  low: figures[1],
  high: figures[2],
  ...(metric === "peak_queue" ? {} : { group: "queue path" }),
  read: (one) => one("queue", { at }),
});

const dwellOf = (day: string, text: string, figures: readonly [number, number, number]): Outcome => ({
  metric: `mean_dwell_arrivals_${text.replace(" ", "_").toLowerCase().slice(0, 6)}`,
  text: `mean dwell of those who came on ${text}`,
  source: dwells,
  unit: "h",
  published: figures[0],
  low: figures[1],
  high: figures[2],
  group: "dwell",
  read: (one) => dwellHours(one, day),
});

/** Every outcome of the blockage that may be scored, with its published range. */
const outcomes: readonly Outcome[] = [
  queueAt(
    "peak_queue",
    "ships waiting at the reopening, 29 March 16:00Z",
    "2021-03-29T16:00Z",
    [422, 367, 425],
    "SCA by Reuters, 3 April 2021; Leth Agencies 367",
  ),
  queueAt(
    "queue_25_mar",
    "ships waiting on 25 March 17:00Z",
    "2021-03-25T17:00Z",
    [156, 148, 216],
    "Leth by S&P Global; Lloyd's List 216",
  ),
  queueAt(
    "queue_26_mar",
    "ships waiting on 26 March 12:00Z",
    "2021-03-26T12:00Z",
    [237, 213, 250],
    "AP, Lloyd's List, 26 March 2021; hour assumed",
  ),
  queueAt(
    "queue_27_mar",
    "ships waiting on 27 March 12:00Z",
    "2021-03-27T12:00Z",
    [321, 276, 330],
    "SCA, 27 March 2021; agents 280",
  ),
  queueAt(
    "queue_28_mar",
    "ships waiting on 28 March 12:00Z",
    "2021-03-28T12:00Z",
    [369, 320, 369],
    "SCA; agents 320 to 327; hour assumed",
  ),
  queueAt(
    "queue_1_apr",
    "ships waiting on 1 April 06:00Z",
    "2021-04-01T06:00Z",
    [249, 240, 260],
    "Leth, 1 April 2021",
  ),
  queueAt(
    "queue_5_apr",
    "ships waiting on 5 April 12:00Z",
    "2021-04-05T12:00Z",
    [65, 55, 75],
    "jsconnor.com, 6 April 2021; hour assumed",
  ),
  {
    metric: "days_reopen_to_backlog_cleared",
    text: "until the last of those waiting at the reopening has passed",
    source: "SCA by Reuters, 3 April 2021",
    unit: "d",
    published: 5,
    low: 4.5,
    high: 5.5,
    read: listDays,
  },
  {
    metric: "cumulative_transit_deficit_at_29_mar",
    text: "fewer than usual, 23 to 29 March",
    source: portWatch,
    unit: "ships",
    published: 266.5,
    low: 240,
    high: 311,
    read: (one) => shipsPerDay * 7 - passed(one, "2021-03-23", "2021-03-30"),
  },
  {
    metric: "mean_transits_30mar_4apr",
    text: "transits a day, 30 March to 4 April",
    source: "IMF PortWatch; SCA for the high end",
    unit: "ships/d",
    published: 75.8,
    low: 73.5,
    high: 89.2,
    read: (one) => passed(one, "2021-03-30", "2021-04-05") / 6,
  },
  {
    metric: "sca_transits_to_31mar",
    text: "transits from the reopening to the end of 31 March, local time",
    source: "SCA by devdiscourse.com, 1 April 2021",
    unit: "ships",
    published: 194,
    low: 190,
    high: 200,
    read: (one) => passed(one, "2021-03-29T16:00Z", "2021-03-31T22:00Z"),
  },
  {
    metric: "sca_transits_30mar_3apr",
    text: "transits, 30 March to 3 April",
    source: "GAC hot port news, 3 April 2021",
    unit: "ships",
    published: 446,
    low: 437,
    high: 455,
    read: (one) => passed(one, "2021-03-30", "2021-04-04"),
  },
  {
    metric: "first_day_back_at_baseline_rate",
    text: "from the reopening to the first day at the usual rate, 12 April",
    source: portWatch,
    unit: "d",
    published: daysTo("2021-04-12"),
    low: daysTo("2021-04-09"),
    high: daysTo("2021-04-13"),
    read: firstUsualDay,
  },
  {
    metric: "cumulative_deficit_11_apr",
    text: "fewer than usual, 23 March to 11 April",
    source: portWatch,
    unit: "ships",
    published: 26.2,
    low: 15,
    high: 60,
    read: (one) => shipsPerDay * 20 - passed(one, "2021-03-23", "2021-04-12"),
  },
  dwellOf("2021-03-22", "22 March", [174, 157, 191]),
  dwellOf("2021-03-23", "23 March", [197, 177, 217]),
  dwellOf("2021-03-26", "26 March", [148, 133, 163]),
  dwellOf("2021-04-01", "1 April", [80, 72, 88]),
  dwellOf("2021-04-05", "5 April", [58, 52, 64]),
  {
    metric: "dwell_below_30h_from",
    text: "from the reopening to the first day of arrival with dwell below 30 h for good, 9 April",
    source: dwells,
    unit: "d",
    published: daysTo("2021-04-09"),
    low: daysTo("2021-04-08"),
    high: daysTo("2021-04-10"),
    read: shortDwellDay,
  },
  {
    metric: "april_2021_transits",
    text: "transits in April 2021",
    source: "SCA by informare.it, 21 May 2021",
    unit: "ships",
    published: 1814,
    low: 1780,
    high: 1830,
    read: (one) => passed(one, "2021-04-01", "2021-05-01"),
  },
  {
    metric: "diverted_ships",
    text: "ships that went round the Cape instead",
    source: "ADB Data Division, ais_passageways",
    unit: "ships",
    published: 48,
    low: 34,
    high: 60,
    read: (one) => one("diverted"),
  },
];

/** The Suez blockage of March 2021. */
export const everGiven: History = { name: "ever-given-2021", outcomes };
