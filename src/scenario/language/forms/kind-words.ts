import { nearest } from "#scenario/read/nearest";
import { plainHeader } from "#scenario/source/column-names";

/** What people call the kinds of the language, in small letters, words joined by `-`: a kind each line. */
const words: Readonly<Record<string, readonly string[]>> = {
  constant: ["const", "fixed", "deterministic", "det", "degenerate", "always"],
  normal: ["gaussian", "gauss", "bell", "bell-curve", "norm"],
  lognormal: ["logn", "lnorm", "galton"],
  exponential: ["exp", "expo", "negexp", "negative-exponential", "memoryless", "markov"],
  uniform: ["unif", "random", "rand", "rectangular", "flat", "equal"],
  triangular: ["triangle", "tri", "triag"],
  pert: ["beta-pert", "three-point"],
  erlang: ["erlang-k"],
  empirical: ["sample", "samples", "observed", "historical", "data", "resample"],
  discrete: ["categorical", "choice", "weighted"],
  mixture: ["mix", "mixed", "hyperexponential", "compound"],
  poisson: ["random", "exponential", "exp", "memoryless", "markov", "stochastic"],
  regular: ["constant", "deterministic", "fixed", "scheduled", "schedule", "periodic", "cyclic"],
  renewal: ["interarrival", "inter-arrival", "gaps", "general"],
  profile: ["seasonal", "nonhomogeneous", "non-homogeneous", "varying", "time-varying"],
  table: ["file", "csv", "list", "dates", "trace"],
  closure: ["close", "closed", "shutdown", "blockage", "block", "outage", "grounding"],
  failure: ["breakdown", "repair", "downtime"],
  slowdown: ["slow", "slowing", "delay", "congestion"],
  ban: ["embargo", "sanction", "sanctions", "prohibition"],
  hazard: ["earthquake", "storm", "hurricane", "flood"],
  attack: ["cyber", "cyberattack", "cyber-attack", "sabotage"],
  divert: ["reroute", "re-route", "rerouting", "diversion", "detour", "bypass"],
  surge: ["overtime", "boost", "extra-capacity", "increase"],
  "alternate-port": ["alternate", "alternative-port", "other-port", "switch-port"],
  "mean-wait": ["average-wait", "wait-time", "waiting-time", "mean-waiting-time", "average-waiting-time"],
  "mean-queue": ["average-queue", "queue-length", "mean-queue-length"],
  "peak-queue": ["max-queue", "maximum-queue", "longest-queue"],
  "time-to-recover": ["ttr", "recovery", "recovery-time"],
  "time-to-survive": ["tts", "survival", "survival-time"],
  utilisation: ["utilization", "occupancy"],
};

/**
 * The one of some kinds that a word means: its nearest, else the one that people call so; undefined where
 * there is none.
 */
export function kindForWord(word: string, kinds: readonly string[]): string | undefined {
  if (kinds.includes(word)) return word;
  const plain = plainHeader(word);
  const called = Object.keys(words).find((kind) => kinds.includes(kind) && words[kind]?.includes(plain));
  return called ?? nearest(word, kinds);
}
