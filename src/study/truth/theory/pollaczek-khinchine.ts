import type { Figures } from "#study/truth/verification-case";

/**
 * M/G/1 in the long run: Wq = lambda E[S^2] / (2 (1 - rho)), with E[S^2] from the mean and the squared
 * coefficient of variation of a service.
 */
export function pollaczekKhinchine(arrivals: number, meanService: number, scv: number): Figures {
  const rho = arrivals * meanService;
  const Wq = (arrivals * meanService * meanService * (1 + scv)) / (2 * (1 - rho));
  return { rho, Wq, Lq: arrivals * Wq };
}

/** Of one class of customers: arrivals, mean service, and its squared coefficient of variation. */
export interface CustomerClass {
  readonly arrivals: number;
  readonly meanService: number;
  readonly scv: number;
}

/**
 * M/G/1 with classes by priority, services not interrupted (Cobham):
 * Wq(k) = W0 / ((1 - s(k - 1)) (1 - s(k))). W0 is the sum of lambda E[S^2] / 2 over classes, s(k) the load of
 * the classes up to k.
 */
export function cobham(classes: readonly CustomerClass[]): {
  readonly rho: number;
  readonly W0: number;
  readonly Wq: readonly number[];
  readonly Wq_all: number;
} {
  const square = ({ meanService, scv }: CustomerClass): number => meanService * meanService * (1 + scv);
  const W0 = classes.reduce((sum, one) => sum + (one.arrivals * square(one)) / 2, 0);
  const all = classes.reduce((sum, { arrivals }) => sum + arrivals, 0);
  let [before, mean] = [0, 0];
  const Wq = classes.map(({ arrivals, meanService }) => {
    const upTo = before + arrivals * meanService;
    const wait = W0 / ((1 - before) * (1 - upTo));
    before = upTo;
    mean += (arrivals / all) * wait;
    return wait;
  });
  return { rho: before, W0, Wq, Wq_all: mean };
}
