import type { Rows } from "#domain/measure/measure-kind";

/** What work about rows may be about beside them: ids, all there is, or the rows of a twin. */
type About = readonly string[] | "all" | Rows;

/**
 * The same work, done once for the rows of a recorder and what else it is about, however many measures ask
 * for it; what it gave is forgotten with the rows. Ids in another order are another choice. The work may read
 * of the facts only what is the same for all who read that recorder.
 */
export function remembered<Other extends About, Value>(
  work: (rows: Rows, about: Other) => Value,
): (rows: Rows, about: Other) => Value {
  return (rows, about) => {
    const { findings } = rows.recorder;
    return findings.once(work, identityOf(about), () => work(rows, about));
  };
}

function identityOf(about: About): unknown {
  if (about === "all") return about;
  return "recorder" in about ? about.recorder : JSON.stringify(about);
}
