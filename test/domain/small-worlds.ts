/**
 * Small networks whose instants are computed by hand. All ships sail at 10 km/h, so 100 km take ten hours.
 */

/** What a small scenario is made of, beside the network; each as it is written. */
export interface SmallParts {
  readonly days?: number;
  readonly vessels?: string;
  readonly flows?: string;
  readonly disruptions?: string;
  readonly policies?: string;
  readonly measures?: string;
  readonly commodities?: string;
  readonly variants?: string;
  readonly seed?: string;
  /** 1 d when left out. */
  readonly warmUp?: string;
  /** What the curve is of; `calls` when left out. */
  readonly performance?: string;
}

const ship = "ship: { mode: sea, speed: 10 km/h }";

function small(
  network: string,
  parts: SmallParts,
  usual: { readonly flows: string; readonly measures: string },
): string {
  const section = (name: string, body: string | undefined): string =>
    body === undefined ? "" : `${name}: { ${body} }\n`;
  return `
breakwater: 1
title: A small world
seed: ${parts.seed ?? "small"}
time: { start: 2024-01-01T00:00Z, duration: ${parts.days ?? 10} d, warm-up: ${parts.warmUp ?? "1 d"} }
replications: 1
network:
${network}
${section("vessels", parts.vessels ?? ship)}${section("commodities", parts.commodities)}${section("flows", parts.flows ?? usual.flows)}${section("disruptions", parts.disruptions)}${section("policies", parts.policies)}${section("variants", parts.variants)}${section("measures", parts.measures ?? usual.measures)}
performance: { of: ${parts.performance ?? "calls"}, window: 1 h }
`;
}

/** `sea` to `quay` over `lane`, 100 km; one berth, two hours a ship; a ship each six hours. */
export function harbour(berth: string, parts: SmallParts = {}): string {
  return small(
    `  sites:
    sea: { type: junction, at: [50, 0] }
    quay: { type: port, at: [50, 1], stations: { berth: { ${berth} } } }
  links:
    lane: { from: sea, to: quay, mode: sea, distance: 100 km }`,
    parts,
    {
      flows: "calls: { from: sea, to: quay, vessel: ship, arrivals: { kind: regular, every: 6 h } }",
      measures:
        "mean-wait: quay.berth, mean-queue: quay.berth, utilisation: quay.berth, throughput: " +
        "quay.berth, dwell: all, " +
        "turned-away-share: quay.berth, delay: all",
    },
  );
}

/**
 * The harbour with a neighbour `side`, 150 km from the sea and 80 km from the quay; its berth is like that of
 * the quay, where nothing else is said.
 */
export function coast(
  berth: string,
  { side = berth, ...parts }: SmallParts & { side?: string } = {},
): string {
  return harbour(berth, parts)
    .replace("quay: {", `side: { type: port, at: [50, 1.5], stations: { berth: { ${side} } } }\n    quay: {`)
    .replace(
      "lane: {",
      "side-lane: { from: sea, to: side, mode: sea, distance: 150 km }\n" +
        "    coast: { from: quay, to: side, mode: sea, distance: 80 km }\n    lane: {",
    );
}

/**
 * The canal with a junction `fork` 10 km from `west` and 10 km before `cut`, from which the way round the
 * cape begins: who turns back at the canal has it 10 km behind.
 */
export function forkedCanal(transit: string, parts: SmallParts = {}): string {
  return canal(transit, parts)
    .replace("cape: {", "fork: { type: junction, at: [0, 0.05] }\n    cape: {")
    .replace("west-cape: { from: west", "fork-cape: { from: fork")
    .replace(
      "west-cut: { from: west, to: cut, mode: sea, distance: 20 km }",
      "west-fork: { from: west, to: fork, mode: sea, distance: 10 km }\n" +
        "    fork-cut: { from: fork, to: cut, mode: sea, distance: 10 km }",
    );
}

/**
 * `west` to `east` by the canal `cut` (10 km before, 10 km behind, passed in `time`), or round the `cape`
 * (200 km), 100 km on either side. Straight through the canal: 1 h, the wait, `time`, 1 h. Round the cape: 40
 * h.
 */
export function canal(transit: string, parts: SmallParts = {}): string {
  return small(
    `  sites:
    west: { type: port, at: [0, 0] }
    east: { type: port, at: [0, 0.2] }
    cut: { type: passage, at: [0, 0.1], transit: { ${transit} } }
    cape: { type: junction, at: [1.7, 0.1] }
  links:
    west-cut: { from: west, to: cut, mode: sea, distance: 20 km }
    cut-east: { from: cut, to: east, mode: sea, distance: 20 km }
    west-cape: { from: west, to: cape, mode: sea, distance: 200 km }
    cape-east: { from: cape, to: east, mode: sea, distance: 200 km }`,
    parts,
    {
      flows: "calls: { from: west, to: east, vessel: ship, arrivals: { kind: regular, every: 6 h } }",
      measures:
        "mean-wait: cut.transit, peak-queue: cut.transit, throughput: [cut.transit, calls], delay: " +
        "all, diverted-share: all, dwell: all",
    },
  );
}
