import type { Figures } from "#study/truth/verification-case";

/**
 * Erlang's B: the share lost of a load in erlang on so many servers without a waiting place, by the recursion
 * B(k) = a B(k - 1) / (k + a B(k - 1)), B(0) = 1.
 */
export function erlangB(load: number, servers: number): number {
  let lost = 1;
  for (let count = 1; count <= servers; count += 1) lost = (load * lost) / (count + load * lost);
  return lost;
}

/**
 * M/M/c in the long run. Erlang's C is the chance to wait, B / (1 - rho (1 - B)); the queue is
 * C rho / (1 - rho); times are by Little's law.
 */
export function waitingSystem(arrivals: number, service: number, servers: number): Figures {
  const load = arrivals / service;
  const rho = load / servers;
  const lost = erlangB(load, servers);
  const erlangC = lost / (1 - rho * (1 - lost));
  const Lq = (erlangC * rho) / (1 - rho);
  let [term, sum] = [1, 0];
  for (let count = 0; count < servers; count += 1) {
    sum += term;
    term *= load / (count + 1);
  }
  const [L, Wq] = [Lq + load, Lq / arrivals];
  const given = { Wq_given_wait: Wq / erlangC, Lq_given_queue: 1 / (1 - rho) };
  return { rho, P0: 1 / (sum + term / (1 - rho)), erlangC, L, Lq, W: L / arrivals, Wq, ...given };
}
