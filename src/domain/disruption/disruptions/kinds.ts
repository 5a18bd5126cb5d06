/*
 * The disruptions of the language, one line each: to add one, write its file beside this one, its test, and a
 * line here.
 */
export { attack } from "#domain/disruption/disruptions/attack";
export { ban } from "#domain/disruption/disruptions/ban";
export { capacity } from "#domain/disruption/disruptions/capacity";
export { closure } from "#domain/disruption/disruptions/closure";
export { demand } from "#domain/disruption/disruptions/demand";
export { failure } from "#domain/disruption/disruptions/failure";
export { hazard } from "#domain/disruption/disruptions/hazard";
export { slowdown } from "#domain/disruption/disruptions/slowdown";
