/*
 * The kinds of tables of the language, one line each: to add one, write its file beside this one, its test,
 * and a line here.
 */
export { csv } from "#scenario/source/tables/csv";
export { geojson } from "#scenario/source/tables/geojson";
export { gexf } from "#scenario/source/tables/gexf";
export { graphml } from "#scenario/source/tables/graphml";
export { unLocode } from "#scenario/source/tables/un-locode";
