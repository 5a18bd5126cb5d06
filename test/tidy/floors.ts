import table from "../../.ci/floors.json" with { type: "json" };

/** The table of floors and rooms that `.dependency-cruiser.mjs` reads too. */
interface Floors {
  /** From the ground up. */
  readonly floors: readonly string[];
  /** Every room, with the rooms of its own floor that it may import. */
  readonly rooms: Readonly<Record<string, readonly string[]>>;
  /** Rooms that may import less than all that lies below them. */
  readonly onlyBelow: Readonly<Record<string, readonly string[]>>;
  /** Floors and rooms that may import `node:` modules. */
  readonly mayUseNode: readonly string[];
  /** The files that a program or a reader of the package begins with. */
  readonly entries: readonly string[];
}

/** See `.ci/floors.json`. */
export const house: Floors = table;

/**
 * `engine/kernel` for `src/engine/kernel/calendar.ts`; all of `base` is one room; undefined outside the
 * floors.
 */
export function roomOf(file: string): string | undefined {
  const [top, floor, room, rest] = file.split("/");
  if (top !== "src" || floor === undefined || room === undefined || !house.floors.includes(floor))
    return undefined;
  return rest === undefined || floor === "base" ? floor : `${floor}/${room}`;
}

/** The floor of a room. */
export const floorOf = (room: string): string => room.split("/")[0] ?? room;
