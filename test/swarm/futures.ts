import { parse } from "yaml";
import { formatDiagnostic } from "#base/diagnostic";
import { Dice } from "#scenario/language/dice";
import { resolveStudy } from "#scenario/language/resolve";
import type { Future, Resolution } from "#scenario/language/resolve";
import { shippedFiles } from "#study/runners/shipped-files";
import { source } from "../domain/run.ts";

/** So many futures of a scenario are looked at, from its first to its last. */
const lookedAt = 6;

/** What the futures of one seed came to. */
export interface Outlook {
  /** Futures that came to a study, and those that told why they do not. */
  readonly studies: number;
  readonly told: number;
  /** 1 where `futures` itself was refused, with a reason; else 0. */
  readonly refused: number;
  /** What went wrong, a sentence each. */
  readonly problems: readonly string[];
}

/**
 * Lets some paths of a scenario vary, as its seed says, by values that fit there and by values that do not:
 * nothing throws, what is refused says why, every future comes to a study or says why not, says the same
 * again, and its baseline is that of the scenario with the same values set.
 */
export function foresee(seed: string, text: string): Outlook {
  const written = `${text}${futuresText(seed, text)}\n`;
  try {
    const { study, futures, diagnostics } = resolved(seed, written);
    if (study === undefined) {
      const problems = diagnostics.length > 0 ? [] : ["futures are refused without a word"];
      return { studies: 0, told: 0, refused: 1, problems };
    }
    if (futures === undefined) return { studies: 0, told: 0, refused: 0, problems: ["there are no futures"] };
    const step = Math.max(1, Math.floor(futures.count / lookedAt));
    const indices = Array.from({ length: futures.count }, (_, index) => index).filter(
      (index) => index % step === 0,
    );
    const seen = indices.map((index) => futures.at(index));
    const again = indices.map((index) => futures.at(index));
    const studies = seen.filter((future) => future.study !== undefined).length;
    const changed =
      JSON.stringify(seen) === JSON.stringify(again) ? [] : ["a future is another, asked again"];
    const problems = [...seen.flatMap((future) => problemsOf(seed, text, future)), ...changed];
    return { studies, told: seen.length - studies, refused: 0, problems };
  } catch (error) {
    const thrown = error instanceof Error ? error.message : String(error);
    return { studies: 0, told: 0, refused: 0, problems: [`futures throw: ${thrown}`] };
  }
}

function problemsOf(seed: string, text: string, { id, values, study, diagnostics }: Future): string[] {
  if (study === undefined) return diagnostics.length > 0 ? [] : [`${id} has no study and no reason`];
  const set = values.map((value) => `${value.path}=${value.text}`);
  const same = resolved(seed, text, set);
  const [ours, theirs] = [study, same.study].map((one) => JSON.stringify(one?.variants[0]?.scenario));
  const why = same.diagnostics.map(formatDiagnostic).join("\n");
  return ours === theirs ? [] : [`${id} is not the scenario with ${set.join(", ")} set\n${why}`];
}

function resolved(seed: string, text: string, set: readonly string[] = []): Resolution {
  return resolveStudy({ id: "swarm", file: `swarm-${seed}.yaml`, text, set, library: shippedFiles, source });
}

/** `futures` as one line: one to three paths of the scenario, each a list or a distribution. */
function futuresText(seed: string, text: string): string {
  const dice = new Dice(`futures of ${seed}`);
  const leaves = leavesOf(parse(text));
  const varying = leaves.filter(({ path }) => usual.test(path) && !ofDistribution.test(path));
  const sample = dice.pick(["latin-hypercube", "grid", "sobol"]);
  const vary = Array.from({ length: dice.between(1, 3) }, () => {
    const leaf = dice.pick(dice.chance(0.9) ? varying : leaves);
    return [leaf.path, valuesOf(dice, leaf.value, { leaves, isGrid: sample === "grid" })] as const;
  });
  const count = sample === "grid" ? {} : { count: dice.between(1, 9) };
  return `futures: ${JSON.stringify({ sample, ...count, vary: Object.fromEntries(vary) })}`;
}

/** What may differ between futures; what stands elsewhere is tried now and then. */
const usual = /^(network\.sites|vessels|flows|disruptions|policies)\..*\.(?!kind$|of$)[^.]+$/;

/** What varies as a part of the whole only. */
const ofDistribution = /\.(service|every|rate|to|size|days|factor)\../;

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Numbers about the one that is written, in its unit; else, or now and then, what stands elsewhere. */
function valuesOf(
  dice: Dice,
  value: unknown,
  { leaves, isGrid }: { readonly leaves: readonly Leaf[]; readonly isGrid: boolean },
): unknown {
  const [, number, unit = ""] = /^(\d+(?:\.\d+)?)( \S+)?$/.exec(String(value)) ?? [];
  if (number === undefined) return [value];
  if (dice.chance(0.1)) return [value, dice.pick(leaves).value];
  const about = [0.5, 1, 1.5, 2].map((factor) => {
    const scaled = Number(number) * factor;
    return unit === "" ? scaled : `${scaled}${unit}`;
  });
  if (isGrid || unit === "" || dice.chance(0.3)) return about.slice(dice.between(0, 2));
  const kind = dice.pick(["uniform", "triangular"]);
  const ends = { min: about[0], max: about[3] };
  return kind === "uniform" ? { kind, ...ends } : { kind, ...ends, mode: about[1] };
}

/** All values of a document by path: those that hold no others, and maps too. */
function leavesOf(value: unknown, path: string = ""): readonly Leaf[] {
  const own = path === "" ? [] : [{ path, value }];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return own;
  const inner = Object.entries(value).flatMap(([key, one]) =>
    leavesOf(one, path === "" ? key : `${path}.${key}`),
  );
  return [...own, ...inner];
}
