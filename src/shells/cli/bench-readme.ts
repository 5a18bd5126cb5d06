import { hanging, wrapped } from "#shells/cli/paint";
import { benchmark } from "#study/benchmark/cells";
import type { NetworkResult } from "#study/benchmark/cells";
import { noDisruption, noPolicy } from "#study/benchmark/design";

/** Characters in a line of the page. */
const width = 100;

/** What a page about results is made from. */
export interface BenchmarkPage {
  /** What was run; of the results only the studies are read. */
  readonly networks: readonly (Pick<NetworkResult, "design"> & {
    readonly result: Pick<NetworkResult["result"], "study">;
  })[];
  /** What to type to get the same again. */
  readonly command: string;
  /** The version of Breakwater. */
  readonly made: string;
}

/** What stands in a folder of results, what its names mean, how to make it again, and how to cite it. */
export function benchmarkReadme({ networks, command, made }: BenchmarkPage): string {
  const [first] = networks;
  const summary = (name: string): string =>
    first?.result.study.variants.find((variant) => variant.name === name)?.summary ?? "";
  const told = (names: readonly string[]): readonly string[] =>
    names.map((name) => item(name, `${summary(name)}.`));
  const { disruptions = [], policies = [] } = first?.design ?? {};
  return [
    `# Strategies against disruption, version ${benchmark.version}`,
    "",
    ...paragraphs(about),
    "Made again, to the byte and on any number of threads, by:",
    "",
    "```sh",
    command,
    "```",
    "",
    ...paragraphs([
      `To cite it: Breakwater ${made}, benchmark of strategies ${benchmark.version}, with the hash of ` +
        "`results.csv` in `manifest.json`. Each network is a scenario in `scenarios/benchmark` that " +
        "`breakwater run` runs by itself; what is common to all stands once in `strategies.yaml` there.",
    ]),
    "## Networks",
    "",
    ...networks.map(({ result: { study } }) => networkItem(study)),
    "",
    "## Disruptions",
    "",
    ...told(disruptions),
    item(noDisruption, "None: what a policy does on quiet days."),
    "",
    "## Policies",
    "",
    ...told(policies),
    item(noPolicy, "No policy."),
    "",
    "## How to read it",
    "",
    ...paragraphs(cautions),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

const about: readonly string[] = [
  "`results.csv` has a line for each measure of each policy under each disruption on each network, with " +
    "its 95 % interval, its paired difference from no policy, and whether that can be told from chance. " +
    "`ranks.csv` has the mean rank of each policy. `datapackage.json` says what each column is.",
];

const cautions: readonly string[] = [
  "Everything is measured against the quiet days of the same network without a policy, in pairs of equal " +
    "draws. A difference from `none` is between two runs under the same disruption. What the measures mean " +
    "stands in `src/domain/measure/README.md`.",
  "The largest shortfall is never below 0: a policy that changes who is served when has one on quiet days " +
    "too, of a few vessels for a few hours. A surge of demand loses nothing and delays everybody: read " +
    "`delay` there. On large networks the hub is a small part of all, and what befalls it alone shows in " +
    "delays more than in the rate.",
  "A verdict is adjusted by Holm for the policies of one cell, not for all cells. The interval of " +
    "a mean rank tells of chance over replications; the networks and disruptions are those of the " +
    "benchmark, and no sample of others.",
];

function networkItem(study: NetworkResult["result"]["study"]): string {
  const scenario = study.variants[0]?.scenario;
  const sites = Object.keys(scenario?.network.sites ?? {}).length;
  return item(study.id, `${sites} sites. ${scenario?.notes ?? ""}`);
}

function item(name: string, words: string): string {
  return hanging("- ", `\`${name}\`: ${words.trim()}`, width);
}

function paragraphs(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => [wrapped(text, width), ""]);
}
