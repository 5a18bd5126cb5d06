import type { Violation } from "../violation.ts";

const sections = ["dependencies", "devDependencies", "optionalDependencies", "peerDependencies", "overrides"];
const BLOB_BYTES = 1_000_000;

/** Every version in package.json is one version, not a range. */
export function exactVersions(file: string, text: string): Violation[] {
  if (file !== "package.json") return [];
  const manifest = JSON.parse(text) as Record<string, Record<string, string> | undefined>;
  return sections
    .flatMap((section) => Object.entries(manifest[section] ?? {}))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
    .map(([name, version]) => ({
      file,
      line: 1,
      message: `${name} "${version}" is a range; write one version`,
    }));
}

/** The lockfile names no download host: it would tie the project to one registry. */
export function lockfileHosts(file: string, text: string): Violation[] {
  if (file !== "package-lock.json") return [];
  return text.split("\n").flatMap((content, index) =>
    /"resolved": "https?:/.test(content)
      ? [
          {
            file,
            line: index + 1,
            message: "names a download host; write it with omit-lockfile-registry-resolved=true",
          },
        ]
      : [],
  );
}

/** Files over 1 MB are data, and data stands in notebooks-data. */
export function blob(file: string, bytes: number): Violation[] {
  if (bytes <= BLOB_BYTES || file.startsWith("notebooks-data/")) return [];
  return [{ file, line: 1, message: `has ${bytes} bytes; over ${BLOB_BYTES} only in notebooks-data` }];
}
