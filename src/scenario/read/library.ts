/**
 * Where the bytes of files come from: a shell passes it in, and path rules live there. `name` is relative to
 * the folder tree of the scenario; undefined when there is no such file or it lies outside the tree.
 */
export type Library = (name: string) => Uint8Array | undefined;
