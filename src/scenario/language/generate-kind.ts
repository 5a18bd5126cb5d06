import { wordOf } from "#base/family";
import type { Dimension, Field, Form } from "#base/field";
import type { Kind } from "#base/kind";
import { gauges } from "#domain/world/gauge-kinds";
import type { Dice } from "#scenario/language/dice";
import { families } from "#scenario/language/families";

/** What a generated value may name. */
export interface GeneratedNames {
  readonly stations: readonly string[];
  readonly passages: readonly string[];
  readonly links: readonly string[];
  readonly flows: readonly string[];
  readonly vessels: readonly string[];
}

/** A kind that is chosen already, and the text of the shared fields that go with it. */
export interface ChosenKind {
  readonly kind: string;
  readonly shared: string;
}

/**
 * One kind of a family as text, with values for all fields that must be written and for some that need not.
 * Kinds whose fields need a file or names that are not given are passed over.
 */
export function generateKind(dice: Dice, family: string, names: GeneratedNames, chosen?: ChosenKind): string {
  const kinds = (families[family]?.kinds ?? []).filter(
    (kind) => kind.kind !== "table" && kind.kind !== "empirical",
  );
  const kind = kinds.find((candidate) => candidate.kind === chosen?.kind) ?? dice.pick(kinds);
  const shared = chosen && chosen.shared !== "" ? `, ${chosen.shared}` : "";
  const spare = family === "admission" ? 0.5 : 0;
  const own = chosen ? withoutTarget(kind) : kind;
  return `{ ${wordOf(families[family])}: ${kind.kind}${shared}${ownFields(dice, own, names, spare)} }`;
}

/** A kind that says itself what it is of: that goes with the shared fields. */
function withoutTarget(kind: Kind): Kind {
  const { of: _of, ...fields } = kind.fields;
  return { ...kind, fields };
}

/** The fields that must be written, and of the others each with the chance `spare`. */
function ownFields(dice: Dice, { kind, fields }: Kind, names: GeneratedNames, spare: number): string {
  const entries = Object.entries(fields);
  const written = entries.filter(
    ([key, field]) => !field.optional || (spare > 0 && isWritten(dice, key, spare)),
  );
  if (kind === "profile") {
    const some = entries.filter(([key, field]) => field.example !== undefined && key !== "rate");
    written.push(...some.filter(() => dice.chance(0.7)));
  }
  if (kind === "ban") written.push(...entries.filter(([key]) => key === "share"));
  if (kind === "capacity") written.push(...entries.filter(([key]) => key === "factor"));
  return written.map(([key, field]) => `, ${key}: ${generateValue(dice, field, names)}`).join("");
}

/** A convoy has a size, or nothing could act on its pace; an offset from UTC is no span of any length. */
function isWritten(dice: Dice, key: string, spare: number): boolean {
  return key === "size" || (key !== "utc-offset" && dice.chance(spare));
}

/** A condition: some gauge of a station or a passage on one side of a line. */
export function generateCondition(dice: Dice, of: string, side: "at-most" | "at-least"): string {
  const isPassage = of.endsWith(".transit");
  const gauge = dice.pick(gauges.kinds.filter(({ ofPassages }) => !isPassage || ofPassages !== false));
  const line = gauge.fields[side];
  const value = line === undefined ? "1" : generateValue(dice, line, empty);
  const held = dice.chance(0.5) ? `, for: ${dice.between(1, 9)} h` : "";
  return `{ gauge: ${gauge.kind}, of: ${of}, ${side}: ${value}${held} }`;
}

type Writer = (dice: Dice, shape: Form, names: GeneratedNames) => string;

const writers: Partial<Record<Form["form"], Writer>> = {
  flag: (dice) => (dice.chance(0.5) ? "true" : "false"),
  text: () => "words",
  word: (dice, shape) => (shape.form === "word" ? dice.pick(shape.words) : ""),
  count: (dice, shape) => String(dice.between(shape.form === "count" ? Math.max(1, shape.least) : 1, 5)),
  factor: (dice) => String(dice.between(1, 20) / 10),
  share: (dice) => `${dice.between(1, 99)} %`,
  quantity: (dice, shape) => (shape.form === "quantity" ? generateQuantity(dice, shape.dimension) : ""),
  instant: (dice) => `${dice.between(11, 40)} d`,
  moment: (dice) => `${dice.between(11, 40)} d`,
  distribution: (dice, shape) =>
    shape.form === "distribution" ? generateDistribution(dice, shape.dimension) : "",
  schedule: (dice, shape, names) =>
    shape.form === "schedule" ? generateSchedule(dice, shape.of, names) : "",
  map: (dice, shape, names) =>
    shape.form === "map" && shape.keys === "vessel" && names.vessels.length > 0
      ? `{ ${dice.pick(names.vessels)}: ${generateValue(dice, shape.of, names)} }`
      : "{}",
  selector: (dice, shape, names) =>
    shape.form === "selector" && shape.of === "passage" ? "all" : dice.pick(names.stations),
  either: (dice, shape, names) =>
    shape.form === "either" ? generateValue(dice, dice.pick(shape.options), names) : "",
  kind: (dice, shape, names) => (shape.form === "kind" ? generateKind(dice, shape.family, names) : ""),
};

