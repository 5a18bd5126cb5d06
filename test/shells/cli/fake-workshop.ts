import type { Diagnostic } from "#base/diagnostic";
import type { Resolved, Study } from "#scenario/language/resolved";
import { suggest } from "#scenario/read/nearest";
import { UsageError } from "#shells/cli/exit-code";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import type { Workshop } from "#shells/cli/workshop";
import { fakeSource } from "../../study/runners/runner.laws.ts";
import { fakeStudy } from "../../study/fake-study.ts";

const wrong: Diagnostic = {
  code: "ID_UNKNOWN",
  severity: "error",
  place: { file: "wrong.yaml", line: 14, column: 12 },
  path: "network.links.lane.to",
  wrong: `"suez-n" is not defined`,
  right: `nearest is "suez-nb"`,
};

/**
 * Knows `fake`, with a threshold that `limit=days` sets; `wrong`, which has an error; and
 * `ever-given-2021`, as `fake`.
 */
export const fakeWorkshop: Workshop = {
  check(typed, set) {
    const shared = {
      file: `${typed}.yaml`,
      explanation: () => "title: One berth (fake.yaml:2:8)\n",
      origin: () => undefined,
      routes: () => [],
    };
    if (typed === "wrong") return { ...shared, study: undefined, diagnostics: [wrong] };
    if (typed !== "fake" && typed !== "ever-given-2021") {
      throw new UsageError(`there is no scenario ${typed}; ${suggest(typed, ["fake"])}`);
    }
    return { ...shared, study: patched(fakeStudy(), set), diagnostics: [] };
  },
  checkText: (_text, file) => ({ ...fakeWorkshop.check("fake", [], ""), file }),
  sketch: () => ({ lacks: "nothing is sketched here" }),
  benchmarks: () => [{ id: "fake", path: "fake" }],
  laboratory: fakeSource,
  futures: shippedWorkshop.futures,
  truth: shippedWorkshop.truth,
};

function patched(study: Study, set: readonly string[]): Study {
  const value = (key: string): string | undefined =>
    set.find((text) => text.startsWith(`${key}=`))?.slice(key.length + 1);
  const [replications, seed, limit] = [value("replications"), value("seed"), value("limit")];
  const patch: Partial<Resolved> = {
    ...(replications === undefined ? {} : { replications: Number(replications) }),
    ...(seed === undefined ? {} : { seed: String(JSON.parse(seed)) }),
    ...(limit === undefined ? {} : { thresholds: { soon: threshold(Number(limit)) } }),
  };
  const variants = study.variants.map((variant) => ({
    ...variant,
    scenario: { ...variant.scenario, ...patch },
  }));
  return { ...study, variants };
}

function threshold(atMost: number): Resolved["thresholds"][string] {
  return {
    measure: "mean-wait",
    of: "harbour.berth",
    variant: "baseline",
    statistic: "mean",
    atMost,
    atLeast: undefined,
  };
}
