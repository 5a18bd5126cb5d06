/*
 * The arrival processes of the language, one line each: to add one, write its file beside this one, its test,
 * and a line here.
 */
export { poisson } from "#engine/random/arrivals/poisson";
export { profile } from "#engine/random/arrivals/profile";
export { regular } from "#engine/random/arrivals/regular";
export { renewal } from "#engine/random/arrivals/renewal";
export { table } from "#engine/random/arrivals/table";
