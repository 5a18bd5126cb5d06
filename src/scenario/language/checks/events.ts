import type { Instant, KindValue } from "#base/field";
import type { OnsetValues } from "#domain/disruption/onset-fields";
import type { Check } from "#scenario/language/checks/check";
import { at } from "#scenario/language/checks/check";
import type { Draft } from "#scenario/language/draft";

/** Keys of disruptions and policies that hold an instant, and the edge that they settle. */
const edges: Readonly<Record<string, "start" | "end">> = {
  start: "start",
  after: "start",
  end: "end",
  from: "start",
  until: "end",
};

/** An instant that is tied to an event. */
interface Tie {
  readonly section: "disruptions" | "policies";
  readonly id: string;
  readonly key: string;
  /** `storm.start`: what it settles, and what it is counted from. */
  readonly settles: string;
  readonly from: string;
}

/** What waits for itself never comes: a start for its own end, or two for each other. */
export const checkEvents: Check = (ground) => {
  const { draft } = ground;
  const ties = tiesIn(draft);
  for (const tie of ties) {
    if (!leadsTo(ties, tie.from, tie.settles)) continue;
    const { section, id, key, settles, from } = tie;
    const wrong = `${settles} waits for ${from}, which waits for it, so that neither ever comes`;
    at(ground, section, id, key).report("EVENT_CYCLE", wrong, "write a date for one of them");
  }
};

function tiesIn({ disruptions = {}, policies = {} }: Draft): readonly Tie[] {
  const all = [
    ...Object.entries(disruptions).map(([id, values]) => ({ section: "disruptions", id, values }) as const),
    ...Object.entries(policies).map(([id, values]) => ({ section: "policies", id, values }) as const),
  ];
  return all.flatMap(({ section, id, values }) =>
    Object.entries(edges).flatMap(([key, edge]) => {
      const from = eventAt(values, key);
      return from === undefined ? [] : [{ section, id, key, settles: `${id}.${edge}`, from }];
    }),
  );
}

function afterEvent(values: KindValue): unknown {
  const { after } = values as unknown as OnsetValues; // by the fields that all disruptions share
  return after?.event;
}

type Tied = Instant | { readonly gauge: string };

function eventAt(values: KindValue, key: string): string | undefined {
  const instant = (key === "after" ? afterEvent(values) : values[key]) as Tied | undefined; // of such kinds
  return typeof instant === "object" && "event" in instant ? `${instant.event}.${instant.edge}` : undefined;
}

/** Whether one event comes only after another; an end comes only after its own start. */
function leadsTo(ties: readonly Tie[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let event = open.pop(); event !== undefined; event = open.pop()) {
    if (event === to) return true;
    if (seen.has(event)) continue;
    seen.add(event);
    if (event.endsWith(".end")) open.push(`${event.slice(0, -".end".length)}.start`);
    open.push(...ties.filter(({ settles }) => settles === event).map((tie) => tie.from));
  }
  return false;
}
