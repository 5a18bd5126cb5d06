/*
 * The distributions of the language, one line each: to add one, write its file beside this one, its test, and
 * a line here.
 */
export { beta } from "#engine/random/distributions/beta";
export { constant } from "#engine/random/distributions/constant";
export { discrete } from "#engine/random/distributions/discrete";
export { empirical } from "#engine/random/distributions/empirical";
export { erlang } from "#engine/random/distributions/erlang";
export { exponential } from "#engine/random/distributions/exponential";
export { gamma } from "#engine/random/distributions/gamma";
export { lognormal } from "#engine/random/distributions/lognormal";
export { mixture } from "#engine/random/distributions/mixture";
export { normal } from "#engine/random/distributions/normal";
export { pareto } from "#engine/random/distributions/pareto";
export { pert } from "#engine/random/distributions/pert";
export { triangular } from "#engine/random/distributions/triangular";
export { uniform } from "#engine/random/distributions/uniform";
export { weibull } from "#engine/random/distributions/weibull";
