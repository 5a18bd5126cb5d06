/*
 * The disciplines of the language, one line each: to add one, write its file beside this one, its test, and a
 * line here.
 */
export { due } from "#domain/facility/disciplines/due";
export { fifo } from "#domain/facility/disciplines/fifo";
export { priority } from "#domain/facility/disciplines/priority";
export { shortest } from "#domain/facility/disciplines/shortest";
