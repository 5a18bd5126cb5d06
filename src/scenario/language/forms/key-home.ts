import type { Field, Fields } from "#base/field";

/** Levels below a map, at most, where a key is looked for. */
const depthMost = 4;

/**
 * Under which keys of a map another map knows a key, `network.sites.<id>` for `stations` at the top: the
 * nearest one; undefined where none does. Kinds, which differ, are not looked into.
 */
export function homeOf(key: string, fields: Fields): string | undefined {
  let maps: readonly (readonly [path: string, fields: Fields])[] = [["", fields]];
  for (let depth = 0; depth < depthMost; depth += 1) {
    maps = maps.flatMap(([path, around]) =>
      Object.entries(around).flatMap(([name, field]) => inside(`${path}${name}`, field)),
    );
    const home = maps.find(([, inner]) => Object.hasOwn(inner, key));
    if (home !== undefined) return home[0].slice(0, -1);
  }
  return undefined;
}

/** The fields of a record, or of those in a map, with the path before them. */
function inside(path: string, { shape }: Field<unknown>): readonly (readonly [string, Fields])[] {
  if (shape.form === "map") return inside(`${path}.<id>`, shape.of);
  return shape.form === "record" ? [[`${path}.`, shape.fields]] : [];
}
