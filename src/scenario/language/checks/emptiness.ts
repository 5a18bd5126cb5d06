import { at } from "#scenario/language/checks/check";
import type { Check } from "#scenario/language/checks/check";

/** Something moves, and something is measured. Silent after an error: it may be what was not understood. */
export const checkEmptiness: Check = (ground) => {
  const { reading, draft } = ground;
  if (reading.errors > 0) return;
  const [flow] = ground.flows();
  if (flow === undefined) {
    const wrong = "there is no flow, so that nothing moves and measures have no value";
    const right = "write flows: { calls: { from: ..., to: ..., vessel: ..., arrivals: ... } }";
    at(ground, "flows").warn("NOTHING_MOVES", wrong, right);
  }
  if (draft.measures?.length === 0) {
    const wrong = "there are no measures, so that a run gives no number and compares no variant";
    const right = `write what is asked for, such as measures: { throughput: ${flow?.[0] ?? "calls"} }`;
    at(ground, "measures").warn("NOTHING_MEASURED", wrong, right);
  }
};
