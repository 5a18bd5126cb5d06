/** Whether a value is a map of named values, as files write them: no list, no word, nothing missing. */
export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
