/**
 * Everything that can be wrong with a scenario: the code that is printed, and the rule in a sentence. The set
 * is closed; a test asserts that broken files exist for every code.
 */
export const diagnosticCodes = {
  // The text
  FILE_EMPTY: "A scenario file holds a map of keys.",
  FILE_UNKNOWN: "`extends` names a scenario of the same folder tree.",
  FILE_CYCLE: "A file never extends itself, also not through others.",
  YAML_SYNTAX: "A scenario is one document of YAML 1.2 or JSON.",
  YAML_ALIAS: "Anchors, aliases and tags are not part of the language: `extends` shares what is common.",
  YAML_DEEP: "Values nest at most 60 levels deep.",
  // Tables
  TABLE_UNKNOWN: "`network.tables` names files in the folder of the scenario.",
  TABLE_MALFORMED: "A table is whole text of its kind, in UTF-8.",
  COLUMN_UNKNOWN: "Each column of a table is a field of what it holds, or is skipped.",
  COLUMN_TWICE: "A column, and a field that is read from one, stands once in its table.",
  ROW_WRONG: "A row is whole, and is what its kind of table can hold.",
  // Keys
  KEY_UNKNOWN: "Every key is one that its map knows.",
  KEY_MISSING: "A key without a default must be written.",
  KEY_EMPTY: "A key without a value is an error; `null` removes, in a patch only.",
  KEY_TWICE: "A key stands once in its map.",
  KEY_ON: "Targets are named by `of`, never by `on`, which older YAML reads as true.",
  KEYS_EXCLUSIVE:
    "Of some keys only one may stand: `end` or `duration`; `start`, `occurs`, `after` or `when`.",
  NOTHING_TO_REMOVE: "`null` removes what a base wrote.",
  SET_MALFORMED: "`--set` reads path=value, with keys joined by dots.",
  VERSION_UNKNOWN: "The first line says `breakwater: 1`.",
  // Values
  SHAPE_WRONG: "Each value has the shape that its key asks for: a map, a list, a word, a number, a quantity.",
  WORD_UNKNOWN: "A word is one of the few that its key knows.",
  KIND_MISSING: "A map that plugs something in says its `kind`.",
  KIND_UNKNOWN: "`kind` names one of its family.",
  NUMBER_MALFORMED: "Numbers are decimal and finite: 1000, 0.05, 1e6.",
  COUNT_FRACTION: "What is counted comes whole.",
  OUT_OF_RANGE: "A number lies within the bounds of its key.",
  UNIT_MISSING: "A bare number where a unit is due is an error.",
  UNIT_UNDUE: "Counts, factors and shares carry no unit.",
  UNIT_UNKNOWN: "A unit is one that the language or a commodity declares.",
  UNIT_WRONG: "A unit belongs to the dimension that its key asks for.",
  UNIT_MONTH: "A month has no fixed length.",
  TOO_SHORT: "Durations and mean gaps above 0 are at least 1 s.",
  INSTANT_MALFORMED: "Instants are ISO 8601 UTC, a duration from `time.start`, or an event with an offset.",
  INSTANT_IMPOSSIBLE: "Dates exist in the calendar.",
  TIME_OF_DAY_MALFORMED: "Times of day read 06:30, from 00:00 to 23:59.",
  INSTANT_UNFIXED: "Where a known date is due, an event must have a fixed date.",
  DISTRIBUTION_WRONG: "The parameters of a distribution agree with each other.",
  VARIANCE_INFINITE: "What is averaged has a finite variance.",
  VALUES_WRONG: "The values of one kind agree with each other and with what it acts on.",
  // Names
  ID_MALFORMED: "Ids are kebab-case or UN/LOCODEs, and no word of the language.",
  ID_TWICE: "An id names one thing of the scenario.",
  ID_UNKNOWN: "An id names something of the scenario or of its data set.",
  ID_UNUSED: "Classes and commodities that nothing uses are probably misspelt.",
  SELECTOR_EMPTY: "A selector finds something.",
  SELECTOR_WRONG: "A selector is an id, a list, `all`, `none` or a filter.",
  SOURCE_UNKNOWN: "`sources` names paths that the scenario has.",
  // Patches
  VARIANT_CYCLE: "A variant never extends itself, also not through others.",
  PATCH_CONFLICT: "Two patches of one variant never write one path differently.",
  PATCH_NOTHING: "A variant changes something.",
  // One value against another
  ORDER_WRONG: "What ends, ends after it began.",
  EVENT_CYCLE: "What is tied to an event never waits for itself.",
  EVENT_NEVER: "What is tied to an event is tied to one that can come.",
  DISRUPTION_UNTIMELY: "A dated disruption begins after the warm-up and before the end of the run.",
  WARM_UP_SHORT: "The warm-up is at least the longest way from any origin to what is measured.",
  COORDINATES_WRONG: "Latitudes run from -90 to 90, longitudes from -180 to 180 degrees.",
  COORDINATES_MISSING: "The length of a link without `distance` needs the coordinates of both ends.",
  DISTANCE_SHORT: "No way is shorter than the great circle.",
  ENDS_EQUAL: "What leads from somewhere leads somewhere else.",
  UNREACHABLE: "Every destination of a flow can be reached by its class.",
  MODE_WITHOUT_LINK: "There are links for the mode of every class that sails.",
  TYPE_MISSING: "A site that no data set brings says its `type`.",
  TRANSIT_MISPLACED: "Passages have a `transit`; other sites have stations.",
  LIKE_CYCLE: "A site is never like itself, also not through others.",
  PATH_MISSING: "A site with several stations says which of them a vessel passes.",
  SERVICE_MISSING: "A service by class has one for every class that calls.",
  LOAD_FULL:
    "Stations and passages are planned to be less than fully busy, or their queues grow without end.",
  CARGO_INCOMPLETE: "A commodity flow has both `commodity` and `size`, counted in the commodity's unit.",
  CARGO_TOO_LARGE: "A shipment fits its vessel.",
  LIMIT_MISSING: "A threshold has `at-most` or `at-least`.",
  MEASURE_MISSING: "A threshold names a measure and a thing that `measures` holds.",
  PERFORMANCE_MISSING: "What compares curves needs `performance`.",
  WINDOW_OUTSIDE: "What is measured lies inside the run, after its warm-up.",
  WINDOW_THIN: "A window holds enough counts to resolve `recovered-at`.",
  REPLICATIONS_FEW: "Intervals of a mean need some 30 replications.",
} as const;

/** One of `diagnosticCodes`. */
export type DiagnosticCode = keyof typeof diagnosticCodes;
