import { kindForWord } from "#scenario/language/forms/kind-words";
import { suggest } from "#scenario/read/nearest";

/** Words of the language that this version does not understand yet, by what they are. */
const later: Readonly<Record<"key" | "kind", ReadonlySet<string>>> = {
  key: new Set([
    ...["services", "stocks", "processes", "agencies", "regimes", "adversaries", "dependencies"],
    ...["budget", "exercise"],
    ...["shelf-life", "controlled"],
  ]),
  kind: new Set([
    ...["stock-loss", "alert", "stock", "level"],
    ...["expedite", "allocate", "repair-crew", "share", "train", "deconflict"],
    ...["end-use-check", "fill-rate", "detection", "displacement", "false-alarm-share", "exam-load"],
  ]),
};

/** The remedy for a word that its place does not know: the nearest one, or what there is in its stead. */
export function instead(what: "key" | "kind", word: string, names: Iterable<string>): string {
  if (!later[what].has(word)) {
    const all = [...names];
    const meant = what === "kind" ? kindForWord(word, all) : undefined;
    return meant === undefined ? suggest(word, all) : `nearest is "${meant}"`;
  }
  const yet = "it comes with a later version";
  return what === "key" ? `${yet}, leave it out` : `${yet}, ${suggest("", names)}`;
}
