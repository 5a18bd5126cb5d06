/**
 * Where the README of a scenario lies, in the folder that `command` runs; undefined where the scenario's
 * notes do not speak of one, or the command names no folder.
 */
export function readmePath(command: string, notes: string): string | undefined {
  if (!/\bREADME\.md\b/.test(notes)) return undefined;
  const [, quoted, bare] = /^\S+ run (?:'([^']+)'|([^\s'-]\S*))/.exec(command) ?? [];
  const folder = (quoted ?? bare)?.replace(/[^/]*\.ya?ml$/, "").replace(/\/$/, "");
  if (folder === undefined) return undefined;
  return folder === "" ? "README.md" : `${folder}/README.md`;
}
