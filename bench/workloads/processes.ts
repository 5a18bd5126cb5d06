import { ProcessModel } from "#engine/process/process-model";
import type { Steps } from "#engine/process/process";
import { meanMs, secondsOf } from "./workload.ts";
import type { Outcome } from "./workload.ts";

const load = 0.9;

/**
 * The queue of `mm1` as users write it in processes: a customer is a generator. Until `size` customers have
 * left; events are arrivals and departures, as there, whatever the kernel needs for them.
 */
export function processes(size: number, seed: string): Outcome {
  const model = new ProcessModel({ seed });
  const { hold, seize, release, spawn } = model;
  const server = model.resource("server");
  const gap = model.sampler("arrivals", { kind: "exponential", mean: meanMs / load });
  const service = model.sampler("services", { kind: "exponential", mean: meanMs });
  let arrived = 0;
  let left = 0;
  function* customer(): Steps {
    yield seize(server);
    yield hold(service());
    release(server);
    left++;
  }
  function* source(): Steps {
    for (;;) {
      yield hold(gap());
      arrived++;
      spawn("customer", customer());
    }
  }
  spawn("source", source());
  const seconds = secondsOf(() => model.run({ when: () => left >= size }));
  return { events: arrived + left, seconds, answer: server.figures.meanWaitMs / meanMs };
}
