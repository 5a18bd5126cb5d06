import { assert } from "#base/assert";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Vessels } from "#domain/traffic/vessels";
import type { Standing, VoyageListener } from "#domain/traffic/voyage-listener";
import { standing } from "#domain/traffic/voyage-listener";
import type { Outcome } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";

/** Where units are. `created` runs below zero: what has come into the world came from there. */
export const account = {
  created: 0,
  stock: 1,
  transit: 2,
  queued: 3,
  served: 4,
  delivered: 5,
  lost: 6,
} as const;

/** A number of `account`. */
export type Account = (typeof account)[keyof typeof account];

const accountCount = 7;

/** The account of a vessel's cargo by its standing. An idle vessel's cargo is ready to sail. */
const accountOf: Readonly<Record<Standing, Account>> = {
  [standing.idle]: account.transit,
  [standing.sailing]: account.transit,
  [standing.waiting]: account.queued,
  [standing.served]: account.served,
  [standing.passing]: account.transit,
  [standing.inland]: account.transit,
  [standing.blocked]: account.served,
  [standing.changing]: account.transit,
};

/**
 * Double entry for everything that moves: each change of state takes whole units from one account and gives
 * them to another, so the sum over all accounts is 0 at every event. What counts as goods: `vessels`, one
 * unit a voyage without cargo, and each commodity in its own unit. Losses keep their cause.
 */
export class Ledger implements VoyageListener {
  /** Names of the goods, by number; 0 is `vessels`. */
  readonly goods: readonly string[];
  readonly #vessels: Vessels;
  readonly #balances: Float64Array;
  readonly #lostBy: Float64Array;
  #checked: number = 0;

  constructor(goods: readonly string[], vessels: Vessels) {
    this.goods = goods;
    this.#vessels = vessels;
    this.#balances = new Float64Array(goods.length * accountCount);
    this.#lostBy = new Float64Array(goods.length * Object.keys(outcome).length);
  }

  /** How many transfers were checked. */
  get checked(): number {
    return this.#checked;
  }

  /** Units of goods in an account. */
  balance(goods: number, of: Account): number {
    return this.#balances[goods * accountCount + of] as number; // known goods
  }

  /** Units of goods whose voyages ended like this. */
  lost(goods: number, how: Outcome): number {
    return this.#lostBy[goods * Object.keys(outcome).length + how] as number; // known goods
  }

  began(vessel: number): void {
    this.#move(vessel, account.created, account.transit);
  }

  changed(vessel: number, from: Standing, to: Standing): void {
    this.#move(vessel, accountOf[from], accountOf[to]);
  }

  ended(vessel: number, from: Standing, how: Outcome): void {
    const isLost = how !== outcome.arrived;
    this.#move(vessel, accountOf[from], isLost ? account.lost : account.delivered);
    if (!isLost) return;
    const { goods, units } = this.#flow(vessel);
    const index = goods * Object.keys(outcome).length + how;
    this.#lostBy[index] = (this.#lostBy[index] as number) + units; // known goods
  }

  /** As at the start of a run. */
  reset(): void {
    this.#balances.fill(0);
    this.#lostBy.fill(0);
    this.#checked = 0;
  }

  #move(vessel: number, from: Account, to: Account): void {
    const { goods, units } = this.#flow(vessel);
    const base = goods * accountCount;
    const given = (this.#balances[base + from] as number) - units; // known goods
    assert(given >= 0 || from === account.created, "an account gives only what it holds");
    this.#balances[base + from] = given;
    this.#balances[base + to] = (this.#balances[base + to] as number) + units; // known goods
    this.#checked++;
  }

  #flow(vessel: number): FlowPlan {
    return this.#vessels.flow[vessel] as FlowPlan; // a vessel under way has one
  }
}
