/*
 * The policies of the language, one line each: to add one, write its file beside this one, its test, and a
 * line here.
 */
export { alternatePort } from "#domain/policy/policies/alternate-port";
export { divert } from "#domain/policy/policies/divert";
export { priority } from "#domain/policy/policies/priority";
export { surge } from "#domain/policy/policies/surge";
