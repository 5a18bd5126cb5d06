import type { Place } from "#base/diagnostic";
import type { DiagnosticCode } from "#base/diagnostic-codes";
import type { Draft } from "#scenario/language/draft";
import type { PlannedTraffic } from "#scenario/language/planned-traffic";
import type { NetworkSource } from "#scenario/source/network-source";
import type { Reading } from "#scenario/language/reading";
import type { SiteValues } from "#scenario/language/scenario-fields";
import { nodeAt } from "#scenario/read/node";
import type { MapNode } from "#scenario/read/node";

/** What one check of values against each other sees. */
export interface CheckGround extends PlannedTraffic {
  /** `baseline`, or the variant whose patch is applied. */
  readonly variant: string;
  readonly reading: Reading;
  readonly root: MapNode;
  readonly draft: Draft;
  readonly source: NetworkSource | undefined;
  /** The sites that are written, by id, in order of id. */
  readonly sites: () => readonly (readonly [id: string, site: SiteValues])[];
}

/** One rule about values that are each well written: reports through the reading. */
export type Check = (ground: CheckGround) => void;

/** A value about which something is to be said: what is wrong, and what would be right. */
export interface Doubtful {
  /** Notes an error. Always undefined, so that a check can return it. */
  report(code: DiagnosticCode, wrong: string, right: string): undefined;
  /** Notes a warning. */
  warn(code: DiagnosticCode, wrong: string, right: string): void;
}

/** The value under a path of keys, which need not be written. */
export function at(
  { reading, root }: Pick<CheckGround, "reading" | "root">,
  ...keys: readonly string[]
): Doubtful {
  const [place, path] = [placeOf(root, ...keys), keys.join(".")];
  return {
    report: (code, wrong, right) => reading.report(code, place, path, wrong, right),
    warn: (code, wrong, right) => reading.warn(code, place, path, wrong, right),
  };
}

/** The place of the value under a path of keys, or of the nearest key above it that is written. */
export function placeOf(root: MapNode, ...path: readonly string[]): Place {
  for (let length = path.length; length > 0; length -= 1) {
    const node = nodeAt(root, ...path.slice(0, length));
    if (node) return node.place;
  }
  return root.place;
}
