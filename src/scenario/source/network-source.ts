import type { SiteSpec } from "#domain/world/site-fields";

/**
 * Where a way begins or ends: one of the source's sites by id, or a place of the scenario's own, in degrees.
 */
export type Spot = string | readonly [latitude: number, longitude: number];

/**
 * A shipped network as the language sees it: the sites that `network.use` brings (ports by UN/LOCODE, and the
 * named passages with type `passage`), and what its lanes join. Implemented in `scenario/source`, handed in
 * by a shell.
 */
export interface NetworkSource {
  /** The word after `network.use`. */
  readonly name: string;
  /** All its sites by id, each with `type` and `at`. The same object at every call. */
  sites(): Readonly<Record<string, SiteSpec>>;
  /** What people call one of its sites: `Singapore`, `Suez Canal`; undefined for what is none. */
  nameOf(id: string): string | undefined;
  /** The passages that its lanes do not cross unless a scenario opens them. */
  readonly closed: ReadonlySet<string>;
  /**
   * Metres of the shortest undisrupted way between two spots that crosses none of these closed passages, its
   * own closed ones when left out; undefined when there is none.
   */
  metres(from: Spot, to: Spot, closed?: ReadonlySet<string>): number | undefined;
  /**
   * How its lanes enter one of its passages, both ways: `southbound`, `northbound`. Empty for what is none.
   */
  directions(passage: string): readonly string[];
  /** The passages on that way, in order; empty when there is none. */
  passages(from: Spot, to: Spot, closed?: ReadonlySet<string>): readonly string[];
}
