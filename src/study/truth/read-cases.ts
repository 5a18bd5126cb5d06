import { assert } from "#base/assert";
import { isNamed } from "#study/truth/verification-case";
import { flatFigures } from "#study/truth/figures";
import type { CoveredCase, LaterCase, VerificationCases } from "#study/truth/verification-case";

/**
 * Reads the cases that are shipped with the project. The file is ours, so what is wrong with it is a fault of
 * the program.
 */
export function readCases(text: string): VerificationCases {
  const rows: unknown = JSON.parse(text);
  assert(Array.isArray(rows) && rows.length > 0, "the file of cases is a list");
  const written = rows as readonly Readonly<Record<string, unknown>>[]; // each is checked below
  const covered: CoveredCase[] = [];
  const later: LaterCase[] = [];
  const ids = new Set<unknown>();
  for (const row of written) {
    const words = ["id", "title", "topic"].map((key) => row[key]);
    assert(
      words.every((word) => typeof word === "string" && word !== ""),
      "a case has id, title and topic",
    );
    assert(!ids.has(row["id"]), `there is one case ${String(row["id"])}`);
    ids.add(row["id"]);
    if ("comesWith" in row)
      later.push(row as unknown as LaterCase); // its words are checked
    else covered.push(coveredCase(row));
  }
  return { covered, later };
}

function coveredCase(row: Readonly<Record<string, unknown>>): CoveredCase {
  const { id, source, inputs, tolerance, run } = row;
  assert(typeof source === "string" && source !== "", `case ${String(id)} names its source`);
  assert(
    typeof tolerance === "number" && inputs !== undefined,
    `case ${String(id)} has inputs and tolerance`,
  );
  const { judged, within } = (run ?? { judged: "none" }) as { judged?: unknown; within?: unknown }; // checked
  const isJudged = judged !== "exact" || typeof within === "number";
  assert(isJudged, `case ${String(id)} says within what its run is judged`);
  const expected = flatFigures(row["expected"]);
  const names = Object.keys(expected);
  assert(names.length > 0, `case ${String(id)} expects figures`);
  for (const measured of Object.keys(row["units"] ?? {}))
    assert(
      names.some((name) => isNamed(name, [measured])),
      `case ${String(id)} expects ${measured}, of which it gives the unit`,
    );
  return { ...(row as unknown as CoveredCase), expected }; // the rest is as the README of the data has it
}
