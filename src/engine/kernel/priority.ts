/**
 * The order of events that share an instant, first to last. Things that give capacity back come before things
 * that take it, the world changes before anyone hears of it, and whoever arrives or decides sees the
 * instant's final state.
 *
 * At one instant: repairs and reopenings (`restore`), then servers and slots becoming free (`release`), then
 * what goes wrong (`disrupt`), then news of it (`announce`), then arrivals (`arrive`), then decisions
 * (`decide`), then whoever only looks (`observe`). Within one rung, the event scheduled first comes first.
 */
export const priority = {
  restore: 0,
  release: 1,
  disrupt: 2,
  announce: 3,
  arrive: 4,
  decide: 5,
  observe: 6,
} as const;

/** A rung of the ladder. */
export type Priority = (typeof priority)[keyof typeof priority];
