import { expect, test } from "vitest";
import { momentSentence } from "#shells/cli/moment-sentence";
import type { Moment } from "#study/experiment/moment";
import type { QueueStretch } from "#study/experiment/queue-stretches";
import { fakeScenario, fakeVariant } from "../../study/fake-study.ts";

const berth = "harbour.berth";
const study = { id: "fake", variants: [fakeVariant("baseline", fakeScenario())] };
const hour = 3_600_000;

function told(moment: Partial<Moment> & Pick<Moment, "what">): string {
  return momentSentence({ time: 0, id: berth, of: [berth], ...moment }, { study, performance: undefined });
}

/** Counts of a stretch as rates, as the queue's rows give them. */
function queue(lasting: number, came: number, entered: number): QueueStretch {
  const days = Math.max(1, lasting) / (24 * hour);
  const flow = { came: came / days, entered: entered / days, gaveUp: 0 };
  return { from: 0, until: lasting, before: 2, after: 2 + came - entered, usual: 0, run: flow, twin: flow };
}

test("one comes, two come", () => {
  expect(told({ what: "queue-grows", queue: queue(6 * hour, 2, 1) })).toContain(
    "grows from 2 to 3: in all 2 come, 1 is let in (2 come, 1 is let in undisrupted)",
  );
  const waiting = { run: 1, twin: 0 };
  expect(told({ what: "disruption-end", id: "strike", waiting })).toContain("; 1 waits (0 undisrupted)");
  expect(told({ what: "backlog-cleared", usual: 0 })).toContain("has cleared: nobody waits, as in 95 %");
});

test("what happens in one instant is told at once, with all who came and went", () => {
  expect(told({ what: "queue-shrinks", queue: queue(0, 0, 2) })).toBe(
    "at once the queue at the berth of harbour shrinks from 2 to 0, what it does not exceed in 95 % of the " +
      "time undisrupted: in all 0 come, 2 are let in (0 come, 2 are let in undisrupted)",
  );
});

test("a policy is called one, whatever its name", () => {
  expect(told({ what: "policy-start", id: "lines" })).toBe(
    "the policy lines begins to act at the berth of harbour",
  );
});
