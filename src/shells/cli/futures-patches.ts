import type { Arguments } from "#shells/cli/command";
import { UsageError } from "#shells/cli/exit-code";

/** So many futures are drawn where `--vary` says what differs and nobody says how many. */
const usualCount = 200;

/** One option that patches the futures of a scenario, and its patch as `path=value`. */
export interface FuturesPatch {
  readonly option: string;
  readonly text: string;
}

/**
 * What `--vary`, `--sample` and `--count` write under `futures`. What `--vary` says takes the place of all
 * that the scenario says there: a grid where every value is a list, else a Latin hypercube.
 */
export function futuresPatches({ vary, sample, count }: Arguments): readonly FuturesPatch[] {
  if (vary.length === 0)
    return [
      ...(sample === undefined ? [] : [{ option: "--sample", text: `futures.sample=${sample}` }]),
      ...(count === undefined ? [] : [{ option: "--count", text: `futures.count=${count}` }]),
    ];
  const varied = vary.map(variedOf);
  const chosen =
    sample ?? (varied.every(({ values }) => values.startsWith("[")) ? "grid" : "latin-hypercube");
  const many = count ?? (chosen === "grid" ? undefined : usualCount);
  const entries = varied.map(({ path, values }) => `${JSON.stringify(path)}: ${values}`);
  const counted = many === undefined ? "" : `count: ${many}, `;
  const text = `futures={ sample: ${JSON.stringify(chosen)}, ${counted}vary: { ${entries.join(", ")} } }`;
  return [
    { option: "--vary", text: "futures=null" },
    { option: "--vary", text },
  ];
}

function variedOf(text: string): { readonly path: string; readonly values: string } {
  const at = text.indexOf("=");
  const [path, values] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  if (at > 0 && path !== "" && values !== "") return { path, values };
  throw new UsageError(
    `--vary takes path=values, not "${text}"; write such as --vary "disruptions.stop.duration=[5 d, 10 d]"`,
  );
}