/** A value of a field as a user would write it. */
export function generateValue(dice: Dice, field: Field<unknown>, names: GeneratedNames): string {
  return writers[field.shape.form]?.(dice, field.shape, names) ?? field.example ?? "1";
}

/** A value for all the time, or one from the start and another from a later day on. */
function generateSchedule(dice: Dice, of: Field<unknown>, names: GeneratedNames): string {
  const first = generateValue(dice, of, names);
  if (dice.chance(0.5)) return first;
  return `{ 0 d: ${first}, ${dice.between(5, 40)} d: ${generateValue(dice, of, names)} }`;
}

const quantities: Readonly<Record<Dimension, (dice: Dice) => string>> = {
  duration: (dice) => `${dice.between(1, 30)} h`,
  distance: (dice) => `${dice.between(200, 900)} km`,
  speed: (dice) => `${dice.between(5, 20)} kn`,
  amount: (dice) => `${dice.between(1, 900)} t`,
  money: (dice) => `${dice.between(1, 900)} kUSD`,
  rate: (dice) => `${dice.between(1, 80) / 10} /d`,
  "amount-rate": (dice) => `${dice.between(1, 900)} t/d`,
  cost: (dice) => `${dice.between(1, 90)} kUSD/d`,
  "unit-value": (dice) => `${dice.between(1, 900)} USD/t`,
  length: (dice) => `${dice.between(4, 20)} m`,
  number: (dice) => String(dice.between(1, 15) / 10),
  instant: (dice) => `${dice.between(11, 40)} d`,
};

function generateQuantity(dice: Dice, dimension: Dimension): string {
  return quantities[dimension](dice);
}

/** A plain quantity, or a kind whose parameters agree: `max` above `mode` above `min`. */
function generateDistribution(dice: Dice, dimension: Dimension): string {
  const kinds = (families["distribution"]?.kinds ?? []).filter(
    (kind) => kind.kind !== "empirical" && kind.kind !== "constant",
  );
  if (kinds.length === 0 || dice.chance(0.4)) return generateQuantity(dice, dimension);
  const kind = dice.pick(kinds);
  const [, unit = ""] = /^[\d.]+(.*)$/.exec(generateQuantity(dice, dimension)) ?? [];
  const least = dice.between(1, 5);
  const isBounded = ["min", "max", "mean"].every((key) => kind.fields[key]?.optional === false);
  const values: Readonly<Record<string, string>> = {
    min: `${least}${unit}`,
    mode: `${least + 2}${unit}`,
    max: `${least + dice.between(3, 9)}${unit}`,
    sd: isBounded ? `0.${dice.between(1, 6)}${unit}` : `${dice.between(1, 6)}${unit}`,
    ...(isBounded ? { mean: `${least + 1}${unit}` } : {}),
    shape: String(dice.between(11, 40) / 10),
  };
  const parts = Object.entries(kind.fields)
    .filter(([key, field]) => !field.optional || key === "mean")
    .map(([key, field]) => {
      const isPlaced = field.shape.form === "quantity" && field.shape.dimension === "number";
      if (field.shape.form === "list") {
        const wide = `{ kind: uniform, min: ${least}${unit}, max: ${least + 7}${unit} }`;
        return `${key}: [{ weight: 2, value: ${least + 3}${unit} }, { weight: 0.5, value: ${wide} }]`;
      }
      if (field.shape.form === "pairs")
        return `${key}: { ${least}${unit}: 3, ${least + dice.between(1, 9)}${unit}: 0.5 }`;
      const own = isPlaced ? `${dice.between(2, 12)}${unit}` : generateValue(dice, field, empty);
      return `${key}: ${values[key] ?? own}`;
    });
  return `{ kind: ${kind.kind}, ${parts.join(", ")} }`;
}

const empty: GeneratedNames = { stations: [], passages: [], links: [], flows: [], vessels: [] };
