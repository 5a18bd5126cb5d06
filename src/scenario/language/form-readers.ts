import { readEither } from "#scenario/language/forms/alternatives";
import { readDistribution, readSchedule } from "#scenario/language/forms/chance";
import { readInstant, readMoment } from "#scenario/language/forms/instants";
import { readKindField } from "#scenario/language/forms/kinds";
import { readKindsByKey } from "#scenario/language/forms/kinds-by-key";
import { readList } from "#scenario/language/forms/lists";
import { readMap } from "#scenario/language/forms/maps";
import { readCount, readFactor, readQuantity, readShare } from "#scenario/language/forms/numbers";
import { readDaySpan } from "#scenario/language/forms/day-spans";
import { readPairs, readTimeOfDay } from "#scenario/language/forms/pairs";
import { readRecord } from "#scenario/language/forms/records";
import { readPer, readReference, readWeights } from "#scenario/language/forms/references";
import { readSelector } from "#scenario/language/forms/selectors";
import { readFlag, readText, readWord } from "#scenario/language/forms/words";
import type { FormReaders } from "#scenario/language/reading";

/** How a value of each form is read. */
export const formReaders: FormReaders = {
  flag: readFlag,
  text: readText,
  word: readWord,
  count: readCount,
  factor: readFactor,
  share: readShare,
  quantity: readQuantity,
  "time-of-day": readTimeOfDay,
  "day-span": readDaySpan,
  instant: readInstant,
  moment: readMoment,
  distribution: readDistribution,
  schedule: readSchedule,
  reference: readReference,
  selector: readSelector,
  weights: readWeights,
  per: readPer,
  kind: readKindField,
  "kinds-by-key": readKindsByKey,
  record: readRecord,
  map: readMap,
  pairs: readPairs,
  list: readList,
  either: readEither,
};
