import { randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";

/** A place that must not be replaced, or cannot be written. The message says what to do. */
export class FolderTaken extends Error {
  override readonly name: string = "FolderTaken";
}

/** The file by which a folder is known to be a run folder. */
export const manifestName = "manifest.json";

/** Stops when `folder` stands and is neither empty nor a run folder: nothing of a user's is ever replaced. */
export function assertReplaceable(folder: string): void {
  assertWritable(dirname(resolve(folder)));
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory())
    throw new FolderTaken(`${folder} is a file, not a folder; name another folder with --out`);
  const names = readdirSync(folder);
  if (names.length === 0 || names.includes(manifestName)) return;
  throw new FolderTaken(
    `${folder} holds files that are not a run; name another folder with --out, or empty it`,
  );
}

/** Refuses a place where no folder can be made, before anything is run for it: makes one, and removes it. */
function assertWritable(parent: string): void {
  let nearest = parent;
  while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
  try {
    rmdirSync(mkdtempSync(join(nearest, ".breakwater-")));
  } catch {
    throw new FolderTaken(`cannot write in ${nearest}; name another folder with --out`);
  }
}

/** What a file is to hold: a text, bytes, or texts one after another that are never together in memory. */
export type WrittenFile = string | Uint8Array | Iterable<string>;

/**
 * Writes a folder whole or not at all: into a temporary folder beside it, flushed to disk, then renamed. A
 * run folder that stands there is replaced; until then it stays as it was, and a failure leaves it so.
 */
export function writeWholeFolder(folder: string, files: ReadonlyMap<string, WrittenFile>): void {
  const target = resolve(folder);
  assertReplaceable(target);
  mkdirSync(dirname(target), { recursive: true });
  const fresh = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  mkdirSync(fresh);
  try {
    for (const [name, text] of files) writeFlushed(join(fresh, name), text);
    flush(fresh);
    swap(fresh, target);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    throw error;
  }
  flush(dirname(target));
}

/**
 * Refuses a place where no file can be written or replaced, before anything is run for it: a folder that is
 * missing or closed, and what is no file itself, such as a folder or a device.
 */
export function assertFileWritable(path: string): void {
  const folder = dirname(resolve(path));
  if (!existsSync(folder)) throw new FolderTaken(`there is no folder ${folder}; make it, or name another`);
  if (existsSync(path) && !statSync(path).isFile())
    throw new FolderTaken(`${path} is no file; name a file, or leave the option out`);
  assertWritable(folder);
}

/** Writes one file of a folder whole or not at all. */
export function writeWholeFile(path: string, text: string | Uint8Array): void {
  assertFileWritable(path);
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFlushed(fresh, text);
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  flush(dirname(path));
}

function swap(fresh: string, target: string): void {
  if (!existsSync(target)) return renameSync(fresh, target);
  const old = `${fresh}-old`;
  renameSync(target, old);
  try {
    renameSync(fresh, target);
  } catch (error) {
    renameSync(old, target);
    throw error;
  }
  rmSync(old, { recursive: true, force: true });
}

function writeFlushed(path: string, content: WrittenFile): void {
  const file = openSync(path, "w");
  try {
    for (const part of typeof content === "string" || content instanceof Uint8Array ? [content] : content) {
      const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes the names in a folder durable; some systems cannot, and then the rename alone must do. */
function flush(folder: string): void {
  try {
    const handle = openSync(folder, "r");
    try {
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  } catch {
    // A folder cannot be opened for flushing on Windows; the files themselves are flushed.
  }
}
