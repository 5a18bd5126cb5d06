import { ambientInputs } from "./rules/ambient-inputs.ts";
import { cycles } from "./rules/cycles.ts";
import { defaultExport, missingDoc } from "./rules/exports.ts";
import { fileName, topFolder } from "./rules/file-names.ts";
import { lastingFunction } from "./rules/lasting-functions.ts";
import { layers } from "./rules/layers.ts";
import { fileLength, functionLength } from "./rules/lengths.ts";
import { lineLength } from "./rules/line-length.ts";
import { anyType, castWithoutReason, nonNull } from "./rules/loose-types.ts";
import { exactVersions, lockfileHosts } from "./rules/packages.ts";
import { unlistedKinds } from "./rules/unlisted-kinds.ts";
import { unreachable } from "./rules/unreachable.ts";
import { machinePaths, notRunTests, unfinished } from "./rules/words.ts";
import type { FileRule, TreeRule } from "./violation.ts";

/** Rules about one file, by what they ask for. */
export const fileRules: Readonly<Record<string, FileRule>> = {
  "imports follow the table of floors and rooms": layers,
  "no file has over 600 lines": fileLength,
  "no function has over 70 lines": functionLength,
  "no line has over 110 characters outside tables and links": lineLength,
  "nothing is `any`": anyType,
  "a cast says why it holds": castWithoutReason,
  "`!` stands in hot files only": nonNull,
  "nothing below study takes an ambient input": ambientInputs,
  "no function is put among what lives long where worlds are made": lastingFunction,
  "exports have names": defaultExport,
  "exported names have a doc comment": missingDoc,
  "files are named after what they are": fileName,
  "folders at the top are the fixed ones": topFolder,
  "nothing is left unfinished": unfinished,
  "no path belongs to one machine": machinePaths,
  "every test runs": notRunTests,
  "dependencies have one exact version": exactVersions,
  "the lockfile names no download host": lockfileHosts,
};

/** Rules about all files together, by what they ask for. */
export const treeRules: Readonly<Record<string, TreeRule>> = {
  "no file imports itself by way of others": cycles,
  "every source is reached from an entry": unreachable,
  "every kind is listed in a kinds.ts": unlistedKinds,
};
