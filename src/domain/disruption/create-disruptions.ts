import { assert } from "#base/assert";
import type { Track } from "#base/elementary";
import type { KindValue } from "#base/field";
import type {
  DisruptionValues,
  Effect,
  EffectContext,
  EffectKind,
  StrikeTarget,
  Strikes,
} from "#domain/disruption/disruption-kind";
import { disruptions as family, effects } from "#domain/disruption/disruption-kinds";
import type { Beginner } from "#domain/disruption/onsets";
import type { Board } from "#domain/news/board";

/** A disruption that is ready: when it begins, and what it then does. */
export interface Disruption extends Beginner {
  readonly strikes: Strikes;
}

/** What effects act with, and what is said of them. */
export interface EffectRooms
  extends Pick<EffectContext, "simulation" | "elements" | "bans" | "fleet" | "events"> {
  readonly board: Board;
  /** Where an element is, by its id: a point, or the way of a link; undefined where nobody wrote it. */
  readonly trackOf: (element: string) => Track | undefined;
}

/** A disruption as it was written, and its number of the journeys' reasons. */
export interface WrittenDisruption {
  readonly id: string;
  readonly value: KindValue;
  readonly owner: number;
}

/** One for all of its targets, or one for each where each fails by itself. */
export function createDisruptions(rooms: EffectRooms, written: WrittenDisruption): Disruption[] {
  const { id, value } = written;
  const kind = family.kinds.find((candidate) => candidate.kind === value.kind);
  assert(kind !== undefined, `disruption kind ${value.kind} exists`);
  const values = value as unknown as DisruptionValues; // normalised by the fields that all kinds share
  const address = `disruption/${id}`;
  const numbers = values.of.map((element) => rooms.elements.number(element));
  if (!("create" in kind)) {
    const targets = values.of.map((of, index): StrikeTarget => {
      return { element: numbers[index] as number, id: of, at: rooms.trackOf(of) }; // one by id
    });
    const effectOn = (effect: KindValue, { element }: StrikeTarget): Effect =>
      createEffect(rooms, written, { kind: effectKind(effect), value: effect, targets: [element] });
    return [{ id, values, address, strikes: kind.createStrikes(value, { targets, effectOn }) }];
  }
  const whole = (targets: readonly number[]): Strikes =>
    steady(targets, createEffect(rooms, written, { kind, value, targets }));
  const lifetime = kind.lifetime?.(value);
  if (!lifetime) return [{ id, values, address, strikes: whole(numbers) }];
  return values.of.map((of, index): Disruption => {
    const element = numbers[index] as number; // one by id
    const mortal = { ...lifetime, element };
    const own = { ...values, of: [of] };
    return { id, values: own, address: `${address}/${of}`, strikes: whole([element]), lifetime: mortal };
  });
}

/** What does the same to the same elements each time. */
function steady(targets: readonly number[], effect: Effect): Strikes {
  const always = [{ targets, effect }];
  return { reset: () => effect.reset(), strike: () => always };
}

function effectKind({ kind }: KindValue): EffectKind {
  const found = effects.kinds.find((candidate) => candidate.kind === kind);
  assert(found !== undefined, `effect kind ${kind} exists`);
  return found;
}

function createEffect(
  { board, ...rooms }: EffectRooms,
  { id, owner }: WrittenDisruption,
  of: { readonly kind: EffectKind; readonly value: KindValue; readonly targets: readonly number[] },
): Effect {
  const { targets } = of;
  const announceFactor: EffectContext["announceFactor"] = (factor) =>
    board.announceFactor(id, targets, factor);
  const announceWhom: EffectContext["announceWhom"] = (whom) => board.announceWhom(id, targets, whom);
  return of.kind.create(of.value, { ...rooms, id, owner, targets, announceFactor, announceWhom });
}
