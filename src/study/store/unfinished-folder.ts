import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { FolderTaken } from "#study/store/whole-folder";

/** The files by which the unfinished work of a folder is known, and that say what was asked of it. */
export const requestNames = { run: "request.json", sweep: "sweep-request.json" } as const;

/** Where the unfinished work of a folder stands: beside it. */
export function unfinishedFolder(folder: string): string {
  return `${folder}.part`;
}

/** Whether a run, or a sweep, of a folder was broken off, so that it can go on. */
export function isUnfinished(folder: string, kind: keyof typeof requestNames): boolean {
  return existsSync(join(unfinishedFolder(folder), requestNames[kind]));
}

/** Removes what was left of an earlier run or sweep of a folder; refuses what is nothing of the kind. */
export function clearUnfinished(folder: string): void {
  const unfinished = unfinishedFolder(folder);
  if (existsSync(unfinished) && !isUnfinished(folder, "run") && !isUnfinished(folder, "sweep"))
    throw new FolderTaken(
      `${unfinished} is in the way, where a run keeps what it has done; move it elsewhere`,
    );
  rmSync(unfinished, { recursive: true, force: true });
}
