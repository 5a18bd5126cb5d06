import { floorOf, house, roomOf } from "../floors.ts";
import { fileOfImport, importsOf } from "../imports.ts";
import { isSource } from "../syntax.ts";
import type { Violation } from "../violation.ts";

/**
 * Imports go strictly downward, within a floor only as the table says, by subpath, and to Node only from the
 * top.
 */
export function layers(file: string, text: string): Violation[] {
  if (!isSource(file) || isFace(file)) return [];
  const room = roomOf(file);
  const known = room !== undefined && (room === "base" || room in house.rooms);
  if (!known) return [{ file, line: 1, message: "stands in no room of .ci/floors.json; move it into one" }];
  return importsOf(file, text).flatMap(({ specifier, line }) => {
    const message = faultOf(file, room, specifier);
    return message === undefined ? [] : [{ file, line, message }];
  });
}

/** Whether a file is what a reader of the package imports: it stands above the floors, and imports of all. */
function isFace(file: string): boolean {
  return house.entries.includes(file) && file.split("/").length === 2;
}

function faultOf(file: string, room: string, specifier: string): string | undefined {
  if (specifier.startsWith("..")) return `imports "${specifier}"; write the subpath: "#floor/room/file"`;
  if (specifier.startsWith("node:") && !house.mayUseNode.some((place) => isWithin(room, place))) {
    return (
      `imports "${specifier}"; only ${house.mayUseNode.join(", ")} know Node: take the value ` +
      `as an argument`
    );
  }
  const target = fileOfImport(file, specifier);
  const other = target === undefined ? undefined : roomOf(target);
  return other === undefined || mayImport(room, other) ? undefined : refusal(room, other);
}

function mayImport(room: string, other: string): boolean {
  if (room === other) return true;
  const narrow = house.onlyBelow[room];
  if (narrow) return narrow.some((place) => isWithin(other, place));
  if (floorOf(room) === floorOf(other)) return (house.rooms[room] ?? []).includes(other);
  return house.floors.indexOf(floorOf(other)) < house.floors.indexOf(floorOf(room));
}

function refusal(room: string, other: string): string {
  const beside = (house.rooms[room] ?? []).join(", ") || "no room";
  return `${room} imports ${other}; it may import the floors below it, and of its own floor ${beside}`;
}

function isWithin(room: string, place: string): boolean {
  return room === place || room.startsWith(`${place}/`);
}
