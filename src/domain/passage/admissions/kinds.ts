/*
 * The admission rules of the language, one line each: to add one, write its file beside this one, its test,
 * and a line here.
 */
export { booked } from "#domain/passage/admissions/booked";
export { convoy } from "#domain/passage/admissions/convoy";
export { headway } from "#domain/passage/admissions/headway";
export { slots } from "#domain/passage/admissions/slots";
